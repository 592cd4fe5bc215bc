-- What the office of the scheme stands on: who signs for the région and its académies, papers kept about a file, the last
-- night each nightly job was asked for.

create table identity (
    scope text primary key,
    name text not null,
    address text not null,
    signatory text not null,
    quality text not null,
    delegation text not null,
    email text not null,
    phone text not null,
    host text not null,
    officer text not null,
    court text not null,
    changed_at bigint not null
);

create table paper (
    id uuid primary key,
    about uuid not null,
    topic text not null,
    hash text not null,
    name text not null,
    mime text not null,
    size bigint not null,
    kept_at bigint not null,
    kept_by uuid
);
create index paper_about on paper (about);

create table nightly (
    job text primary key,
    day text not null
);
