-- Which days each teacher is in a class: a letter a day from Monday to Friday (see src/days.rs).

create table class_days (
    circle_id uuid not null,
    person_id uuid not null,
    pattern text not null,
    primary key (circle_id, person_id)
);
create index class_days_person on class_days (person_id);
