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
-- name: forward_redirect
update forward set present = ?2 where present = ?1;
-- name: incident_size
select count(*) from mention where incident = ?1;
