-- What schools ask of their commune, or of the grouping that pays for them, and the kinds of requests each of these takes.
-- A request is a thing for those who are told of it; its scope is the territory it goes to: `town:031:montaubrac`.

-- What a commune changed of a shipped kind, or added: those shipped and never touched have no row.
create table town_procedure (
    scope text not null,
    slug text not null,
    label text not null,
    sort_key text not null,
    fields text not null,
    service text not null,
    email text,
    delay_days bigint not null,
    active boolean not null,
    changed_at bigint not null,
    primary key (scope, slug)
);

create table town_request (
    id uuid primary key references thing (id),
    school_id uuid not null,
    scope text not null,
    procedure text not null,
    label text not null,
    title text not null,
    body text not null,
    answers text not null,
    priority text not null,
    state text not null,
    author text not null,
    account_id uuid not null,
    service text not null,
    email text,
    files bigint not null,
    due_on text not null,
    planned_on text,
    deadline text,
    waiting_since text,
    created_at bigint not null,
    changed_at bigint not null,
    done_at bigint
);
create index town_request_scope on town_request (scope, created_at);
create index town_request_school on town_request (school_id, created_at);

create table town_request_entry (
    id uuid primary key,
    request_id uuid not null references town_request (id),
    school_id uuid not null,
    kind text not null,
    by_town boolean not null,
    author text not null,
    account_id uuid not null,
    body text not null,
    detail text not null,
    files bigint not null,
    at bigint not null
);
create index town_request_entry_request on town_request_entry (request_id, at);
