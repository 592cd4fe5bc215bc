-- Which opening for an académie a school was opened by, so that it is taken back as one; how many pupils have no class after it;
-- the schools it left aside, with the fault that stopped them, for whoever may look.

alter table turn_draft add column sweep_id uuid;
create index turn_draft_sweep on turn_draft (sweep_id) where sweep_id is not null;

alter table turn_sweep add column nowhere bigint not null default 0;
alter table turn_sweep add column undo_asked_at bigint;
alter table turn_sweep add column undo_asked_by uuid;
alter table turn_sweep add column undone_at bigint;
alter table turn_sweep add column undone bigint not null default 0;

create table turn_aside (
    sweep_id uuid not null,
    school_id uuid not null,
    reason text not null,
    failure text not null,
    primary key (sweep_id, school_id)
);
