-- The archive's schema, step from version 1 to 2: what people say about claims stands beside them, and what was done with the archive is
-- written down. docs/review.md explains it. The table of version 1 was never filled.
drop table review;

create table review (                    -- what people say; rows are only ever added
    id integer primary key,              -- in the order in which they were made
    made text not null,                  -- UTC
    reviewer text not null,
    verdict text not null,               -- confirmed, corrected, rejected, added; joined, split; undone
    claim text,                          -- c-…, what it is about; null: of incidents
    sha256_text text,                    -- of the text in which the claim stands
    reason text,
    coding text,                         -- JSON, the machine's event as it was seen; null: added, joined, split, undone
    correction text,                     -- JSON, the fields that are corrected; added: the whole event
    claims text,                         -- joined: JSON, [[c-…], [c-…], …], the sides; split: [[c-…]], what is taken out
    undoes integer references review     -- undone: which review
);
create index review_by_claim on review (claim) where claim is not null;
create index review_by_text on review (sha256_text) where sha256_text is not null;
create index review_by_undoes on review (undoes) where undoes is not null;
create index review_of_incidents on review (id) where claim is null;

create table lease (                     -- which claim is before which reviewer, so that two do not do one work
    claim text primary key,
    reviewer text not null,
    until integer not null               -- seconds since 1970
) without rowid;

create table grouping (                  -- which claims people have joined or split; made of the reviews (archive/review_incidents.c)
    claim text primary key,
    number integer not null,             -- the last review that placed it
    apart integer not null               -- 1: nothing else joins them by rule
) without rowid;
create index grouping_by_number on grouping (number);

create table log (                       -- what was done, each entry bound to the one before (archive/log.c)
    number integer primary key,          -- 1, 2, …
    entry text not null,                 -- JSON, one line
    hash text not null                   -- SHA-256 of the former entry's hash, a line feed and this entry
);

-- Events: 1 stands among the codings of the machine, 2 among what people have confirmed or corrected, 4 people have spoken of it.
alter table event add column views integer not null default 1;
-- Codings: 1 holds what people have corrected or added (archive/review_apply.c).
alter table coding add column people integer not null default 0;
