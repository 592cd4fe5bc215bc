-- The journal of a class: posts, those who wrote them, comments, reports.

create table post (
    thing_id uuid primary key references thing (id),
    school_id uuid not null,
    circle_id uuid not null,
    state text not null,
    body text not null,
    audience text not null,
    comments boolean not null,
    publish_at bigint,
    version bigint not null,
    submitted_at bigint,
    advice text,
    published_at bigint,
    delivered_at bigint,
    withdrawn_by uuid,
    withdrawn_reason text
);
create index post_journal on post (circle_id, delivered_at);

create table post_author (
    thing_id uuid not null references post (thing_id),
    school_id uuid not null,
    person_id uuid not null,
    primary key (thing_id, person_id)
);

create table comment (
    id uuid primary key,
    school_id uuid not null,
    thing_id uuid not null references post (thing_id),
    author_id uuid not null,
    body text not null,
    state text not null,
    created_at bigint not null,
    visible_from bigint not null
);
create index comment_post on comment (thing_id, created_at);

create table report (
    id uuid primary key,
    school_id uuid not null,
    thing_id uuid not null references post (thing_id),
    reporter_id uuid not null,
    reason text not null,
    created_at bigint not null,
    settled_at bigint,
    settled_by uuid
);
create index report_post on report (thing_id, created_at);
