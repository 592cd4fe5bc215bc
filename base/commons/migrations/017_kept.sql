-- What a thing said while somebody left, kept when it was changed since: whoever left goes on reading that, and nothing newer.

create table thing_kept (
    thing_id uuid not null references thing (id),
    stood_from bigint not null,
    stood_until bigint not null,
    title text not null,
    body text not null,
    primary key (thing_id, stood_from)
);
create index thing_kept_until on thing_kept (stood_until);

-- The files it had then, each with its description. What a thing carries no more is shown to nobody: these rows open nothing.
create table thing_kept_file (
    thing_id uuid not null,
    stood_from bigint not null,
    file_id uuid not null,
    alt text not null,
    primary key (thing_id, stood_from, file_id),
    foreign key (thing_id, stood_from) references thing_kept (thing_id, stood_from) on delete cascade
);

-- When it was last taken from its readers, given back since or not: what it said then is never kept. Of posts and news alone a text is.
alter table thing add column taken_at bigint;

update thing set taken_at = coalesce(withdrawn_at, (select max(e.at) from event e
    where e.thing_id = thing.id and e.verb in ('journal.withdrawn', 'journal.archived', 'news.withdrawn', 'news.expired')))
where kind in ('billets', 'actualites') and (withdrawn_at is not null or exists (select 1 from event e
    where e.thing_id = thing.id and e.verb in ('journal.withdrawn', 'journal.archived', 'news.withdrawn', 'news.expired')));
