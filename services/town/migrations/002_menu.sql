-- Menus of a week: for every school of a commune or a grouping, or for chosen ones. A day is its dishes, as JSON.

create table town_menu (
    id uuid primary key,
    scope text not null,
    monday text not null,
    everywhere boolean not null,
    state text not null,
    published_at bigint,
    changed_at bigint not null,
    changed_by uuid
);
create unique index town_menu_everywhere on town_menu (scope, monday) where everywhere;
create index town_menu_scope on town_menu (scope, monday);

create table town_menu_day (
    menu_id uuid not null references town_menu (id),
    day text not null,
    dishes text not null,
    note text not null,
    primary key (menu_id, day)
);

create table town_menu_school (
    school_id uuid not null,
    monday text not null,
    menu_id uuid not null references town_menu (id),
    primary key (school_id, monday)
);
create index town_menu_school_menu on town_menu_school (menu_id);
