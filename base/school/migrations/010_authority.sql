-- The communes and groupings that have charge of schools, and which of them pays for which. And the name of those who
-- hold a task: they are in no directory.

create table authority (
    id uuid primary key,
    kind text not null,
    siret text unique,
    name text not null,
    department text not null,
    insee text,
    territory text not null unique,
    address text not null,
    postcode text not null,
    town text not null,
    representative text not null,
    quality text not null,
    mandate_since text,
    mandate_until text,
    email text,
    phone text,
    chorus_service text,
    chorus_commitment text,
    sort_key text not null,
    search_key text not null,
    created_at bigint not null,
    gone_at bigint
);
create index authority_department on authority (department, sort_key);

create table authority_school (
    school_id uuid primary key,
    authority_id uuid not null references authority (id),
    source text not null,
    since bigint not null
);
create index authority_school_authority on authority_school (authority_id);

alter table account add column name text;
create index account_grant_scope on account_grant (scope);
