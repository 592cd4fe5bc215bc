-- What an account did to others is found again by it when its owner is erased for good.

create index door_act_by on door_act (by_id) where by_id is not null;
create index door_invitation_by on door_invitation (by_id) where by_id is not null;
