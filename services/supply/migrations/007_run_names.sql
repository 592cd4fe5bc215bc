-- The names of the files of a run, kept once these are gone (a JSON list), and who applied it and put it back.

alter table supply_run add column names text;
alter table supply_run add column applied_by uuid;
alter table supply_run add column undone_by uuid;
create index supply_run_applied_by on supply_run (applied_by);
create index supply_run_undone_by on supply_run (undone_by);
