-- Whoever signs a post besides the one who began it is given it to write (level 3 of a share).

insert into share (thing_id, circle_id, level, visible_from, given_by, given_at)
select w.thing_id, w.person_id, 3, t.created_at, t.author_id, t.created_at
from post_author w
join thing t on t.id = w.thing_id
where w.person_id <> t.author_id
on conflict (thing_id, circle_id) do nothing;
