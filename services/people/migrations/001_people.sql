-- What an adult shows of themselves beside what duty asks for: to colleagues, to the parents of the class.
create table people_shown (
    person_id uuid primary key,
    phone text not null,
    listed boolean not null,
    phone_colleagues boolean not null,
    phone_parents boolean not null,
    email_colleagues boolean not null,
    email_parents boolean not null,
    photo_colleagues boolean not null,
    photo_parents boolean not null,
    changed_at bigint not null
);

-- The face of somebody: one for each person. The year is that of the class of a pupil, 0 for an adult.
create table people_face (
    person_id uuid primary key,
    id uuid not null,
    hash text not null,
    width bigint not null,
    height bigint not null,
    year bigint not null,
    kept_at bigint not null,
    kept_by uuid not null
);
create index people_face_kept on people_face (kept_at);

-- The schools whose parents see the first names of the class.
create table people_opened (
    school_id uuid primary key,
    opened_at bigint not null,
    opened_by uuid not null
);

-- Why somebody looks for people of a territory: a reason for a day.
create table people_reason (
    account_id uuid not null,
    day text not null,
    reason text not null,
    given_at bigint not null,
    primary key (account_id, day)
);
create index people_reason_given on people_reason (given_at);
