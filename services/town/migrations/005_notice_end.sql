-- The notices that are not over are read over the pages of their readers, by every node.

create index town_notice_end on town_notice (last_day);
