-- name: forgotten_find
select 1 from forgotten where hash = ?1;
-- name: forgotten_insert
insert or ignore into forgotten (hash, at) values (?1, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
-- name: forget_report
select id, public, version, uri from report where public = ?1 or uri = ?1;
-- name: forget_texts
select sha256_text from version where report = ?1 order by number;
-- name: forget_reviews_of_text
select id from review where sha256_text = ?1 and (coding is not null or correction is not null or reason is not null);
-- name: forget_review
update review set coding = null, correction = null, reason = null where id = ?1;
-- name: versions_all
select v.id, v.report, r.outlet, o.name, v.coding, r.version = v.id, v.sha256_input
  from version v join report r on r.id = v.report join outlet o on o.id = r.outlet order by v.id;
-- name: version_codings
select c.id, c.layers, v.text, v.title from coding c join version v on v.id = c.version where c.version = ?1 and not c.people order by c.id;
-- name: version_redact
update version set text = ?2, title = ?3, forgotten = 1 where id = ?1;
-- name: coding_layers
update coding set layers = ?2 where id = ?1;
-- name: coding_events_delete
delete from event where coding = ?1;
-- name: coding_mentions_delete
delete from mention where coding = ?1;
-- name: reviews_with_text
select id, coding, correction, reason from review where coding is not null or correction is not null or reason is not null order by id;
-- name: review_redact
update review set coding = ?2, correction = ?3, reason = ?4 where id = ?1;
-- name: purge_event_index
insert into event_index (event_index) values ('optimize');
-- name: purge_report_index
insert into report_index (report_index) values ('optimize');
