-- What somebody commented is found when they are erased.

create index news_comment_author on news_comment (author_id);
