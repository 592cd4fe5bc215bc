-- People are found by how their last name or their first name begins, among more than a million: ranges of folded keys. The
-- identifier comes last so that a search reads the index alone until it knows whom it found.

create index person_sort on person (sort_key, id);
create index person_search on person (search_key, id);
