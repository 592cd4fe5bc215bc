-- How much a thing asks of its readers, and the instant its author wished it delivered (none: as soon as may be).

alter table thing add column attention text not null default 'memory';
alter table thing add column wished_at bigint;
update job set kind = 'delivery.wake' where kind = 'journal.deliver';
