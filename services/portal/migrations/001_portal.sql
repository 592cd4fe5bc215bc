-- Public sites of schools and communes: their pages, what of them was put on line, who may put it there.

create table portal_site (
    id uuid primary key,
    scope text not null unique,
    slug text not null unique,
    title text not null,
    presentation text not null,
    contact text not null,
    legal text not null,
    opened_at bigint,
    created_at bigint not null,
    changed_at bigint not null
);

create table portal_page (
    id uuid primary key,
    site_id uuid not null references portal_site (id),
    slug text not null,
    kind text not null,
    title text not null,
    blocks text not null,
    starts_on text,
    starts_at text,
    ends_on text,
    place text not null,
    state text not null,
    edition bigint not null,
    versions bigint not null,
    public_version bigint,
    word text,
    proposed_at bigint,
    proposed_by uuid,
    proposed_name text,
    published_at bigint,
    created_at bigint not null,
    changed_at bigint not null
);
create unique index portal_page_slug on portal_page (site_id, slug);
create index portal_page_state on portal_page (site_id, state);

-- What was put on line, as it was read over: changed by nothing after.
create table portal_version (
    page_id uuid not null references portal_page (id),
    version bigint not null,
    kind text not null,
    title text not null,
    blocks text not null,
    starts_on text,
    starts_at text,
    ends_on text,
    place text not null,
    proposed_by uuid,
    proposed_name text,
    published_at bigint not null,
    published_by uuid not null,
    published_name text not null,
    responsible text not null,
    quality text not null,
    primary key (page_id, version)
);

-- The photographs of a site; its documents are papers about it.
create table portal_picture (
    id uuid primary key,
    site_id uuid not null references portal_site (id),
    name text not null,
    hash text not null,
    width bigint not null,
    height bigint not null,
    kept_at bigint not null,
    kept_by uuid not null
);

-- The photographs and documents that pages on line show: everybody may have those, nobody the others.
create table portal_shown (
    page_id uuid not null references portal_page (id),
    file_id uuid not null,
    site_id uuid not null,
    primary key (page_id, file_id)
);
create index portal_shown_file on portal_shown (file_id);

create table portal_delegation (
    id uuid primary key,
    site_id uuid not null references portal_site (id),
    account_id uuid not null,
    name text not null,
    since_on text not null,
    until_on text not null,
    given_by uuid not null,
    given_at bigint not null,
    ended_at bigint
);
create index portal_delegation_site on portal_delegation (site_id);
create index portal_delegation_account on portal_delegation (account_id);

create table portal_report (
    id uuid primary key,
    site_id uuid not null references portal_site (id),
    page_id uuid,
    reason text not null,
    email text,
    created_at bigint not null,
    settled_at bigint,
    settled_by uuid
);
create index portal_report_open on portal_report (site_id, created_at) where settled_at is null;

create table portal_step (
    id uuid primary key,
    site_id uuid not null references portal_site (id),
    page_id uuid,
    verb text not null,
    by_account uuid,
    by_name text not null,
    word text,
    at bigint not null
);
create index portal_step_site on portal_step (site_id, at);
