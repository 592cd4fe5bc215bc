-- Groups made by people, each the row beside a circle. `scope`: the territory a challenge is proposed to. `by_rule`: whether its
-- pupils follow the lines of `groups_rule` instead of being chosen one by one. `ends_on`: its last day.

create table groups_group (
    circle_id uuid primary key,
    school_id uuid not null,
    purpose text not null,
    by_rule boolean not null,
    scope text,
    owner_id uuid,
    made_by uuid,
    made_at bigint not null,
    ends_on text not null,
    ended_at bigint,
    ended_by uuid
);
create index groups_group_school on groups_group (school_id);
create index groups_group_scope on groups_group (scope) where scope is not null;
create index groups_group_owner on groups_group (owner_id);
create index groups_group_open on groups_group (ends_on) where ended_at is null;

-- The other schools of a group: asked, then of it or not.
create table groups_school (
    circle_id uuid not null references groups_group (circle_id),
    school_id uuid not null,
    state text not null,
    asked_at bigint not null,
    answered_at bigint,
    answered_by uuid,
    primary key (circle_id, school_id)
);
create index groups_school_school on groups_school (school_id);

-- A line of a rule: all pupils of a class, or all pupils of a level in a school.
create table groups_rule (
    id uuid primary key,
    circle_id uuid not null references groups_group (circle_id),
    school_id uuid not null,
    class_id uuid,
    level text,
    added_at bigint not null
);
create index groups_rule_circle on groups_rule (circle_id);
create index groups_rule_school on groups_rule (school_id);

-- The pupils the rule seated: it unseats those, and nobody else.
create table groups_member (
    circle_id uuid not null references groups_group (circle_id),
    school_id uuid not null,
    person_id uuid not null,
    added_at bigint not null,
    primary key (circle_id, person_id)
);
create index groups_member_person on groups_member (person_id);
