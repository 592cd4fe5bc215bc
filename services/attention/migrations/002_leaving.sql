-- What was handed over to somebody is found when they are erased.

create index handed_over_person on handed_over (person_id);
