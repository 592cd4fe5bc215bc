-- Copies about somebody are found when they are erased.

create index data_copy_subject on data_copy (subject_id);
