-- The archive's schema, step from version 4 to 5: what a report adds stands on few pages. Keys by which mentions are compared, and numbers of clusters, begin
-- with the day (day_key); deeds follow actor and event. The keys are written when all mentions are joined again, as they are where the
-- rules of before are not the present ones.
drop table mention_key;
create table mention_key (               -- what mentions may be joined by: only mentions that share a key are compared
    key integer not null,
    mention integer not null,            -- no foreign key: rows go with their mention by its features, without an index of their own
    primary key (key, mention)
) without rowid;
alter table deed rename to deed_of_before;
create table deed (                      -- which actor has which part in which claim
    actor integer not null references actor,
    part integer not null,               -- 0 did, 1 received, 2 said, 3 denied
    event integer not null references event on delete cascade,
    primary key (actor, event, part)
) without rowid;
insert into deed (actor, part, event) select actor, part, event from deed_of_before;
drop table deed_of_before;
create index deed_by_event on deed (event);
delete from property where name = 'rules';
