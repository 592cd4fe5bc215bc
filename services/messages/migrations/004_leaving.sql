-- The conversations about a child, the answers of an absence and what was held of an account are found when they are erased.

create index conversation_child on conversation (child_id) where child_id is not null;
