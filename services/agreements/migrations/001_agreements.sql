-- Conventions between the région académique and the authorities, year by year. Money is in cents, days are ISO text, a year
-- is the one a school year begins in.

-- The campaign of a school year, with its tariff: what a school costs, all taxes included, whatever the day of signing.
create table campaign (
    year bigint primary key,
    price_cents bigint not null,
    opens_on text not null,
    closes_on text not null,
    opened_at bigint not null,
    opened_by uuid
);

-- The articles of a convention, in the words of the région. A version is never changed once a convention was proposed with it.
create table template (
    version bigint primary key,
    note text not null,
    in_force boolean not null,
    made_at bigint not null,
    made_by uuid
);

create table template_article (
    version bigint not null references template (version),
    position bigint not null,
    title text not null,
    body text not null,
    primary key (version, position)
);

create table agreement (
    id uuid primary key,
    year bigint not null,
    authority_id uuid not null,
    academy text not null,
    department text not null,
    number text not null unique,
    state text not null,
    template bigint not null,
    price_cents bigint not null,
    -- How the authority and the académie were called when the convention was proposed, as JSON; none before.
    parties text,
    proposed_on text,
    academy_signed_on text,
    authority_signed_on text,
    effective_on text,
    ends_on text not null,
    ended_on text,
    reason text,
    previous uuid,
    reminded_on text,
    sort_key text not null,
    search_key text not null,
    created_at bigint not null,
    created_by uuid,
    changed_at bigint not null
);
create unique index agreement_party on agreement (year, authority_id, academy);
create index agreement_board on agreement (year, academy, state, sort_key, id);
create index agreement_authority on agreement (authority_id, year);

-- A school asked for by its commune or put there by the académie. One convention a year: the index says so.
create table enrolment (
    id uuid primary key,
    year bigint not null,
    school_id uuid not null,
    authority_id uuid not null,
    agreement_id uuid,
    state text not null,
    asked_by uuid,
    asked_at bigint not null,
    withdrawn_at bigint
);
create unique index enrolment_once on enrolment (year, school_id) where withdrawn_at is null;
create index enrolment_agreement on enrolment (agreement_id);
create index enrolment_authority on enrolment (authority_id, year);

-- The council's decision, with its counts as they were stated: names and counts may disagree, nothing is derived.
create table decision (
    agreement_id uuid primary key references agreement (id),
    session_number text not null,
    number text not null,
    theme text not null,
    held_on text not null,
    convened_on text,
    place text not null,
    chair text not null,
    secretary text not null,
    members bigint,
    in_office bigint,
    present bigint,
    absent bigint,
    votes_cast bigint,
    votes_for bigint,
    votes_against bigint,
    abstained bigint,
    adopted boolean not null,
    authorises boolean not null,
    amount_cents bigint,
    -- Names as JSON: {"present": […], "absent": […], "excused": […], "proxies": [["who", "to whom"]]}.
    names text not null,
    certified_on text,
    received_on text,
    entered_at bigint not null,
    entered_by uuid
);

create table signature (
    agreement_id uuid not null references agreement (id),
    party text not null,
    signed_on text not null,
    place text not null,
    name text not null,
    quality text not null,
    entered_at bigint not null,
    entered_by uuid,
    primary key (agreement_id, party)
);

-- What happened to a convention, for those who follow it.
create table agreement_step (
    id uuid primary key,
    agreement_id uuid not null references agreement (id),
    verb text not null,
    detail text not null,
    at bigint not null,
    account_id uuid
);
create index agreement_step_agreement on agreement_step (agreement_id, at);
