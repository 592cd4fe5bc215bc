-- The use of pages (domain.md §5). Hits live for a night, pseudonyms for a week; what stays are counts by school and week,
-- protected once (src/protect.rs). Places are numbered by a hash of their scope.

create table usage_place (
    id bigint primary key,
    scope text not null
);

create table usage_key (
    week text primary key,
    salt bytea,
    missed bigint not null,
    closed_at bigint
);

create table usage_turn (
    name text primary key,
    at bigint not null
);

create table usage_hit (
    visitor bigint not null,
    at bigint not null,
    week text not null,
    unit bigint not null,
    profile text not null,
    service text not null,
    device text not null
);
create index usage_hit_visitor on usage_hit (visitor, at);

create table usage_visitor (
    week text not null,
    visitor bigint not null,
    unit bigint not null,
    profile text not null,
    primary key (week, visitor)
);

create table usage_visit (
    visitor bigint not null,
    begun bigint not null,
    ended bigint not null,
    week text not null,
    unit bigint not null,
    profile text not null,
    device text not null,
    primary key (visitor, begun)
);

create table usage_slot (
    since bigint primary key,
    until bigint not null,
    facet text not null
);

create table usage_seen (
    week text not null,
    unit bigint not null,
    profile text not null,
    facet text not null,
    visitor bigint not null,
    visits bigint not null,
    seconds bigint not null,
    primary key (week, unit, profile, facet, visitor)
);

create table usage_week (
    place bigint not null,
    week text not null,
    profile text not null,
    facet text not null,
    users bigint not null,
    visits bigint not null,
    seconds bigint not null,
    hidden boolean not null,
    primary key (place, week, profile, facet)
);
create index usage_week_week on usage_week (week);

create table usage_adoption (
    place bigint not null,
    week text not null,
    staff bigint not null,
    staff_active bigint not null,
    adults bigint not null,
    adults_active bigint not null,
    children bigint not null,
    children_reached bigint not null,
    primary key (place, week)
);

create table usage_similar (
    week text not null,
    size text not null,
    schools bigint not null,
    staff bigint not null,
    staff_active bigint not null,
    adults bigint not null,
    adults_active bigint not null,
    children bigint not null,
    children_reached bigint not null,
    visits bigint not null,
    primary key (week, size)
);

create table usage_sender (
    name text primary key,
    active boolean not null,
    project text not null,
    platform text not null,
    operator text not null,
    collectivities text not null,
    changed_at bigint not null
);

create table usage_sent (
    day text not null,
    part bigint not null,
    hash text not null,
    lines bigint not null,
    sent_at bigint not null,
    primary key (day, part)
);
