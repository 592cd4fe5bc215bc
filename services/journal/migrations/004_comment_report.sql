-- A report is about a post, or about one of its comments.

alter table report add column comment_id uuid;
