-- When a wrong password was typed last: a quiet day later the count begins again. For those counted before, it does so
-- at once.

alter table account add column failed_at bigint;
