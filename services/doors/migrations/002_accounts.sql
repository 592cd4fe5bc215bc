-- What those in charge of accounts did, and how far each account is. `sheet`: the number of the sheet that was handed over, which
-- a newer one makes of no use. `password`: the temporary one as it is kept; another chosen since, the row says nothing more.

create table door_invitation (
    account_id uuid primary key,
    at bigint not null,
    by_id uuid,
    way text not null,
    sheet bigint not null
);

create table door_seen (
    account_id uuid primary key,
    day text not null
);

create table door_temporary (
    account_id uuid primary key,
    password text not null,
    at bigint not null
);

create table door_act (
    id uuid primary key,
    account_id uuid not null,
    kind text not null,
    at bigint not null,
    by_id uuid,
    reason text
);
create index door_act_account on door_act (account_id, at);
