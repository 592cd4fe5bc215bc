-- The photographs of sites hold their bytes: what else is the same file is removed without them.

insert into file_hold (hash, holder)
select hash, id from portal_picture;
