-- Protection of children: what is reported, the words a school watches, what families allow of their children's image.

create table thing_report (
    id uuid primary key,
    thing_id uuid not null references thing (id),
    part uuid,
    school_id uuid not null,
    reporter_id uuid not null,
    reason text not null,
    created_at bigint not null,
    settled_at bigint,
    settled_by uuid,
    outcome text
);
create index thing_report_thing on thing_report (thing_id, created_at);
create index thing_report_open on thing_report (school_id, created_at) where settled_at is null;

create table watched_word (
    id uuid primary key,
    school_id uuid not null,
    word text not null,
    folded text not null,
    added_by uuid not null,
    added_at bigint not null
);
create unique index watched_word_once on watched_word (school_id, folded);

-- Rows are added and never changed: of what an adult answered for a child, a use and a year, the highest number counts.
create table image_right (
    id uuid primary key,
    school_id uuid not null,
    child_id uuid not null,
    adult_id uuid not null,
    purpose text not null,
    year bigint not null,
    number bigint not null,
    answer text not null,
    answered_at bigint not null,
    entered_by uuid,
    note text
);
create unique index image_right_once on image_right (child_id, adult_id, purpose, school_id, year, number);
