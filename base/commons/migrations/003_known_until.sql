-- A visit lasts hours: what was new when it began stays marked until the next one. What became visible up to
-- `known_until`, the last look of the visit before, is new no more.

alter table feed_seen add column known_until bigint not null default 0;
update feed_seen set known_until = at;
