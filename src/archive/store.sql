-- name: begin
begin immediate;
-- name: commit
commit;
-- name: rollback
rollback;
-- name: outlet_find
select id from outlet where name = ?1;
-- name: outlet_insert
insert into outlet (name) values (?1);
-- name: coder_find
select id from coder where version = ?1 and tables = ?2 and model = ?3;
-- name: coder_insert
insert into coder (version, tables, model) values (?1, ?2, ?3);
-- name: report_by_uri
select id from report where uri = ?1;
-- name: report_by_own_id
select id from report where own_id = ?1 and outlet = ?2 and (uri is null or ?3);
-- name: report_by_text
select report from version where sha256_text = ?1 order by report limit 1;
-- name: report_public_taken
select 1 from report where public = ?1;
-- name: report_insert
insert into report (public, uri, own_id, outlet, voice, agency) values (?1, ?2, ?3, ?4, 0, '');
-- name: report_current
update report set version = ?2 where id = ?1;
-- name: report_agency
update report set agency = ?2 where id = ?1;
-- name: report_voice
update report set voice = ?2 where id = ?1;
-- name: report_head
select report.public, report.version, version.number, version.sha256_input, version.sha256_text, version.title, version.coding,
       version.text, version.published, report.status, report.number
  from report join version on version.id = report.version where report.id = ?1;
-- name: version_last_id
select max(id) from version where id >= ?1 and id < ?2;
-- name: version_insert
insert into version (id, report, number, kind, published, title, text, sha256_input, sha256_text, added)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
-- name: version_coding
update version set coding = ?2 where id = ?1;
-- name: report_index_insert
insert into report_index (rowid, title, text) values (?1, ?2, ?3);
-- name: report_index_delete
insert into report_index (report_index, rowid, title, text) values ('delete', ?1, ?2, ?3);
-- name: coding_insert
insert into coding (version, coder, coded, layers) values (?1, ?2, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?3);
-- name: event_last_id
select max(id) from event where id >= ?1 and id < ?2;
-- name: event_insert
insert into event (id, claim, coding, report, outlet, mention, current, type, modes, factuality, happened_begin, happened_end,
                   said_begin, said_end, published, who, whom, sources, goods, country, confidence, state, ordinal)
values (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22);
-- name: event_record_insert
insert into event_record (event, record) values (?1, ?2);
-- name: event_index_insert
insert into event_index (rowid, terms, words) values (?1, ?2, ?3);
-- name: event_index_delete
insert into event_index (event_index, rowid, terms, words) values ('delete', ?1, ?2, ?3);
-- name: report_standing
update report set status = coalesce(?2, status), embargo = ?3, note = ?4, number = max(number, ?5) where id = ?1;
-- name: event_withdraw
update event set current = 2 where current = 1 and coding in (select coding.id from coding join version on version.id = coding.version
       join report on report.id = version.report where version.id = ?1 and report.status = 'withdrawn');
-- name: deed_withdraw
delete from deed where event in (select event.id from coding join event on event.coding = coding.id where coding.version = ?1 and event.current = 2);
-- name: event_supersede
update event set current = 0 where coding = ?1;
-- name: mention_insert
insert into mention (coding, incident, family, features) values (?1, ?2, ?3, ?4);
-- name: actor_find
select id from actor where public = ?1;
-- name: actor_insert
insert into actor (public, name, kind, code, sector) values (?1, ?2, ?3, ?4, ?5);
-- name: deed_insert
insert or ignore into deed (actor, part, event) values (?1, ?2, ?3);
-- name: change_insert
insert or ignore into change (coding, kind, former, present, fields) values (?1, ?2, ?3, ?4, ?5);
-- name: coding_events
select event.id, event.claim, event_record.record from event join event_record on event_record.event = event.id
 where event.coding = ?1 order by event.id;
-- name: forward_find
select present from forward where former = ?1;
-- name: change_count
insert into property (name, value) values ('change', 1) on conflict (name) do update set value = value + 1;
-- name: version_of_text
select id from version where report = ?1 and sha256_text = ?2 and (title is ?3 or forgotten);
-- name: version_count
select count(*) from version where report = ?1;
-- name: deed_supersede
delete from deed where event in (select id from event where coding = ?1);
-- name: version_text
select coalesce(title, ''), text from version where id = ?1;
