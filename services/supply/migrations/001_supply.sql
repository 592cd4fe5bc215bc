-- What a school gives the directory itself: extractions of ONDE, read, looked at, applied, put back within thirty days; and what
-- is to be corrected in ONDE.

create table supply_run (
    id uuid primary key,
    school_id uuid not null,
    account_id uuid not null,
    choices text not null,
    made_at bigint not null,
    applied_at bigint,
    undone_at bigint,
    report text
);
create index supply_run_school on supply_run (school_id, made_at);
create index supply_run_age on supply_run (made_at);

-- The files as they were sent, while they are not applied.
create table supply_file (
    run_id uuid not null references supply_run (id),
    school_id uuid not null,
    position bigint not null,
    name text not null,
    content bytea not null,
    primary key (run_id, position)
);

-- What a run changed: each row as it was, none when it was not there, and as the run left it.
create table supply_change (
    run_id uuid not null references supply_run (id),
    school_id uuid not null,
    position bigint not null,
    row_key text not null,
    image_before text,
    image_after text,
    primary key (run_id, position)
);

create table supply_correction (
    id uuid primary key,
    school_id uuid not null,
    person_id uuid not null,
    field text not null,
    directory_says text not null,
    somebody_says text not null,
    by_id uuid,
    at bigint not null,
    done_at bigint
);
create index supply_correction_school on supply_correction (school_id, done_at);
create index supply_correction_person on supply_correction (person_id);
create index supply_correction_by on supply_correction (by_id);
