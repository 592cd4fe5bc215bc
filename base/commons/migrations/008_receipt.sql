-- What came back on paper is entered by somebody of the school, at another moment than it was signed.

alter table receipt add column entered_by uuid;
alter table receipt add column entered_at bigint;
create index receipt_adult on receipt (adult_id, thing_id);
