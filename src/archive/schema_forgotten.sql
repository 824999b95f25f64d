-- The archive's schema, step from version 5 to 6: what was forgotten, and the bytes that were kept. docs/law.md and docs/evidence.md explain it.
create table forgotten (                 -- what is not to come back; laut add passes it over
    hash text primary key,               -- SHA-256 of a report's address, or where it has none of its text
    at text not null                     -- UTC
) without rowid;

create table original (                  -- the bytes of reports as they came, where they are kept (laut add --keep-bytes)
    sha256 text primary key,             -- the version's sha256_input
    bytes blob not null                  -- packed (archive/layers.c)
) without rowid;

-- Versions: 1 a name was taken out of the text, which is no longer the one of its hash.
alter table version add column forgotten integer not null default 0;
