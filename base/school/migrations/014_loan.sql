-- A session of a child in the browser an adult handed over: which account lent it, and how long its own session would have lived.

alter table session add column lent_by uuid;
alter table session add column lent_stay text;
