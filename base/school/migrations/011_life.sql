-- People beside those of the deliveries: read from ONDE, or entered by hand. `merged_into`: the entry of the same person that
-- took its place. Doors by which a session was begun. What a school closed to whom: « messages:pupil news:guardian ».

alter table person add column source text not null default 'aaf';
alter table person add column merged_into uuid;
alter table session add column door text not null default 'password';
alter table school add column closed text not null default '';

-- Two accounts of one person that became one: what the other held, so that it can be given back.
create table account_merge (
    id uuid primary key,
    kept_id uuid not null,
    other_id uuid not null,
    people text not null,
    by_id uuid,
    at bigint not null,
    undone_at bigint
);
create index account_merge_kept on account_merge (kept_id);
create index account_merge_other on account_merge (other_id);

-- Whom a family lets read what the class of a child publishes.
create table reader (
    child_id uuid not null,
    person_id uuid not null,
    invited_by uuid not null,
    word text not null,
    since bigint not null,
    until bigint,
    primary key (child_id, person_id)
);
create index reader_person on reader (person_id);
