-- News: of a class, a school or a territory. Who reads them is in the shares of their thing, a row for each profile.

create table news (
    thing_id uuid primary key references thing (id),
    school_id uuid not null,
    circle_id uuid not null,
    scope text not null,
    state text not null,
    publics text not null,
    rubric text not null,
    body text not null,
    front boolean not null,
    flash boolean not null,
    urgent text,
    edition bigint not null,
    publish_at bigint,
    published_at bigint,
    delivered_at bigint,
    revised_at bigint,
    expires_at bigint,
    withdrawn_by uuid,
    withdrawn_reason text
);
create index news_school on news (school_id, delivered_at);
create index news_circle on news (circle_id);
