-- What a commune offers around the school day: garderie, étude, ALAE, transport, canteen. And the figures of its network.

create table town_offer (
    id uuid primary key,
    scope text not null,
    school_id uuid not null,
    kind text not null,
    name text not null,
    hours text not null,
    place text not null,
    contact text not null,
    link text not null,
    -- Until when one registers, each week: 1 for Monday, and an hour such as 09:00.
    weekday bigint,
    closes_at text,
    changed_at bigint not null,
    ended_at bigint
);
create index town_offer_school on town_offer (school_id) where ended_at is null;
create index town_offer_scope on town_offer (scope) where ended_at is null;

create table town_network (
    scope text not null,
    year bigint not null,
    down_kbit bigint not null,
    up_kbit bigint not null,
    base_kbit bigint not null,
    floor_down_kbit bigint not null,
    floor_up_kbit bigint not null,
    note text not null,
    changed_at bigint not null,
    changed_by uuid,
    primary key (scope, year)
);
