-- When somebody who leaves was told that the account closes within a week; how many leave an académie is read together.

alter table departure add column closing_told_at bigint;
create index departure_academy on departure (academy, profile);
