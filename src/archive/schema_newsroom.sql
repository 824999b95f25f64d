-- The archive's schema, the step for what newsrooms say of reports that they have given out (archive/standing.h). In event, current 2 is a claim of a
-- report that was withdrawn; a version of the kind withdrawal holds the notice, and never is the current one.
alter table report add column status text;           -- usable, corrected, withheld, withdrawn; null: nothing was said
alter table report add column embargo text;          -- not to be published before
alter table report add column note text;             -- to editors
alter table report add column number integer not null default 0;     -- the newsroom's number of its latest version; 0: none
