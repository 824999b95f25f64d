-- The archive's schema, step from version 2 to 3: what was asked of the web, so that a feed is asked for changes only (docs/feeds.md).
create table retrieval (                 -- what was asked of the web: feeds, and the pages of their entries
    address text primary key,
    feed text,                           -- of an entry's address: the feed that named it
    entry text,                          -- of an entry: the hash of its bytes in the feed
    status integer not null,             -- HTTP's last answer; 0: none, or not asked for
    etag text,                           -- of what was taken in last
    last_modified text,
    moved text,                          -- where it was moved for good
    result text not null,                -- added, same, reserved, disallowed, gone, failed
    failures integer not null,           -- in a row
    due integer not null,                -- seconds since 1970: not to be asked again before
    asked text not null                  -- UTC
) without rowid;
