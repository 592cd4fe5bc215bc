-- The circonscription a school belongs to, by its number in the deliveries of its académie. The next full delivery fills it in.

alter table school add column district bigint;
