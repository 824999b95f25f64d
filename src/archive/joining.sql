-- name: coding_mentions
select id from mention where coding = ?1 order by id;
-- name: mention_find
select id, incident, parent, cluster, features from mention where id = ?1;
-- name: mention_incident
update mention set incident = ?2 where id = ?1;
-- name: mention_hang
update mention set parent = ?2, cluster = ?3 where id = ?1;
-- name: mention_children
select id from mention where parent = ?1 order by id;
-- name: mention_cluster_mate
select id, incident from mention where cluster = ?1 and id <> ?2 and incident is not null order by id limit 1;
-- name: mention_keys_insert
insert or ignore into mention_key (key, mention) select value, ?1 from json_each(?2);
-- name: mention_keys_delete
delete from mention_key where mention = ?1 and key in (select value from json_each(?2));
-- name: mention_keys_known
select value from json_each(?1) where exists (select 1 from mention_key where key = value);
-- name: mention_key_other
select 1 from mention_key where key = ?1 and mention <> ?2 limit 1;
-- name: mentions_near
select id, incident, parent, cluster, features from mention
 where id in (select found.mention from json_each(?1) wanted cross join mention_key found on found.key = wanted.value)
 order by id;
-- name: mention_link_insert
insert or ignore into mention_link (later, earlier, rule) values (?1, ?2, ?3);
-- name: mention_link_delete
delete from mention_link where later = ?1;
-- name: mention_link_delete_both
delete from mention_link where later = ?1 or earlier = ?1;
-- name: incident_insert
insert into incident (public) values (?1);
-- name: incident_find
select id from incident where public = ?1;
-- name: incident_delete
delete from incident where id = ?1;
-- name: incident_taken
select 1 from incident where public = ?1 union all select 1 from forward where former = ?1;
-- name: incident_members
select id from mention where incident = ?1 order by id;
-- name: incident_any_member
select 1 from mention where incident = ?1 limit 1;
-- name: incident_free
select 1 from incident where id = ?1 and not exists (select 1 from mention where incident = ?1);
-- name: incident_merge
update mention set incident = ?2 where incident = ?1;
-- name: incident_name
select public from incident where id = ?1;
-- name: forward_insert
insert or replace into forward (former, present) values (?1, ?2);
-- name: forward_delete
delete from forward where former = ?1;
-- name: gone_insert
insert or ignore into temp.gone (public) select public from incident where id = ?1;
-- name: forward_forget
delete from forward where present in (select public from temp.gone) and not exists (select 1 from incident where public = forward.present);
-- name: gone_clear
delete from temp.gone;
-- name: forward_redirect
update forward set present = ?2 where present = ?1;
-- name: incident_size
select count(*) from mention where incident = ?1;
-- name: mention_group
select g.number, g.apart from event e cross join grouping g on g.claim = e.claim where e.mention = ?1 order by g.number desc limit 1;
-- name: group_members
select distinct m.id from grouping g cross join event e on e.claim = g.claim cross join mention m on m.id = e.mention
 where g.number = ?1 and m.incident is not null order by m.id;
-- name: grouping_all
select claim, number, apart from grouping order by claim;
-- name: grouping_clear
delete from grouping;
-- name: grouping_insert
insert into grouping (claim, number, apart) values (?1, ?2, ?3);
-- name: claim_incidents
select distinct m.incident, i.public from event e cross join mention m on m.id = e.mention cross join incident i on i.id = m.incident where e.claim = ?1;
-- name: incident_claims
select distinct e.claim, e.mention from mention m cross join event e on e.mention = m.id where m.incident = ?1 order by e.mention, e.claim;
