-- Each change of a post raises its edition; a form says which one it was filled in from.

alter table post add column edition bigint not null default 1;
