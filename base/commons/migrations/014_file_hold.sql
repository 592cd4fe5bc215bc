-- Files of the store that rows of a service show, when no thing, deposit or paper holds them: which, and for what.

create table file_hold (
    hash text not null,
    holder uuid not null,
    primary key (hash, holder)
);
create index file_hold_holder on file_hold (holder);
