-- name: review_insert
insert into review (made, reviewer, verdict, claim, sha256_text, reason, coding, correction, claims, undoes)
values (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
-- name: review_standing
select id, reviewer, made, verdict, reason, correction, coding
  from review r
 where claim = ?1 and verdict <> 'undone' and not exists (select 1 from review u where u.undoes = r.id)
 order by id desc;
-- name: review_numbers
select count(*), coalesce(max(id), 0) from review where claim = ?1;
-- name: review_any_of_version
select 1 from version v cross join review r on r.sha256_text = v.sha256_text where v.id = ?1 limit 1;
-- name: review_claims_of_text
select distinct claim from review where sha256_text = ?1 and claim is not null order by claim;
-- name: review_by_id
select verdict, claim, sha256_text, reviewer, made, reason, correction, claims, undoes,
       exists (select 1 from review u where u.undoes = r.id), coding from review r where id = ?1;
-- name: review_newest
select id from review where (?2 = 0 or id < ?2) and (?1 is null or claim = ?1) order by id desc;
-- name: review_of_incidents
select id, verdict, claims from review r
 where claim is null and verdict <> 'undone' and not exists (select 1 from review u where u.undoes = r.id) order by id;
-- name: claim_coded
select r.record, c.people, v.sha256_text, e.id
  from event e join event_record r on r.event = e.id join coding c on c.id = e.coding join version v on v.id = c.version
 where e.claim = ?1 order by c.people, e.current desc, e.id desc limit 1;
-- name: claim_coded_now
select r.record from event e join event_record r on r.event = e.id join coding c on c.id = e.coding
 where e.claim = ?1 and e.current and not c.people order by e.id desc limit 1;
-- name: claim_incident
select i.public from event e join mention m on m.id = e.mention join incident i on i.id = m.incident where e.claim = ?1 and e.current limit 1;
-- name: versions_of_text
select v.id from version v join report r on r.version = v.id where v.sha256_text = ?1 order by v.id;
-- name: version_head
select v.report, v.coding, r.outlet, o.name, v.sha256_text, r.version = v.id
  from version v join report r on r.id = v.report join outlet o on o.id = r.outlet where v.id = ?1;
-- name: people_coding
select id from coding where version = ?1 and people;
-- name: people_coding_insert
insert into coding (version, coder, coded, layers, people) values (?1, ?2, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), x'', 1);
-- name: people_coding_delete
delete from coding where id = ?1;
-- name: coding_claims
select e.id, e.claim, e.mention, r.record from event e join event_record r on r.event = e.id where e.coding = ?1 order by e.id;
-- name: coding_views_reset
update event set views = 1 where coding = ?1 and views <> 1;
-- name: event_views
update event set views = ?2 where id = ?1;
-- name: event_deeds_aside
update deed set part = part + 4 where event = ?1;
-- name: report_text_of
select v.sha256_text, v.text, v.title, v.id from report r join version v on v.id = r.version where r.public = ?1;
-- name: lease_delete
delete from lease where claim = ?1;
-- name: leases_expire
delete from lease where until < cast(strftime('%s', 'now') as integer);
-- name: leases_of_others
select claim from lease where reviewer <> ?1;
-- name: leases_release
delete from lease where reviewer = ?1;
-- name: lease_take
insert or replace into lease (claim, reviewer, until) values (?1, ?2, cast(strftime('%s', 'now') as integer) + ?3);
-- name: queue_claim
select claim, state from event where id = ?1;
-- name: people_events
select e.id, e.claim, r.record from coding c join event e on e.coding = c.id join event_record r on r.event = e.id
 where c.version = ?1 and c.people and e.views & 1 order by e.id;
-- name: sample_claim
select e.claim, o.name, e.published from event e join outlet o on o.id = e.outlet where e.id = ?1;
-- name: review_any_of_claim
select 1 from review where claim = ?1 limit 1;
