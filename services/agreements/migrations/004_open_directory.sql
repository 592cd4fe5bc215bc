-- A file of the open directory of schools, read and compared, which waits for whoever sent it to apply it: what was
-- understood, as JSON, not the file. Gone after two days.

create table open_directory_trial (
    id uuid primary key,
    account_id uuid not null,
    made_at bigint not null,
    file text not null,
    report text not null,
    found text not null,
    applied_at bigint
);
create index open_directory_trial_account on open_directory_trial (account_id, made_at);
