-- name: begin_reading
begin;
-- name: change_number
select value from property where name = 'change';
-- name: stream_newest
select e.id, e.mention, m.incident, e.report, e.current, e.confidence, e.published, e.type, e.modes, e.factuality, e.who, e.whom,
       e.sources, e.goods, e.country, e.outlet, e.views
  from event e cross join mention m on m.id = e.mention
 where e.id between ?1 and ?2 order by e.id desc;
-- name: stream_oldest
select e.id, e.mention, m.incident, e.report, e.current, e.confidence, e.published, e.type, e.modes, e.factuality, e.who, e.whom,
       e.sources, e.goods, e.country, e.outlet, e.views
  from event e cross join mention m on m.id = e.mention
 where e.id between ?1 and ?2 order by e.id;
-- name: stream_match_newest
select e.id, e.mention, m.incident, e.report, e.current, e.confidence, e.published, e.type, e.modes, e.factuality, e.who, e.whom,
       e.sources, e.goods, e.country, e.outlet, e.views
  from event_index f cross join event e on e.id = f.rowid cross join mention m on m.id = e.mention
 where f.event_index match ?3 and f.rowid between ?1 and ?2 order by f.rowid desc;
-- name: stream_match_oldest
select e.id, e.mention, m.incident, e.report, e.current, e.confidence, e.published, e.type, e.modes, e.factuality, e.who, e.whom,
       e.sources, e.goods, e.country, e.outlet, e.views
  from event_index f cross join event e on e.id = f.rowid cross join mention m on m.id = e.mention
 where f.event_index match ?3 and f.rowid between ?1 and ?2 order by f.rowid;
-- name: stream_incident
select e.id, e.mention, m.incident, e.report, e.current, e.confidence, e.published, e.type, e.modes, e.factuality, e.who, e.whom,
       e.sources, e.goods, e.country, e.outlet, e.views
  from incident i cross join mention m on m.incident = i.id cross join event e on e.mention = m.id
 where e.id between ?1 and ?2 and i.public = ?3 order by e.id * ?4;
-- name: stream_report
select e.id, e.mention, m.incident, e.report, e.current, e.confidence, e.published, e.type, e.modes, e.factuality, e.who, e.whom,
       e.sources, e.goods, e.country, e.outlet, e.views
  from report r cross join version v on v.report = r.id cross join coding c on c.version = v.id cross join event e on e.coding = c.id
       cross join mention m on m.id = e.mention
 where e.id between ?1 and ?2 and r.public = ?3 order by e.id * ?4;
-- name: stream_claim
select e.id, e.mention, m.incident, e.report, e.current, e.confidence, e.published, e.type, e.modes, e.factuality, e.who, e.whom,
       e.sources, e.goods, e.country, e.outlet, e.views
  from event e cross join mention m on m.id = e.mention
 where e.id between ?1 and ?2 and e.claim = ?3 order by e.id * ?4;
-- name: stream_actor
select e.id, e.mention, m.incident, e.report, e.current, e.confidence, e.published, e.type, e.modes, e.factuality, e.who, e.whom,
       e.sources, e.goods, e.country, e.outlet, e.views
  from event e cross join mention m on m.id = e.mention
 where e.id between ?1 and ?2 and e.id in (select event from deed where actor = (select id from actor where public = ?3))
 order by e.id * ?4;
-- name: event_matches
select 1 from event_index where event_index match ?1 and rowid = ?2;
-- name: event_detail
select e.claim, r.record, i.public, report.public, version.number, outlet.name, report.uri, version.title, version.published, e.current,
       e.state, version.text, e.factuality, e.id, report.voice, report.id, outlet.id, m.id, e.views, coding.people, report.status, report.embargo
  from event e
  join event_record r on r.event = e.id
  join mention m on m.id = e.mention
  join coding on coding.id = e.coding
  join version on version.id = coding.version
  join report on report.id = e.report
  join outlet on outlet.id = e.outlet
  left join incident i on i.id = m.incident
 where e.id = ?1;
-- name: event_detail_without_text
select e.claim, r.record, i.public, report.public, version.number, outlet.name, report.uri, version.title, version.published, e.current,
       e.state, null, e.factuality, e.id, report.voice, report.id, outlet.id, m.id, e.views, coding.people, report.status, report.embargo
  from event e
  join event_record r on r.event = e.id
  join mention m on m.id = e.mention
  join coding on coding.id = e.coding
  join version on version.id = coding.version
  join report on report.id = e.report
  join outlet on outlet.id = e.outlet
  left join incident i on i.id = m.incident
 where e.id = ?1;
-- name: event_claim
select claim from event where id = ?1;
-- name: event_record_of
select record from event_record where event = ?1;
-- name: incident_events
select e.id from mention m cross join event e on e.mention = m.id where m.incident = ?1 and e.views & ?2 order by e.id;
-- name: incident_public
select public from incident where id = ?1;
-- name: stream_reports_newest
select v.id, r.public, o.name from report r cross join version v on v.id = r.version cross join outlet o on o.id = r.outlet
 where v.id between ?1 and ?2 order by v.id desc;
-- name: incident_head
select i.public, (select m.family from mention m where m.incident = i.id order by m.id limit 1) from incident i where i.id = ?1;
-- name: incident_links
select (select min(claim) from event where mention = a.id), (select min(claim) from event where mention = b.id), l.rule
  from mention a cross join mention_link l on l.later = a.id cross join mention b on b.id = l.earlier
 where a.incident = ?1 order by 1, 2;
-- name: report_of_version
select r.public, r.uri, outlet.name, v.title, v.published, (select count(*) from version where report = r.id),
       (select count(*) from event where coding = v.coding), voice.public, (select count(*) from report c where c.voice = r.voice) - 1, v.text,
       r.status, r.embargo, r.note
  from version v join report r on r.id = v.report join outlet on outlet.id = r.outlet join report voice on voice.id = r.voice
 where v.id = ?1;
-- name: stream_reports_match
select f.rowid, r.public, o.name
  from report_index f cross join version v on v.id = f.rowid cross join report r on r.id = v.report cross join outlet o on o.id = r.outlet
 where f.report_index match ?3 and f.rowid between ?1 and ?2 order by f.rowid desc;
-- name: report_matches
select 1 from report_index where report_index match ?1 and rowid = ?2;
-- name: report_version
select version from report where id = ?1;
-- name: actor_by_id
select public, name, kind, code, sector from actor where id = ?1;
-- name: event_deeds
select actor, part from deed where event = ?1;
-- name: deed_counts
select actor, part, count(*) from deed where part < 4 group by actor, part;
-- name: outlet_name
select name from outlet where id = ?1;
-- name: actor_by_public
select id, name, kind, code, sector from actor where public = ?1;
-- name: actor_types
select deed.part, event.type, count(*) from deed cross join event on event.id = deed.event where deed.actor = ?1 and deed.part < 4
 group by deed.part, event.type;
-- name: actor_others
select actor.public, actor.name, sum(other.part = 1), sum(other.part = 0)
  from (select event, part from deed where actor = ?1 and part in (0, 1) order by event desc limit 20000) own
  cross join deed other on other.event = own.event and other.part = 1 - own.part and other.actor <> ?1
  cross join actor on actor.id = other.actor
 group by actor.id order by count(*) desc, actor.public limit 20;
-- name: actor_recent
select event from (
    select event from (select event from deed where actor = ?1 and part = 0 order by event desc limit 20)
    union select event from (select event from deed where actor = ?1 and part = 1 order by event desc limit 20)
    union select event from (select event from deed where actor = ?1 and part = 2 order by event desc limit 20))
 order by event desc limit 20;
-- name: events_of_claim
select id from event where claim = ?1 and views & 1 order by current desc, id;
-- name: incident_forwarded
select incident.id from forward join incident on incident.public = forward.present where forward.former = ?1;
-- name: claim_changes
select change.kind, change.former, change.present, change.fields, coder.version, coder.tables, coder.model, coding.coded
  from change join coding on coding.id = change.coding join coder on coder.id = coding.coder
 where change.former = ?1 or change.present = ?1 order by coding.id;
-- name: claim_coder
select coder.version, coder.tables, coder.model from event join coding on coding.id = event.coding join coder on coder.id = coding.coder
 where event.claim = ?1 and not coding.people order by event.id desc limit 1;
-- name: report_by_public
select id, version from report where public = ?1;
-- name: version_record
select v.text, c.layers, c.id, r.status, r.embargo, r.note, r.version = v.id from version v join coding c on c.id = v.coding join report r on r.id = v.report
 where v.id = ?1;
-- name: report_history
select v.number, v.kind, v.published, v.added, v.sha256_input, v.sha256_text, coder.version, coder.tables, coder.model, c.coded, c.id,
       (select count(*) from change where coding = c.id and kind = 'added'), (select count(*) from change where coding = c.id and kind = 'withdrawn'),
       (select count(*) from change where coding = c.id and kind = 'changed'), (select count(*) from event where coding = c.id),
       (select min(id) from coding where version = v.id)
  from version v join coding c on c.version = v.id join coder on coder.id = c.coder where v.report = ?1 and not c.people
 order by v.number, c.id;
-- name: report_copies
select r.public, o.name, c.similarity, c.method
  from copy c join report r on r.id = case when c.later = ?1 then c.earlier else c.later end join outlet o on o.id = r.outlet
 where c.later = ?1 or c.earlier = ?1 order by r.public;
-- name: stats
select (select count(*) from report), (select count(*) from version), (select count(*) from coding where not people),
       (select count(*) from event where views & 1),
       (select count(*) from event where current = 1 and views & 1), (select count(*) from incident), (select count(*) from outlet where exists
        (select 1 from report where outlet = outlet.id)), (select count(distinct voice) from report), (select count(*) from actor),
       (select min(published) from version), (select max(published) from version), (select page_count * page_size from pragma_page_count, pragma_page_size),
       (select count(*) from review);
-- name: stats_types
select type, count(*) from event where current = 1 and views & 1 group by type order by type;
-- name: stats_certainty
select factuality, count(*) from event where current = 1 and views & 1 group by factuality order by factuality;
-- name: stats_outlets
select outlet.name, count(*) from report join outlet on outlet.id = report.outlet group by outlet.id order by count(*) desc, outlet.name limit 20;
-- name: coding_events_ordered
select e.id, e.claim, r.record from event e join event_record r on r.event = e.id where e.coding = ?1 order by e.ordinal;
