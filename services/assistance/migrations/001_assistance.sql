-- Requests for help and what is said about them, articles that answer before anybody asks, training sessions.
-- A request is a thing for those who are told of it; where it comes from is a territory, a school being the smallest.

create table help_request (
    id uuid primary key,
    kind text not null,
    title text not null,
    body text not null,
    urgency text not null,
    account_id uuid not null,
    person_id uuid,
    author text not null,
    profile text not null,
    place text not null,
    place_label text not null,
    family boolean not null,
    department text,
    district text,
    page text not null,
    browser text not null,
    incident text not null,
    files bigint not null,
    level text not null,
    state text not null,
    assignee_id uuid,
    assignee text,
    created_at bigint not null,
    changed_at bigint not null,
    first_answer_at bigint,
    solved_at bigint,
    closed_at bigint,
    rating text,
    rating_word text,
    rated_at bigint
);
create index help_request_account on help_request (account_id, changed_at);
create index help_request_solved on help_request (solved_at) where state = 'solved';

-- The desks a request has come to, the one it started at included: « district district:16:790001 ».
create table help_desk (
    request_id uuid not null references help_request (id),
    level text not null,
    desk text not null,
    primary key (request_id, desk)
);
create index help_desk_desk on help_desk (desk);

create table help_entry (
    id uuid primary key,
    request_id uuid not null references help_request (id),
    kind text not null,
    by_desk boolean not null,
    author text not null,
    account_id uuid,
    body text not null,
    detail text not null,
    files bigint not null,
    at bigint not null
);
create index help_entry_request on help_entry (request_id, at);

-- Whom the head of a school names to answer its families besides.
create table help_named (
    place text not null,
    account_id uuid not null,
    named_at bigint not null,
    named_by uuid not null,
    primary key (place, account_id)
);
create index help_named_account on help_named (account_id);

create table help_article (
    id uuid primary key,
    slug text not null unique,
    title text not null,
    body text not null,
    title_key text not null,
    search_key text not null,
    profiles text not null,
    pages text not null,
    state text not null,
    edition bigint not null,
    shipped boolean not null,
    author text not null,
    created_at bigint not null,
    changed_at bigint not null
);

create table help_article_version (
    article_id uuid not null references help_article (id),
    edition bigint not null,
    title text not null,
    body text not null,
    author text not null,
    at bigint not null,
    primary key (article_id, edition)
);

create table help_article_reading (
    article_id uuid not null references help_article (id),
    account_id uuid not null,
    at bigint not null,
    useful boolean,
    primary key (article_id, account_id)
);

create table training_session (
    id uuid primary key,
    scope text not null,
    scope_label text not null,
    title text not null,
    body text not null,
    day text not null,
    starts text not null,
    ends text not null,
    place text not null,
    link text not null,
    capacity bigint not null,
    taken bigint not null,
    publics text not null,
    state text not null,
    author text not null,
    created_at bigint not null,
    changed_at bigint not null
);
create index training_session_scope on training_session (scope, day);
create index training_session_day on training_session (day);

create table training_seat (
    session_id uuid not null references training_session (id),
    account_id uuid not null,
    name text not null,
    sort_key text not null,
    school text not null,
    state text not null,
    at bigint not null,
    present boolean,
    reminded_at bigint,
    primary key (session_id, account_id)
);
create index training_seat_account on training_seat (account_id);
