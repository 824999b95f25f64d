-- name: joined_before_drop
drop table if exists temp.joined_before;
-- name: joined_before
create temp table joined_before as select id, incident from mention where incident is not null;
-- name: joined_names_drop
drop table if exists temp.joined_names;
-- name: joined_names
create temp table joined_names as select public from incident union select former from forward;
-- name: joined_forget
delete from forward where former not in (select public from joined_names);
-- name: joined_clear
update mention set incident = null, parent = null, cluster = null;
-- name: joined_clear_keys
delete from mention_key;
-- name: joined_clear_links
delete from mention_link;
-- name: joined_all
select id, incident from joined_before order by id;
-- name: joined_left
select b.incident, m.incident from joined_before b join mention m on m.id = b.id
 where not exists (select 1 from mention where incident = b.incident) and exists (select 1 from incident where id = b.incident) group by b.incident having b.id = min(b.id);
-- name: joined_differ
select count(*) from (select distinct b.incident, m.incident from joined_before b join mention m on m.id = b.id);
-- name: joined_count
select count(distinct incident) from joined_before;
-- name: joined_count_now
select count(distinct incident) from mention where incident is not null;
-- name: property_get
select value from property where name = ?1;
-- name: property_set
insert into property (name, value) values (?1, ?2) on conflict (name) do update set value = ?2;
-- name: check_integrity
select * from pragma_integrity_check;
-- name: check_foreign_keys
select "table", rowid, parent from pragma_foreign_key_check;
-- name: check_orphans
select 'incidents without a claim', count(*) from incident where not exists (select 1 from mention where incident = incident.id)
union all select 'claims without a record', count(*) from event where not exists (select 1 from event_record where event = event.id)
union all select 'current claims that stand in no incident', count(*) from event join mention on mention.id = event.mention
           where event.current and mention.incident is null
union all select 'superseded claims that stand in an incident', count(*) from event join mention on mention.id = event.mention
           where not event.current and mention.incident is not null
union all select 'reports without a version', count(*) from report where version is null
union all select 'forwarded ids that lead nowhere', count(*) from forward where not exists (select 1 from incident where public = forward.present)
union all select 'mentions that may be joined although superseded', count(*) from mention_key where not exists
           (select 1 from mention where id = mention_key.mention and incident is not null)
union all select 'claims that the word index lacks', (select count(*) from event) - (select count(*) from event_index_docsize)
union all select 'reports that the word index lacks', (select count(*) from report) - (select count(*) from report_index_docsize)
union all select 'voices without their first report', count(*) from report where not exists (select 1 from report v where v.id = report.voice)
union all select 'originals of no report', count(*) from original where sha256 not in (select sha256_input from version);
-- name: reports_all
select id from report order by id;
-- name: recode_report
select report.version, version.coding, report.outlet, outlet.name, report.uri, report.own_id, version.title, version.published, version.text,
       coding.layers, report.public, version.number, coder.version, coder.tables, coder.model, version.forgotten
  from report join version on version.id = report.version join outlet on outlet.id = report.outlet join coding on coding.id = version.coding
  join coder on coder.id = coding.coder
 where report.id = ?1;
-- name: coding_event_count
select count(*) from event where coding = ?1;
-- name: report_codings
select coding.id, version.text, version.title, outlet.name
  from version join coding on coding.version = version.id join report on report.id = version.report join outlet on outlet.id = report.outlet
 where report.id = ?1;
-- name: coding_text
select version.text, version.title, outlet.name
  from coding join version on version.id = coding.version join report on report.id = version.report join outlet on outlet.id = report.outlet
 where coding.id = ?1;
-- name: coding_events_indexed
select event.id, event.state, event_record.record from event join event_record on event_record.event = event.id where event.coding = ?1;
-- name: report_delete
delete from report where id = ?1;
-- name: actor_orphans_delete
delete from actor where not exists (select 1 from deed where actor = actor.id);
-- name: outlet_orphans_delete
delete from outlet where not exists (select 1 from report where outlet = outlet.id);
-- name: coding_claim_record
select r.record from event e join event_record r on r.event = e.id where e.coding = ?1 and e.claim = ?2;
-- name: coding_changes
select kind, former, present from change where coding = ?1 and kind <> 'kept' order by kind, former, present;
