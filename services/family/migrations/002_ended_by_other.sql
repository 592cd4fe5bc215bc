-- Who invited is told when another adult ends the invitation.

alter table family_invitation add column ended_by_other boolean not null default false;
