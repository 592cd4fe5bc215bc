-- What leaves the house to tell somebody: a row per account, thing, way out and instant it was first due at.

create table outing (
    id uuid primary key,
    account_id uuid not null,
    person_id uuid not null,
    thing_id uuid not null,
    channel text not null,
    round bigint not null,
    ready_at bigint not null,
    due_at bigint not null,
    state text not null,
    claimed_until bigint,
    attempts bigint not null,
    settled_at bigint,
    reason text
);
create unique index outing_once on outing (account_id, thing_id, channel, round);
create index outing_due on outing (due_at) where state = 'waiting';
create index outing_thing on outing (thing_id);

-- What somebody chose; without a row the defaults hold. A digest without an hour is no digest.
create table attention_preference (
    account_id uuid primary key,
    push boolean not null,
    letters boolean not null,
    digest_at bigint,
    week boolean not null,
    hours text,
    updated_at bigint not null
);
create index attention_preference_digest on attention_preference (digest_at);

-- The browsers that may be woken; several accounts may use one.
create table push_subscription (
    id uuid primary key,
    account_id uuid not null,
    endpoint text not null,
    p256dh text not null,
    auth text not null,
    device text not null,
    created_at bigint not null,
    ended_at bigint,
    reason text
);
create unique index push_subscription_once on push_subscription (account_id, endpoint);

-- The addresses a mail server said reach nobody, until their owner confirms them again.
create table mail_bounce (
    email text primary key,
    at bigint not null
);

-- The half hours whose digests were all put in the queue.
create table digest_run (
    slot bigint primary key,
    done_at bigint not null
);

-- What somebody delivered at once outside the hours, and why.
create table urgent_delivery (
    thing_id uuid primary key,
    reason text not null,
    by_account uuid not null,
    at bigint not null
);

-- Digests begin from the shares of the day.
create index share_visible on share (visible_from, thing_id, circle_id);

-- A period the région removed does not come back with the next start of the program.
alter table holiday add column removed_at bigint;
