-- From when a telephone or an address, added by a session that proved nothing but the password, shows that the owner is
-- there; nothing where it does already. And when a session began with an activation code.

alter table account add column totp_from bigint;
alter table account add column email_from bigint;
alter table session add column vouched_at bigint;
