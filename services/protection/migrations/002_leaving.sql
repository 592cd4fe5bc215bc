-- Where an adult listens to children is found again when that adult is erased for good.

create index talk_adult_person on talk_adult (person_id);
