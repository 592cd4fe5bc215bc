-- What each import did, in figures and line by line.

create table import_run (
    id uuid primary key,
    academy text not null,
    kind text not null,
    delivered_on text not null,
    started_at bigint not null,
    finished_at bigint not null,
    outcome text not null,
    counts text not null
);
create index import_run_time on import_run (finished_at);

create table import_finding (
    run_id uuid not null,
    position bigint not null,
    file text not null,
    entity text,
    record bigint,
    attribute text,
    code text not null,
    message text not null,
    value text,
    rejected boolean not null,
    uai text,
    primary key (run_id, position)
);
create index import_finding_school on import_finding (uai, run_id);

create table import_school (
    run_id uuid not null,
    uai text not null,
    kind text not null,
    created bigint not null,
    changed bigint not null,
    moved bigint not null,
    disappeared bigint not null,
    returned bigint not null,
    primary key (run_id, uai, kind)
);
create index import_school_uai on import_school (uai, run_id);
