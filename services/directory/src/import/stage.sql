-- The bench of an import: emptied at its start, read by nobody else.
drop table if exists stage.person;
drop table if exists stage.bond;
drop table if exists stage.sit;
drop table if exists stage.departed;
drop table if exists stage.finding;
drop table if exists stage.lost;
drop table if exists stage.awaited;
drop table if exists stage.begun;
drop table if exists stage.gone;
drop table if exists stage.bond_change;
drop table if exists stage.bond_end;
drop table if exists stage.sit_change;
drop table if exists stage.sit_end;
drop table if exists stage.moved;
drop table if exists stage.home;
drop table if exists stage.tally;

create unlogged table stage.person (
    id uuid not null,
    kind text not null,
    academy text not null,
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
    incomplete boolean not null,
    created_at bigint not null,
    is_new boolean not null,
    back boolean not null,
    same boolean not null,
    seq bigint not null
);
create unlogged table stage.bond (
    child_id uuid not null,
    adult_id uuid not null,
    relation bigint,
    position bigint not null,
    seq bigint not null
);
create unlogged table stage.sit (
    circle_id uuid not null,
    person_id uuid not null,
    role text not null,
    seq bigint not null
);
create unlogged table stage.departed (
    jointure bigint not null,
    kind text not null,
    seq bigint not null
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
create unlogged table stage.lost (
    child_id uuid not null,
    adult_id uuid not null,
    child_jointure bigint not null,
    adult_jointure bigint not null
);
create index lost_pair on stage.lost (child_id, adult_id);
create unlogged table stage.awaited (
    child_id uuid not null,
    adult_jointure bigint not null,
    relation bigint,
    position bigint not null,
    seated boolean not null
);
create index awaited_child on stage.awaited (child_id);
create unlogged table stage.begun (
    child_id uuid not null,
    adult_id uuid not null,
    adult_jointure bigint not null,
    relation bigint,
    position bigint not null,
    seated boolean not null
);
create index begun_child on stage.begun (child_id);
create unlogged table stage.gone (
    id uuid not null
);
create unlogged table stage.bond_change (
    child_id uuid not null,
    adult_id uuid not null,
    relation bigint,
    position bigint not null,
    is_new boolean not null,
    back boolean not null
);
create unlogged table stage.bond_end (
    child_id uuid not null,
    adult_id uuid not null
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
create unlogged table stage.moved (
    person_id uuid not null
);
create unlogged table stage.home (
    circle_id uuid primary key,
    uai text not null
);
create unlogged table stage.tally (
    uai text not null,
    kind text not null,
    created bigint not null,
    changed bigint not null,
    moved bigint not null,
    disappeared bigint not null,
    returned bigint not null
);
