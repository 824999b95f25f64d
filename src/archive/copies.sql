-- name: signature_find
select day, hashes from signature where report = ?1;
-- name: signature_insert
insert into signature (report, day, hashes) values (?1, ?2, ?3);
-- name: signature_delete
delete from signature where report = ?1;
-- name: signatures_near
select signature.report, signature.hashes, report.agency from signature join report on report.id = signature.report
 where signature.report in (select found.report from json_each(?1) near cross join json_each(?2) wanted
                              cross join signature_band found on found.day = near.value and found.band = wanted.value)
 order by signature.report;
-- name: signature_bands_insert
insert or ignore into signature_band (day, band, report) select ?1, value, ?2 from json_each(?3);
-- name: signature_bands_delete
delete from signature_band where day = ?1 and report = ?2 and band in (select value from json_each(?3));
-- name: copy_insert
insert or replace into copy (later, earlier, similarity, method) values (?1, ?2, ?3, ?4);
-- name: copy_delete
delete from copy where later = ?1 or earlier = ?1;
-- name: report_voice_of
select voice from report where id = ?1;
-- name: voice_merge
update report set voice = ?2 where voice = ?1;
-- name: voice_split
update report set voice = id where voice = ?1;
-- name: voice_copies
select c.later, c.earlier from report r join copy c on c.later = r.id where r.voice = ?1 order by 1, 2;
