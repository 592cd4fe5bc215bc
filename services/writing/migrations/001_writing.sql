-- What somebody was typing, kept until it is sent: on one device or another.

create table draft (
    id uuid primary key,
    account_id uuid not null,
    key text not null,
    content text not null,
    saved_at bigint not null
);
create unique index draft_key on draft (account_id, key);
