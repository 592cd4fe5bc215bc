-- What opens the doors of children is found again by the child, and by the adult who gave it, when one of them is erased for good.

create index tablet_entry_account on tablet_entry (account_id);
create index tablet_pairing_by on tablet_pairing (by_id);
create index tablet_device_by on tablet_device (enrolled_by) where enrolled_by is not null;
create index tablet_class_by on tablet_class (charter_by) where charter_by is not null;
create index tablet_badge_by on tablet_badge (given_by) where given_by is not null;
create index tablet_home_by on tablet_home (given_by) where given_by is not null;
create index tablet_refusal_person on tablet_refusal (person_id);
