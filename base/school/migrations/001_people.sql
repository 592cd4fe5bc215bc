-- Structures, people, accounts, links, circles. A directory row is never deleted by an import: it is dated.
-- The directory tables carry no foreign keys: their rows are loaded by the million and only by joins on one another. The
-- three largest have unique indexes for keys, which a first load can put aside.

create table academy (
    code text primary key,
    name text not null,
    delivered_on text
);

create table school (
    id uuid primary key,
    academy text not null,
    jointure bigint,
    uai text not null unique,
    name text not null,
    kind text,
    town text,
    details text not null,
    sort_key text not null,
    digest bigint,
    hours text,
    created_at bigint not null,
    gone_at bigint
);
create unique index school_source on school (academy, jointure);

create table person (
    id uuid not null,
    kind text not null,
    academy text,
    jointure bigint,
    last_name text not null,
    first_name text not null,
    civility text,
    birth_day text,
    email text,
    ine text,
    level text,
    details text not null,
    sort_key text not null,
    search_key text not null,
    digest bigint,
    incomplete boolean not null,
    created_at bigint not null,
    gone_at bigint
);
create unique index person_key on person (id);
create unique index person_source on person (academy, jointure);
create index person_ine on person (ine) where ine is not null;

create table guardianship (
    child_id uuid not null,
    adult_id uuid not null,
    relation bigint,
    position bigint not null,
    source text not null,
    since bigint not null,
    until bigint
);
create unique index guardianship_key on guardianship (child_id, adult_id);
create index guardianship_adult on guardianship (adult_id);

create table circle (
    id uuid primary key,
    school_id uuid not null,
    kind text not null,
    year bigint not null,
    academy text not null,
    key text not null,
    of_circle uuid,
    name text not null,
    sort_key text not null,
    since bigint not null,
    until bigint
);
create unique index circle_source on circle (academy, kind, year, key);
create index circle_school on circle (school_id, kind, year);
create index circle_of on circle (of_circle);

create table member (
    circle_id uuid not null,
    person_id uuid not null,
    role text not null,
    source text not null,
    since bigint not null,
    until bigint
);
create unique index member_key on member (circle_id, person_id, role, source);
create index member_person on member (person_id);

create table account (
    id uuid primary key,
    login text not null unique,
    password text,
    email text,
    sheet bigint not null,
    totp text,
    charter bigint not null,
    failures bigint not null,
    locked_until bigint,
    created_at bigint not null,
    activated_at bigint,
    blocked_at bigint
);
create index account_email on account (email);

create table account_person (
    person_id uuid primary key,
    account_id uuid not null references account (id),
    since bigint not null,
    linked_by uuid
);
create index account_person_account on account_person (account_id);

create table account_grant (
    account_id uuid not null references account (id),
    role text not null,
    scope text not null,
    since bigint not null,
    until bigint,
    primary key (account_id, role, scope)
);

create table session (
    token bytea primary key,
    account_id uuid not null references account (id),
    device text not null,
    created_at bigint not null,
    seen_at bigint not null,
    ends_at bigint not null
);
create index session_account on session (account_id);

create table charter_acceptance (
    account_id uuid not null references account (id),
    audience text not null,
    version bigint not null,
    at bigint not null,
    primary key (account_id, audience, version)
);
