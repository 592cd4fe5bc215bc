-- Who runs a school, or a part of it, until a day; and the classes opened to substitutes by a code.
-- `role`: deputy, or head for whoever acts as head. `seen_at`: when whoever was named said to know it.

create table headship_delegation (
    id uuid primary key,
    school_id uuid not null,
    person_id uuid not null,
    role text not null,
    last_on text not null,
    given_by uuid not null,
    given_at bigint not null,
    seen_at bigint,
    ended_at bigint
);
create index headship_delegation_school on headship_delegation (school_id);
create index headship_delegation_person on headship_delegation (person_id);

-- `fingerprint`: of the code, which only this house can make. `replaced_id`: the teacher replaced, when it was said.
-- `staff_seat`: whether it seats the substitute in the team of the school too.
create table headship_pass (
    id uuid primary key,
    school_id uuid not null,
    class_id uuid not null,
    days bigint not null,
    replaced_id uuid,
    fingerprint text not null,
    made_by uuid not null,
    made_at bigint not null,
    expires_at bigint not null,
    person_id uuid,
    taken_at bigint,
    last_on text,
    staff_seat boolean not null,
    ended_at bigint
);
create unique index headship_pass_code on headship_pass (fingerprint);
create index headship_pass_class on headship_pass (class_id);
create index headship_pass_school on headship_pass (school_id);
create index headship_pass_person on headship_pass (person_id);
