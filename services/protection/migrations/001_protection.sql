-- « J’ai besoin de parler »: the adults a school chose to listen, and what its pupils ask.

create table talk_adult (
    school_id uuid not null,
    person_id uuid not null,
    position bigint not null,
    primary key (school_id, person_id)
);

create table talk_request (
    thing_id uuid primary key references thing (id),
    school_id uuid not null,
    child_id uuid not null,
    adult_id uuid not null,
    words text not null,
    asked_at bigint not null,
    seen_at bigint,
    closed_at bigint
);
create index talk_request_child on talk_request (child_id, asked_at);
