-- Files on their way: announced, received piece by piece, waiting to be attached to what their sender writes.

create table deposit (
    id uuid primary key,
    account_id uuid not null,
    name text not null,
    size bigint not null,
    received bigint not null,
    hash text,
    mime text,
    width bigint,
    height bigint,
    created_at bigint not null,
    finished_at bigint,
    used_at bigint
);
create index deposit_account on deposit (account_id, created_at);
create index deposit_hash on deposit (hash);

create table deposit_chunk (
    deposit_id uuid not null references deposit (id),
    start bigint not null,
    size bigint not null,
    primary key (deposit_id, start)
);

-- The sizes of a photograph, until it is attached.
create table deposit_variant (
    deposit_id uuid not null references deposit (id),
    variant text not null,
    hash text not null,
    width bigint not null,
    height bigint not null,
    size bigint not null,
    primary key (deposit_id, variant)
);
create index deposit_variant_hash on deposit_variant (hash);

-- Which part of a thing carries the file: a message of a conversation; none for the thing itself.
alter table attachment add column part uuid;

-- Bytes are kept once: before they are removed, nobody else may need them.
create index file_hash on file (hash);
create index file_variant_hash on file_variant (hash);
