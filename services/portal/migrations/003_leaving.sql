-- What somebody proposed and published is found when they are erased.

create index portal_page_proposed on portal_page (proposed_by);
create index portal_version_proposed on portal_version (proposed_by);
create index portal_version_published on portal_version (published_by);
create index portal_step_account on portal_step (by_account);
