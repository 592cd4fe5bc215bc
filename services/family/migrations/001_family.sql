-- Whom a family lets read with it, how it is reached beside what ONDE says, and entries of the directory that may be one person.
-- An invitation that is not over holds one of ten places; `person_id` is who accepted it.

create table family_invitation (
    id uuid primary key,
    child_id uuid not null,
    slot bigint not null,
    invited_by uuid not null,
    first_name text not null,
    last_name text not null,
    word text not null,
    email text not null,
    at bigint not null,
    accepted_at bigint,
    person_id uuid,
    ended_at bigint
);
create unique index family_invitation_slot on family_invitation (child_id, slot) where ended_at is null;
create index family_invitation_child on family_invitation (child_id);
create index family_invitation_person on family_invitation (person_id);

create table family_contact (
    person_id uuid primary key,
    phone text not null,
    other_phone text not null,
    email text not null,
    language text not null,
    shown text not null,
    changed_at bigint not null
);

create table family_double (
    person_id uuid not null,
    other_id uuid not null,
    found_at bigint not null,
    settled_at bigint,
    primary key (person_id, other_id)
);
create index family_double_other on family_double (other_id);
