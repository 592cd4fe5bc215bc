-- What somebody asked and said is found when they are erased.

create index town_request_account on town_request (account_id);
create index town_request_entry_account on town_request_entry (account_id);
