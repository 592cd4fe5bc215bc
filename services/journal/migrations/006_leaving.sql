-- What somebody signed and commented is found when they are erased.

create index post_author_person on post_author (person_id);
create index comment_author on comment (author_id);
