-- Each wording of the charter has versions of its own: a number says nothing without the wording. Every wording has
-- changed since the first acceptances, which are asked again: nothing is filled in.

alter table account add column charter_audience text;
