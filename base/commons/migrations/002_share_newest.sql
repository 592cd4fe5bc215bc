-- The newest things of a circle are read from the index alone.
create index share_newest on share (circle_id, visible_from, thing_id, level);
drop index share_feed;
