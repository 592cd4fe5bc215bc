-- Those who left: until when their account opens, when they are erased, what they chose about what they gave to others, what they
-- were told. A row goes when they come back, and when they are erased.

create table departure (
    person_id uuid primary key,
    account_id uuid,
    academy text not null,
    profile text not null,
    left_school uuid,
    gone_at bigint not null,
    by_hand boolean not null,
    destination text,
    began_at bigint not null,
    closes_on text not null,
    erases_on text not null,
    stays boolean,
    answered_at bigint,
    told_at bigint,
    month_told_at bigint,
    week_told_at bigint,
    unreached boolean not null,
    closed_at bigint
);
create index departure_account on departure (account_id);
create index departure_school on departure (left_school, gone_at);
create index departure_end on departure (erases_on);
create index departure_untold on departure (account_id) where told_at is null;
create index departure_open on departure (closes_on) where closed_at is null;

-- Departures somebody of the school announced, that have not come yet.
create table departure_plan (
    person_id uuid primary key,
    from_school uuid not null,
    leaves_on text not null,
    destination text not null,
    by_account uuid not null,
    at bigint not null
);
create index departure_plan_day on departure_plan (leaves_on);
create index departure_plan_school on departure_plan (from_school);

-- How long an account opens after a departure, and when it is erased, where an académie chose otherwise.
create table departure_grace (
    academy text not null,
    profile text not null,
    closes_days bigint not null,
    erases_days bigint not null,
    set_at bigint not null,
    set_by uuid not null,
    primary key (academy, profile)
);

-- The proof of what was erased: how many people a day, and how many rows of each service. No name, no number of anybody.
create table erasure_day (
    day text not null,
    academy text not null,
    pupils bigint not null,
    guardians bigint not null,
    staff bigint not null,
    guests bigint not null,
    accounts bigint not null,
    kept_contributions bigint not null,
    at bigint not null,
    primary key (day, academy)
);

create table erasure_count (
    day text not null,
    academy text not null,
    service text not null,
    erased bigint not null,
    primary key (day, academy, service)
);
