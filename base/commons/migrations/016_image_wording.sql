-- In which wording a use was asked about: what was allowed in a narrower one is not allowed by it in a wider one.

alter table image_right add column wording bigint not null default 1;
