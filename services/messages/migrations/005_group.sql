-- The group whose team a conversation was written to: those who teach in it are of several schools, and answer while they do.
alter table conversation add column group_id uuid;
