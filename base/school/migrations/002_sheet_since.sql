-- Codes have a life, counted from their sheet. Those handed out before begin theirs now: the last sign of life of the
-- house stands for the hour, which no statement of both engines knows.

alter table account add column sheet_since bigint not null default 0;
update account set sheet_since = coalesce((select max(seen_at) from session), created_at);
