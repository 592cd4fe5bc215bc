-- Who said that something was corrected in ONDE.

alter table supply_correction add column done_by uuid;
create index supply_correction_done_by on supply_correction (done_by);
