-- Links of the last records of pupils to adults who were not there: the adult may come alone in a later delta.
-- `seated`: nothing else is missing to the pupil, whose schools and classes are all known.

create table awaited_link (
    academy text not null,
    child_id uuid not null,
    adult_jointure bigint not null,
    relation bigint,
    position bigint not null,
    seated boolean not null,
    primary key (child_id, adult_jointure)
);
create index awaited_link_adult on awaited_link (academy, adult_jointure);
