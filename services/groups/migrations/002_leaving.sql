-- The groups somebody made, ended or answered for are found again by the account when it is erased for good.

create index groups_group_maker on groups_group (made_by) where made_by is not null;
create index groups_group_ender on groups_group (ended_by) where ended_by is not null;
create index groups_school_answer on groups_school (answered_by) where answered_by is not null;
