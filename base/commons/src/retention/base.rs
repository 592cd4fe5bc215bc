//! How the tables of the base are counted and erased. Their words are those of the service that lists these rules.

use super::Work;
use crate::{audit, deposit};

/// Sessions that have ended.
pub const SESSIONS: Work = Work::Rows {
    count: "select count(*) as n from session where ends_at < $1",
    erase: "delete from session where token in (select token from session where ends_at < $1 limit $2)",
};

/// The journal of sensitive actions, refused sign-ins among them: from its beginning, so that the rest stays a chain.
pub const AUDIT: Work = Work::Own {
    count: |tx, older_than| Box::pin(audit::past(tx, older_than)),
    erase: |house, tx, older_than| Box::pin(audit::erase(house, tx, older_than)),
};

/// Notices to one person, read or not.
pub const NOTIFICATIONS: Work = Work::Rows {
    count: "select count(*) as n from notification where at < $1",
    erase: "delete from notification where id in (select id from notification where at < $1 limit $2)",
};

/// What left the house to tell somebody, once settled.
pub const OUTINGS: Work = Work::Rows {
    count: "select count(*) as n from outing where settled_at < $1",
    erase: "delete from outing where id in (select id from outing where settled_at < $1 limit $2)",
};

/// When an account looked at its feed last.
pub const FEED_SEEN: Work = Work::Rows {
    count: "select count(*) as n from feed_seen where at < $1",
    erase: "delete from feed_seen where account_id in (select account_id from feed_seen where at < $1 limit $2)",
};

/// Addresses a server said reach nobody.
pub const MAIL_BOUNCES: Work = Work::Rows {
    count: "select count(*) as n from mail_bounce where at < $1",
    erase: "delete from mail_bounce where email in (select email from mail_bounce where at < $1 limit $2)",
};

/// Devices that are pushed to no more.
pub const PUSH_SUBSCRIPTIONS: Work = Work::Rows {
    count: "select count(*) as n from push_subscription where ended_at < $1",
    erase: "delete from push_subscription where id in (select id from push_subscription where ended_at < $1 limit $2)",
};

/// Jobs that failed for good.
pub const DEAD_JOBS: Work = Work::Rows {
    count: "select count(*) as n from job where failed_at < $1",
    erase: "delete from job where id in (select id from job where failed_at < $1 limit $2)",
};

/// Files on their way that nobody attached: each has a job of its own, this is what it missed.
pub const DEPOSITS: Work = Work::Own {
    count: |tx, older_than| Box::pin(deposit::left(tx, older_than)),
    erase: |house, tx, older_than| Box::pin(deposit::erase_left(house, tx, older_than)),
};

/// Who looked at whose file.
pub const ACCESSES: Work = Work::Rows {
    count: "select count(*) as n from access where last_at < $1",
    erase: "delete from access where (subject_id, day, topic, account_id) in \
            (select subject_id, day, topic, account_id from access where last_at < $1 limit $2)",
};

/// Accounts all of whose persons have left: counted, and treated by the closing of accounts.
pub const ACCOUNTS_GONE: Work = Work::CountOnly(
    "select count(*) as n from account a where exists (select 1 from account_person l where l.account_id = a.id) \
     and not exists (select 1 from account_person l join person p on p.id = l.person_id \
         where l.account_id = a.id and (p.gone_at is null or p.gone_at >= $1))",
);
