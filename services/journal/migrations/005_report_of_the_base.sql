-- Reports are of the base now, for things of every service: those of posts and comments move there.

insert into thing_report (id, thing_id, part, school_id, reporter_id, reason, created_at, settled_at, settled_by)
select id, thing_id, comment_id, school_id, reporter_id, reason, created_at, settled_at, settled_by from report;

drop table report;

-- The queue « À valider » reads the comments that wait in a school.
create index comment_pending on comment (school_id, created_at) where state = 'pending';
