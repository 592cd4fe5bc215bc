-- The coming year of a school, prepared before it is opened: its classes, who teaches there, where each pupil goes.

create table turn_draft (
    id uuid primary key,
    school_id uuid not null,
    year bigint not null,
    state text not null,
    last_level text not null,
    opens_on text,
    prepared_by uuid,
    prepared_at bigint not null,
    opened_by uuid,
    opened_at bigint
);
create unique index turn_draft_school on turn_draft (school_id, year);
create index turn_draft_day on turn_draft (opens_on) where opens_on is not null;

-- A class prepared. Once opened it is the circle of the same identifier.
create table turn_class (
    id uuid primary key,
    turn_id uuid not null references turn_draft (id),
    school_id uuid not null,
    name text not null,
    sort_key text not null,
    levels text not null,
    from_circle uuid
);
create index turn_class_turn on turn_class (turn_id, sort_key);

create table turn_teacher (
    class_id uuid not null references turn_class (id),
    person_id uuid not null,
    turn_id uuid not null,
    school_id uuid not null,
    primary key (class_id, person_id)
);
create index turn_teacher_turn on turn_teacher (turn_id);

create table turn_pupil (
    turn_id uuid not null references turn_draft (id),
    person_id uuid not null,
    school_id uuid not null,
    class_id uuid,
    level text,
    leaves boolean not null,
    primary key (turn_id, person_id)
);
create index turn_pupil_class on turn_pupil (class_id);
create index turn_pupil_person on turn_pupil (person_id);

-- What opening a year did, so that it can be undone: the circles it made, those it ended, the pupils whose level it changed or who
-- left by it.
create table turn_circle (
    circle_id uuid primary key,
    turn_id uuid not null references turn_draft (id),
    school_id uuid not null,
    class_id uuid not null,
    kind text not null,
    level text
);
create index turn_circle_turn on turn_circle (turn_id);
create index turn_circle_class on turn_circle (class_id, level);

create table turn_ended (
    turn_id uuid not null references turn_draft (id),
    circle_id uuid not null,
    school_id uuid not null,
    primary key (turn_id, circle_id)
);

create table turn_person (
    turn_id uuid not null references turn_draft (id),
    person_id uuid not null,
    school_id uuid not null,
    level_before text,
    level_after text,
    leaves boolean not null,
    primary key (turn_id, person_id)
);

-- Opening the year for all the schools of an académie that have not done it.
create table turn_sweep (
    id uuid primary key,
    academy text not null,
    year bigint not null,
    asked_by uuid,
    asked_at bigint not null,
    schools bigint not null,
    proposed bigint not null,
    classes bigint not null,
    pupils bigint not null,
    finished_at bigint
);
create index turn_sweep_academy on turn_sweep (academy, year);
