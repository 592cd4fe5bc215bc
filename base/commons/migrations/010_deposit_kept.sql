-- Until when a deposit waits although its two days are over: a draft holds it. And which things carry a file.

alter table deposit add column kept_until bigint;
create index attachment_file on attachment (file_id);
