-- The archive's schema, step from version 6 to 7: a mention tells between which days it happened, and what tells different times is no longer joined
-- (archive/mention_features.h). What lies ahead of the report is no time of what it tells. All is joined again, as where the rules changed.
update mention set features = features ||
    (select '|' || coalesce(min(happened_begin), -2147483648) || '|' || coalesce(max(happened_end), -2147483648)
       from event where event.mention = mention.id and happened_begin is not null and (published is null or happened_begin <= published));
delete from property where name = 'rules';
