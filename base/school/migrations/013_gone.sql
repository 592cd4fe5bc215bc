-- Those who left are looked for each night, and so are the entries whose place they took. `erased_at`: when nothing of a person
-- was kept but the row itself, without a name, because others still read what it wrote.

alter table person add column erased_at bigint;
create index person_gone on person (gone_at) where gone_at is not null;
create index person_merged on person (merged_into) where merged_into is not null;
