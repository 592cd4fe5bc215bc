-- The half of the chance of a school year that is drawn: counts that come back are rounded the same way all year. Erased when
-- the year is over, so that nobody can round again.

create table usage_chance (
    year bigint primary key,
    salt bytea
);
