-- The name typed for a device stays with the code shown for it.

alter table tablet_pairing add column name text;
