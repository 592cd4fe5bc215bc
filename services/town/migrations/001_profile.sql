-- Municipal profiles: asked for, granted by the académie until a day, suspended, over. The task itself is a row of
-- account_grant: what is here says who asked for it, who granted it and why it ended.

create table town_profile (
    id uuid primary key,
    scope text not null,
    academy text not null,
    role text not null,
    first_name text not null,
    last_name text not null,
    position text not null,
    email text not null,
    reason text not null,
    state text not null,
    origin text not null,
    asked_at bigint not null,
    asked_by uuid,
    decided_at bigint,
    decided_by uuid,
    decision text,
    until_day text,
    account_id uuid,
    ended_at bigint,
    warned_at bigint
);
create index town_profile_scope on town_profile (scope, state);
create index town_profile_academy on town_profile (academy, state, asked_at);
create index town_profile_email on town_profile (email);
create index town_profile_end on town_profile (until_day) where state = 'granted';
