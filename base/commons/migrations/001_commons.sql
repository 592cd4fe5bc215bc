-- Things, shares, events, receipts, notifications, jobs, files, audit.

create table thing (
    id uuid primary key,
    kind text not null,
    school_id uuid not null,
    circle_id uuid not null,
    year bigint not null,
    author_id uuid not null,
    title text not null,
    excerpt text not null,
    cover uuid,
    cover_alt text,
    created_at bigint not null,
    updated_at bigint not null,
    withdrawn_at bigint
);

create table share (
    thing_id uuid not null references thing (id),
    circle_id uuid not null,
    level bigint not null,
    visible_from bigint not null,
    given_by uuid not null,
    given_at bigint not null,
    primary key (thing_id, circle_id)
);
create index share_feed on share (circle_id, visible_from);

create table event (
    id uuid primary key,
    school_id uuid,
    actor_id uuid,
    verb text not null,
    thing_id uuid,
    detail text,
    at bigint not null
);
create index event_thing on event (thing_id, at);

create table receipt (
    thing_id uuid not null references thing (id),
    version bigint not null,
    child_id uuid not null,
    adult_id uuid not null,
    delivered_at bigint,
    opened_at bigint,
    signed_at bigint,
    answer text,
    channel text not null,
    primary key (thing_id, version, child_id, adult_id)
);

create table notification (
    id uuid primary key,
    person_id uuid not null,
    thing_id uuid not null,
    verb text not null,
    detail text,
    times bigint not null,
    at bigint not null,
    visible_from bigint not null,
    read_at bigint
);
create unique index notification_once on notification (person_id, thing_id, verb);
create index notification_thing on notification (thing_id);

create table feed_seen (
    account_id uuid primary key,
    at bigint not null
);

create table job (
    id uuid primary key,
    kind text not null,
    payload text not null,
    run_at bigint not null,
    attempts bigint not null,
    claimed_until bigint,
    failed_at bigint,
    failure text
);
create index job_due on job (run_at) where failed_at is null;

create table file (
    id uuid primary key,
    school_id uuid not null,
    owner_id uuid not null,
    hash text not null,
    mime text not null,
    name text not null,
    size bigint not null,
    width bigint,
    height bigint,
    created_at bigint not null
);

create table file_variant (
    file_id uuid not null references file (id),
    variant text not null,
    hash text not null,
    width bigint not null,
    height bigint not null,
    size bigint not null,
    primary key (file_id, variant)
);

create table attachment (
    thing_id uuid not null references thing (id),
    file_id uuid not null references file (id),
    position bigint not null,
    alt text not null,
    primary key (thing_id, file_id)
);

create table holiday (
    zone text not null,
    label text not null,
    first_day text not null,
    last_day text not null,
    primary key (zone, first_day)
);

create table audit (
    id uuid primary key,
    at bigint not null,
    account_id uuid,
    action text not null,
    subject text,
    detail text,
    number bigint unique,
    seal text
);
create index audit_unsealed on audit (id) where number is null;
