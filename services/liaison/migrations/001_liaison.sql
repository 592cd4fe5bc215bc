-- The carnet de liaison: mots, what each of their versions said, and the children they are for. Who opened, signed or
-- answered is in the receipts of the house: a row per mot, version, child and adult.
-- `circle_id` is where a mot lives and who looks after it (a class, a group, the pupils of a school); `target_id` the circle
-- its children are taken from, the same one or a level of the class. Receipts of `asked_version` and later count.

create table mot (
    thing_id uuid primary key references thing (id),
    school_id uuid not null,
    circle_id uuid not null,
    target_id uuid not null,
    state text not null,
    theme text not null,
    body text not null,
    reply text not null,
    choices text not null,
    acts text not null,
    due_day text,
    reminders text not null,
    pupils boolean not null,
    whole boolean not null,
    version bigint not null,
    asked_version bigint not null,
    edition bigint not null,
    urgent_reason text,
    sent_at bigint,
    sent_by uuid,
    delivered_at bigint,
    relanced_on text,
    withdrawn_by uuid,
    withdrawn_reason text
);
create index mot_circle on mot (circle_id, delivered_at);
create index mot_school on mot (school_id, delivered_at);

create table mot_version (
    thing_id uuid not null references mot (thing_id),
    school_id uuid not null,
    version bigint not null,
    title text not null,
    body text not null,
    reply text not null,
    choices text not null,
    acts text not null,
    due_day text,
    pieces text not null,
    changed_at bigint not null,
    changed_by uuid not null,
    asks_again boolean not null,
    primary key (thing_id, version)
);

create table mot_child (
    thing_id uuid not null references mot (thing_id),
    school_id uuid not null,
    child_id uuid not null,
    code text not null,
    named_adult uuid,
    added_at bigint not null,
    primary key (thing_id, child_id)
);
create unique index mot_child_code on mot_child (thing_id, code);
create index mot_child_child on mot_child (child_id, thing_id);

-- A reminder of a day is sent once, however often its job runs.
create table mot_reminder (
    thing_id uuid not null references mot (thing_id),
    school_id uuid not null,
    due_day text not null,
    kind text not null,
    at bigint not null,
    primary key (thing_id, due_day, kind)
);
