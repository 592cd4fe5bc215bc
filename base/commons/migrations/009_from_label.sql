-- From whom a thing comes, in words, where neither a circle nor a person of the directory says it: « Académie · Toulouse ».

alter table thing add column from_label text;
