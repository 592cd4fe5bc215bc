-- What a family opened and signed about a child is found by the child when it is erased.

create index receipt_child on receipt (child_id);
