-- Doors for children: devices of a class and their pairing, what each child comes in with, what was refused. Tokens and codes
-- are kept as digests; the code of a family is derived, its mark alone is here to find it by.

create table tablet_class (
    circle_id uuid primary key,
    school_id uuid not null,
    charter_on text,
    charter_by uuid,
    badges_until bigint
);

create table tablet_device (
    id uuid primary key,
    school_id uuid not null,
    circle_id uuid not null,
    name text not null,
    token bytea not null,
    year_long boolean not null,
    enrolled_by uuid,
    created_at bigint not null,
    confirmed_at bigint,
    seen_at bigint,
    until bigint not null,
    revoked_at bigint
);
create unique index tablet_device_token on tablet_device (token);
create index tablet_device_circle on tablet_device (circle_id);
create index tablet_device_until on tablet_device (until);

create table tablet_pairing (
    id uuid primary key,
    school_id uuid not null,
    circle_id uuid not null,
    mark bytea not null,
    year_long boolean not null,
    by_id uuid not null,
    until bigint not null,
    used_at bigint
);
create index tablet_pairing_mark on tablet_pairing (mark);
create index tablet_pairing_circle on tablet_pairing (circle_id);
create index tablet_pairing_until on tablet_pairing (until);

-- The sessions begun on a device: they end with it.
create table tablet_entry (
    token bytea primary key,
    school_id uuid not null,
    device_id uuid not null,
    account_id uuid not null,
    at bigint not null
);
create index tablet_entry_device on tablet_entry (device_id);
create index tablet_entry_at on tablet_entry (at);

create table tablet_refusal (
    id uuid primary key,
    school_id uuid not null,
    circle_id uuid not null,
    person_id uuid,
    door text not null,
    at bigint not null
);
create index tablet_refusal_circle on tablet_refusal (circle_id, at);
create index tablet_refusal_at on tablet_refusal (at);

create table tablet_pupil (
    person_id uuid primary key,
    animal text,
    pictures bytea,
    pictures_until bigint,
    failures bigint not null,
    locked_until bigint,
    changed_at bigint not null
);
create index tablet_pupil_changed on tablet_pupil (changed_at);

create table tablet_badge (
    id uuid primary key,
    person_id uuid not null,
    token bytea not null,
    mark bytea not null,
    given_at bigint not null,
    given_by uuid,
    until bigint not null
);
create unique index tablet_badge_token on tablet_badge (token);
create unique index tablet_badge_mark on tablet_badge (mark);
create index tablet_badge_person on tablet_badge (person_id);
create index tablet_badge_until on tablet_badge (until);

create table tablet_home (
    child_id uuid primary key,
    number bigint not null,
    mark bytea not null,
    since bigint not null,
    given_by uuid,
    until bigint not null
);
create unique index tablet_home_mark on tablet_home (mark);
create index tablet_home_until on tablet_home (until);
