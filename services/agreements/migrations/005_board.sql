-- How many schools are on a convention, counted again each time one is put on it or taken off: the board of a campaign adds
-- them up over all its conventions each time it is opened.
alter table agreement add column schools bigint not null default 0;
update agreement set schools =
    (select count(*) from enrolment e where e.agreement_id = agreement.id and e.withdrawn_at is null);

-- All that the board lists and adds up, without reading the conventions themselves.
drop index agreement_board;
create index agreement_board on agreement (year, academy, state, department, sort_key, id, price_cents, schools);

-- Whether a school is covered is asked by the school alone.
create index enrolment_school on enrolment (school_id);
