-- What somebody answered and read is found when they are erased.

create index help_entry_account on help_entry (account_id);
create index help_request_assignee on help_request (assignee_id) where assignee_id is not null;
create index help_article_reading_account on help_article_reading (account_id);
