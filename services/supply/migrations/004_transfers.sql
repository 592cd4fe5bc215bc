-- Pupils another school entered from an extraction of ONDE: `school_id`, which they leave, is told, says that it is so or contests
-- it; `to_school` answers or puts its files back; `academy` is the scope of who sees what is contested.

create table supply_transfer (
    id uuid primary key,
    school_id uuid not null,
    to_school uuid not null,
    run_id uuid not null,
    academy text not null,
    person_id uuid not null,
    at bigint not null,
    by_person uuid,
    by_role text not null,
    state text not null,
    contested_by uuid,
    contested_at bigint,
    reason text not null,
    closed_at bigint
);
create index supply_transfer_school on supply_transfer (school_id, state);
create index supply_transfer_to on supply_transfer (to_school, state);
create index supply_transfer_academy on supply_transfer (academy, contested_at) where contested_at is not null;
create index supply_transfer_run on supply_transfer (run_id);
create index supply_transfer_person on supply_transfer (person_id);
