-- Copies of what is kept about somebody, requests about rights and what was done about each, directives for after death.

create table data_copy (
    id uuid primary key,
    account_id uuid not null,
    subject_id uuid not null,
    label text not null,
    -- What was gathered, as JSON, until it is packed.
    content text,
    size bigint,
    asked_at bigint not null,
    ready_at bigint,
    ends_at bigint,
    fetched_at bigint
);
create index data_copy_account on data_copy (account_id, subject_id, asked_at);
create index data_copy_end on data_copy (ends_at);

create table rights_request (
    id uuid primary key,
    reference text not null unique,
    subject_id uuid,
    subject_name text not null,
    account_id uuid,
    kind text not null,
    channel text not null,
    scope text not null,
    body text not null,
    topics text not null,
    state text not null,
    identity text,
    received_on text not null,
    due_on text not null,
    extension_reason text,
    extended_at bigint,
    outcome text,
    closed_at bigint,
    read_at bigint,
    reminded_on text,
    created_at bigint not null,
    entered_by uuid
);
create index rights_request_account on rights_request (account_id, created_at);
create index rights_request_subject on rights_request (subject_id);
create index rights_request_open on rights_request (due_on) where closed_at is null;

create table rights_step (
    id uuid primary key,
    request_id uuid not null references rights_request (id),
    verb text not null,
    detail text not null,
    at bigint not null,
    account_id uuid
);
create index rights_step_request on rights_step (request_id, at);

-- What a limit took from its readers, to be given back with it.
create table limit_thing (
    limit_id uuid not null,
    thing_id uuid not null,
    primary key (limit_id, thing_id)
);

create table after_death (
    account_id uuid primary key,
    choice text not null,
    contact_name text not null,
    contact_address text not null,
    detail text not null,
    written_at bigint not null
);

create table death (
    id uuid primary key,
    account_id uuid not null unique,
    person_id uuid not null,
    name text not null,
    scope text not null,
    died_on text not null,
    entered_at bigint not null,
    entered_by uuid not null
);
