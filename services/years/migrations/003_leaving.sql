-- What a turn of the year did to somebody is found again when that person is erased for good.

create index turn_person_person on turn_person (person_id);
create index turn_teacher_person on turn_teacher (person_id);
