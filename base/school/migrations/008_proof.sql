-- When the owner of a session last showed being there: the second step of signing in, or a code typed since.

alter table session add column proved_at bigint;
