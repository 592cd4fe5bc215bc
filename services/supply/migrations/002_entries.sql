-- People entered by hand, entries that may be of one person, and what one entry gave another when it took its place.

create table supply_entry (
    person_id uuid primary key,
    school_id uuid not null,
    kind text not null,
    until text,
    entered_by uuid not null,
    entered_at bigint not null,
    ended_at bigint
);
create index supply_entry_school on supply_entry (school_id, entered_at);

create table supply_double (
    id uuid primary key,
    person_a uuid not null,
    person_b uuid not null,
    common_school uuid,
    academy text not null,
    score bigint not null,
    reasons text not null,
    state text not null,
    found_at bigint not null,
    decided_by uuid,
    decided_at bigint,
    absorption_id uuid
);
create unique index supply_double_pair on supply_double (person_a, person_b);
create index supply_double_school on supply_double (common_school, state);
create index supply_double_academy on supply_double (academy, state);

create table supply_absorption (
    id uuid primary key,
    parent_id uuid,
    kept_id uuid not null,
    other_id uuid not null,
    changes text not null,
    by_id uuid,
    at bigint not null,
    undone_at bigint
);
create index supply_absorption_parent on supply_absorption (parent_id);
