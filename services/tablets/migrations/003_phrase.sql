-- When a pupil was given a phrase: the phrase itself is a password like another, of the account.

alter table tablet_pupil add column phrase_at bigint;
