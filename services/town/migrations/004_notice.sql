-- Notices of a commune to the families of its schools, and what is kept open in each of them on a day of strike.

create table town_notice (
    thing_id uuid primary key references thing (id),
    scope text not null,
    kind text not null,
    body text not null,
    offers text not null,
    first_day text not null,
    last_day text not null,
    urgent text,
    delivered_at bigint not null,
    strike_id uuid,
    withdrawn_at bigint,
    withdrawn_reason text
);
create index town_notice_scope on town_notice (scope, first_day);

create table town_notice_school (
    school_id uuid not null,
    thing_id uuid not null references town_notice (thing_id),
    primary key (school_id, thing_id)
);
create index town_notice_school_notice on town_notice_school (thing_id);

create table town_strike (
    id uuid primary key,
    scope text not null,
    day text not null,
    note text not null,
    state text not null,
    thing_id uuid,
    changed_at bigint not null
);
create unique index town_strike_day on town_strike (scope, day);

create table town_strike_school (
    strike_id uuid not null references town_strike (id),
    school_id uuid not null,
    canteen boolean not null,
    morning boolean not null,
    evening boolean not null,
    minimum boolean not null,
    place text not null,
    hours text not null,
    note text not null,
    primary key (strike_id, school_id)
);
create index town_strike_school_school on town_strike_school (school_id);
