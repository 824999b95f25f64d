-- name: retrieval_find
select feed, entry, status, etag, last_modified, moved, result, failures, due from retrieval where address = ?1;
-- name: retrieval_keep
insert or replace into retrieval (address, feed, entry, status, etag, last_modified, moved, result, failures, due, asked)
values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'));
