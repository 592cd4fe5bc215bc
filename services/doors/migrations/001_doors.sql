-- What may happen once only, or not too often: a code of the second factor, a letter about a forgotten password.

create table second_factor_use (
    account_id uuid primary key references account (id),
    step bigint not null
);

create table door_letter (
    account_id uuid not null references account (id),
    kind text not null,
    at bigint not null,
    primary key (account_id, kind)
);
