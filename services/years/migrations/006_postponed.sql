-- Whether the day somebody is erased was put off because they had not been told in time.

alter table departure add column postponed boolean not null default false;
