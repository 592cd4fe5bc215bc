-- The bench of an import: emptied at its start, read by nobody else.
drop table if exists stage.school;
drop table if exists stage.person;
drop table if exists stage.tie;
drop table if exists stage.seat;
drop table if exists stage.departed;
drop table if exists stage.finding;
drop table if exists stage.circle;
drop table if exists stage.place;
drop table if exists stage.who;
drop table if exists stage.gone;
drop table if exists stage.bond;
drop table if exists stage.bond_change;
drop table if exists stage.bond_end;
drop table if exists stage.sit;
drop table if exists stage.sit_change;
drop table if exists stage.sit_end;

create unlogged table stage.school (
    seq bigint not null,
    id uuid not null,
    jointure bigint not null,
    uai text not null,
    name text not null,
    kind text,
    town text,
    details text not null,
    sort_key text not null,
    digest bigint not null
);
create unlogged table stage.person (
    seq bigint not null,
    id uuid not null,
    kind text not null,
    jointure bigint not null,
    last_name text not null,
    first_name text not null,
    civility text,
    birth_day text,
    email text,
    ine text,
    level text,
    details text not null,
    sort_key text not null,
    search_key text not null,
    digest bigint not null,
    home bigint
);
create unlogged table stage.tie (
    seq bigint not null,
    child bigint not null,
    adult bigint not null,
    relation bigint,
    position bigint not null
);
create unlogged table stage.seat (
    seq bigint not null,
    person bigint not null,
    school bigint not null,
    kind text not null,
    key text not null,
    name text not null,
    role text not null
);
create unlogged table stage.departed (
    jointure bigint not null,
    kind text not null
);
create unlogged table stage.finding (
    file text not null,
    entity text,
    record bigint,
    attribute text,
    code text not null,
    message text not null,
    value text,
    rejected boolean not null
);
create unlogged table stage.circle (
    id uuid not null,
    school_id uuid not null,
    school bigint not null,
    kind text not null,
    year bigint not null,
    key text not null,
    of_circle uuid,
    name text not null,
    sort_key text not null,
    is_new boolean not null,
    changed boolean not null
);
create unlogged table stage.place (
    jointure bigint not null,
    id uuid not null,
    uai text not null
);
create unlogged table stage.who (
    jointure bigint not null,
    id uuid not null,
    kind text not null,
    is_new boolean not null,
    changed boolean not null,
    back boolean not null,
    staged boolean not null
);
create unlogged table stage.gone (
    id uuid not null,
    jointure bigint not null,
    kind text not null
);
create unlogged table stage.bond (
    child_id uuid not null,
    adult_id uuid not null,
    relation bigint,
    position bigint not null
);
create unlogged table stage.bond_change (
    child_id uuid not null,
    adult_id uuid not null,
    relation bigint,
    position bigint not null
);
create unlogged table stage.bond_end (
    child_id uuid not null,
    adult_id uuid not null
);
create unlogged table stage.sit (
    circle_id uuid not null,
    person_id uuid not null,
    role text not null
);
create unlogged table stage.sit_change (
    circle_id uuid not null,
    person_id uuid not null,
    role text not null
);
create unlogged table stage.sit_end (
    circle_id uuid not null,
    person_id uuid not null,
    role text not null
);
