-- name: original_insert
insert or ignore into original (sha256, bytes) select ?1, ?2 where exists (select 1 from version where report = ?3 and sha256_input = ?1)
   and not exists (select 1 from version where report = ?3 and sha256_input = ?1 and forgotten);
-- name: original_find
select sha256, bytes from original where sha256 = ?1;
-- name: originals_all
select sha256, bytes from original order by sha256;
-- name: original_delete
delete from original where sha256 = ?1;
-- name: originals_of_report_delete
delete from original where sha256 in (select sha256_input from version where report = ?1)
   and not exists (select 1 from version other where other.sha256_input = original.sha256 and other.report <> ?1);
