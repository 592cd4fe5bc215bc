-- Whom nothing reaches, and to whom somebody of the school handed what there was by hand, or by telephone.

create table handed_over (
    school_id uuid not null,
    person_id uuid not null,
    at bigint not null,
    by_person uuid not null,
    primary key (school_id, person_id)
);
