-- name: log_last
select strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), coalesce((select max(number) from log), 0), (select hash from log order by number desc limit 1);
-- name: log_insert
insert into log (number, entry, hash) values (?1, ?2, ?3);
-- name: log_all
select number, entry, hash from log order by number;
-- name: log_newest
select number, entry, hash from log where ?1 = 0 or number < ?1 order by number desc;
-- name: log_forgotten
select entry from log where instr(entry, '"what":"forget"') > 0;
-- name: log_reviews
select count(*) from review;
-- name: log_review
select json_array(id, made, reviewer, verdict, claim, sha256_text, reason, coding, correction, claims, undoes) from review where id = ?1;
-- name: today
select strftime('%Y-%m-%d', 'now');
-- name: coders
select coder.version, coder.tables, coder.model, count(coding.id) from coder left join coding on coding.coder = coder.id group by coder.id order by coder.id;
-- name: log_entry
select hash from log where number = ?1;
