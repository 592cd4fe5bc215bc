-- Who looked at whose file, a row per account, person, topic and day, counted up; and what somebody may not do any more with
-- the data of a person, at that person's request.

create table access (
    subject_id uuid not null,
    day text not null,
    topic text not null,
    account_id uuid not null,
    reason text,
    times bigint not null,
    first_at bigint not null,
    last_at bigint not null,
    primary key (subject_id, day, topic, account_id)
);

create table data_limit (
    id uuid primary key,
    person_id uuid not null,
    kind text not null,
    topic text not null,
    reason text not null,
    since bigint not null,
    until bigint,
    granted_by uuid,
    released_by uuid
);
create unique index data_limit_once on data_limit (person_id, topic) where until is null;
create index data_limit_person on data_limit (person_id, since);
create index data_limit_topic on data_limit (topic) where until is null;

-- « Qui a vu mes données ? » reads the journal by whom an act was done to.
create index audit_subject on audit (subject, at) where subject is not null;

-- What somebody wrote, sent and answered is found again for a copy of it.
create index thing_author on thing (author_id, created_at);
create index file_owner on file (owner_id, created_at);
create index image_right_adult on image_right (adult_id);
