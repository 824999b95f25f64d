-- The archive's schema, version 1 (user_version). docs/archive.md explains it table by table.
--
-- Ids of events and versions follow the days: the day's number times 2^24, plus a number within that day (archive/day.h). One
-- range of ids is one range of days in every table and index, and a page of results goes on behind the last id.

create table property (                  -- what holds for the archive as a whole
    name text primary key,
    value
) without rowid;

create table outlet (
    id integer primary key,
    name text not null unique            -- '' where a report does not tell its publisher
);

create table coder (                     -- which laut, tables and model made a coding
    id integer primary key,
    version text not null,
    tables text not null,
    model text not null,
    unique (version, tables, model)
);

create table report (
    id integer primary key,
    public text not null unique,         -- r-…
    uri text,
    own_id text,                         -- the report's id where it has one, else a hash of its text
    outlet integer not null references outlet,
    version integer references version deferrable initially deferred,     -- the current one
    voice integer not null,              -- the group of near copies: the id of its first report
    agency text                          -- the agencies that the text credits, sorted, space separated; '' none
);
create unique index report_by_uri on report (uri) where uri is not null;
create index report_by_own_id on report (own_id, outlet);
create index report_by_voice on report (voice);

create table version (                   -- a text that an outlet printed
    id integer primary key,
    report integer not null references report on delete cascade,
    number integer not null,             -- 1, 2, …
    kind text not null,                  -- first; outlet: the outlet changed it; extraction: the same bytes read differently
    published text,
    title text,
    text text not null,
    sha256_input text not null,
    sha256_text text not null,
    coding integer references coding deferrable initially deferred,       -- the current one
    added text not null,                 -- UTC
    unique (report, number)
);
create index version_by_text on version (sha256_text);

create table coding (                    -- one reading of a version by one laut
    id integer primary key,
    version integer not null references version on delete cascade,
    coder integer not null references coder,
    coded text not null,                 -- UTC
    layers blob not null                 -- the record without text and events, JSON, zlib
);
create index coding_by_version on coding (version);

create table event (                     -- a claim
    id integer primary key,
    claim text not null,                 -- c-…, the public id
    ordinal integer not null,            -- which event of the record
    coding integer not null references coding on delete cascade,
    report integer not null references report on delete cascade,
    outlet integer not null,
    mention integer not null references mention deferrable initially deferred,
    current integer not null,            -- 0: superseded by another coding or version
    type text not null,
    modes text not null,                 -- space separated, as all lists here
    factuality text not null,
    happened_begin integer,              -- days since 1970-01-01; null: not told
    happened_end integer,
    said_begin integer,
    said_end integer,
    published integer,
    who text not null,                   -- CODE/SECTOR, ? for what is unknown
    whom text not null,
    sources text not null,               -- outermost first; '' the report itself
    goods text not null,                 -- classes
    country text,
    confidence real,
    state text                           -- of a transfer; null: none
);
create index event_by_claim on event (claim);
create index event_by_coding on event (coding);
create index event_by_mention on event (mention);
create index event_by_state on event (state, id) where state is not null;

create table event_record (              -- the event as in the record
    event integer primary key references event on delete cascade,
    record blob not null                 -- JSON, packed (archive/layers.c)
);

create table mention (                   -- the claims of one coding that tell one act: what incidents are joined from
    id integer primary key,
    coding integer not null references coding on delete cascade,
    incident integer references incident deferrable initially deferred,  -- null: superseded
    parent integer,                      -- the more specific mention that this one hangs on
    cluster integer,                     -- else: those that tell the same without a day (archive/joining.c)
    family text not null,
    features text not null               -- what the rules compare (archive/mention_features.h)
);
create index mention_by_parent on mention (parent) where parent is not null;
create index mention_by_cluster on mention (cluster) where cluster is not null;
create index mention_by_coding on mention (coding);
create index mention_by_incident on mention (incident) where incident is not null;

create table mention_key (               -- what mentions may be joined by: only mentions that share a key are compared
    key integer not null,
    day integer not null,
    mention integer not null,            -- no foreign key: rows go with their mention by its features, without an index of their own
    primary key (key, day, mention)
) without rowid;

create table mention_link (              -- why two mentions stand in one incident
    later integer not null references mention on delete cascade,
    earlier integer not null references mention on delete cascade,
    rule text not null,
    primary key (later, earlier)
) without rowid;
create index mention_link_by_earlier on mention_link (earlier);

create table incident (
    id integer primary key,
    public text not null unique          -- i-…
);

create table forward (                   -- public ids that were given up, and where they lead now
    former text primary key,
    present text not null
) without rowid;
create index forward_by_present on forward (present);

create table change (                    -- what a new version or coding did to claims
    coding integer not null references coding on delete cascade,
    kind text not null,                  -- added, withdrawn, changed, kept
    former text not null,                -- claim; '' added
    present text not null,               -- claim; '' withdrawn
    fields text not null,                -- changed: which
    primary key (coding, former, present)
) without rowid;
create index change_by_former on change (former);

create table signature (                 -- MinHash of a report's current text (archive/copy.c)
    report integer primary key references report on delete cascade,
    day integer not null,
    hashes blob not null
);

create table signature_band (
    day integer not null,
    band integer not null,
    report integer not null,             -- no foreign key: rows go with their signature
    primary key (day, band, report)
) without rowid;

create table copy (                      -- near copies
    later integer not null references report on delete cascade,
    earlier integer not null references report on delete cascade,
    similarity real not null,
    method text not null,
    primary key (later, earlier)
) without rowid;
create index copy_by_earlier on copy (earlier);

create table actor (                     -- states, organisations, office holders; no private persons
    id integer primary key,
    public text not null unique,         -- RUS, a-…
    name text not null,
    kind text not null,                  -- country, organisation, person
    code text,
    sector text
);

create table deed (                      -- which actor has which part in which claim
    actor integer not null references actor,
    part integer not null,               -- 0 did, 1 received, 2 said, 3 denied
    event integer not null references event on delete cascade,
    primary key (actor, part, event)
) without rowid;
create index deed_by_event on deed (event);

create table transfer_claim (            -- the ledger: one line per claim, supplier, recipient and goods
    supplier text not null,
    recipient text not null,
    class text not null,                 -- '' too general for one delivery
    designation text not null,           -- a named model without spaces and hyphens; '' none
    event integer not null references event on delete cascade,
    item integer not null,               -- index among the event's items
    state text not null,
    via text not null,
    primary key (supplier, recipient, class, designation, event, item)
) without rowid;
create index transfer_claim_by_event on transfer_claim (event);

create table review (                    -- what people say about claims; filled by later versions of laut
    id integer primary key,
    claim text not null,
    reviewer text not null,
    made text not null,
    verdict text not null,
    reason text,
    correction text                      -- JSON, field by field
);
create index review_by_claim on review (claim);

create virtual table event_index using fts5 (terms, words, content='', tokenize="unicode61 remove_diacritics 2");
create virtual table report_index using fts5 (title, text, content='version', content_rowid='id',
                                             tokenize="unicode61 remove_diacritics 2");
-- A report is one transaction, which leaves a small segment in each index: merge sixteen at once instead of four.
insert into event_index (event_index, rank) values ('automerge', 16);
insert into event_index (event_index, rank) values ('crisismerge', 32);
insert into report_index (report_index, rank) values ('automerge', 16);
insert into report_index (report_index, rank) values ('crisismerge', 32);
