-- How long each kind of data is kept, where the région chose another time than the default; and the proof of what was erased,
-- a row per topic and night. `left_over`: what was past its time when the night was done; none while it is not.

create table retention_setting (
    topic text primary key,
    days bigint not null,
    set_at bigint not null,
    set_by uuid
);

create table retention_run (
    id uuid primary key,
    topic text not null,
    day text not null,
    days bigint not null,
    older_than bigint not null,
    erased bigint not null,
    left_over bigint,
    at bigint not null
);
create unique index retention_run_once on retention_run (topic, day);
create index retention_run_at on retention_run (at);

-- Up to which row the journal of sensitive actions was erased, and the seal the next row follows from. `proof` is made with
-- the key of the chain.
create table audit_checkpoint (
    number bigint primary key,
    seal text not null,
    at bigint not null,
    proof text not null
);

-- What is past its time is found by these, and whether somebody else needs the same bytes.
create index audit_at on audit (at);
create index outing_settled on outing (settled_at) where settled_at is not null;
create index notification_at on notification (at);
create index paper_hash on paper (hash);
create index session_ends on session (ends_at);
