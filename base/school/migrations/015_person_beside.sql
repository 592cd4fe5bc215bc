-- Those who come from no delivery are few: each night they are compared with everybody who has their name, and nobody else is read.

create index person_beside on person (sort_key, id) where source <> 'aaf' and gone_at is null and merged_into is null;
