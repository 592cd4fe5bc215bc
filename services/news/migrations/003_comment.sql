-- Comments under the news of a class or a school: closed unless its author opens them, read over before others read them.
alter table news add column comments boolean not null default false;

create table news_comment (
    id uuid primary key,
    school_id uuid not null,
    thing_id uuid not null references news (thing_id),
    author_id uuid not null,
    body text not null,
    state text not null,
    created_at bigint not null,
    visible_from bigint not null
);
create index news_comment_news on news_comment (thing_id, created_at);
create index news_comment_pending on news_comment (school_id, created_at) where state = 'pending';
