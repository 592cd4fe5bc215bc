-- Entries compared with others, and those one took the place of, are found again when somebody is erased for good.

create index supply_double_second on supply_double (person_b);
create index supply_absorption_kept on supply_absorption (kept_id);
create index supply_absorption_other on supply_absorption (other_id);
