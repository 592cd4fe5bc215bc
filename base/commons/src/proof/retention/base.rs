//! How the tables of the base are counted and erased. Their words are those of the service that lists these rules.

use super::Work;
use crate::{audit, deposit};

/// Rows of a table older than an instant. With whose they are, those of somebody whose data is restricted stay as they are
/// ([`crate::limitation`]).
macro_rules! rows {
    ($table:literal, $key:literal, $time:literal) => {
        rows!(@ $table, $key, $time, "")
    };
    ($table:literal, $key:literal, $time:literal, person $whose:literal) => {
        rows!(@ $table, $key, $time, " and not exists (select 1 from data_limit l where l.person_id = r.", $whose,
            " and l.until is null and l.topic = 'all')")
    };
    ($table:literal, $key:literal, $time:literal, account $whose:literal) => {
        rows!(@ $table, $key, $time, " and not exists (select 1 from data_limit l join account_person h \
            on h.person_id = l.person_id where h.account_id = r.", $whose, " and l.until is null and l.topic = 'all')")
    };
    ($table:literal, $key:literal, $time:literal, author of $thing:literal) => {
        rows!(@ $table, $key, $time, " and not exists (select 1 from data_limit l join thing w \
            on w.author_id = l.person_id where w.id = r.", $thing, " and l.until is null and l.topic = 'all')")
    };
    (@ $table:literal, $key:literal, $time:literal, $($but:literal),*) => {
        Work::Rows {
            count: concat!("select count(*) as n from ", $table, " r where r.", $time, " < $1", $($but),*),
            erase: concat!(
                "delete from ", $table, " where (", $key, ") in (select ", $key, " from ", $table, " r where r.", $time,
                " < $1", $($but,)* " limit $2)"
            ),
        }
    };
}

/// Sessions that have ended.
pub const SESSIONS: Work = rows!("session", "token", "ends_at");

/// The journal of sensitive actions, refused sign-ins among them: from its beginning, so that the rest stays a chain.
pub const AUDIT: Work = Work::Own {
    count: |tx, older_than| Box::pin(audit::past(tx, older_than)),
    erase: |house, tx, older_than| Box::pin(audit::erase(house, tx, older_than)),
};

/// Notices to one person, read or not.
pub const NOTIFICATIONS: Work = rows!("notification", "id", "at", person "person_id");

/// What left the house to tell somebody, once settled.
pub const OUTINGS: Work = rows!("outing", "id", "settled_at", person "person_id");

/// When an account looked at its feed last.
pub const FEED_SEEN: Work = rows!("feed_seen", "account_id", "at", account "account_id");

/// Addresses a server said reach nobody.
pub const MAIL_BOUNCES: Work = rows!("mail_bounce", "email", "at");

/// Devices that are pushed to no more.
pub const PUSH_SUBSCRIPTIONS: Work = rows!("push_subscription", "id", "ended_at", account "account_id");

/// Jobs that failed for good.
pub const DEAD_JOBS: Work = rows!("job", "id", "failed_at");

/// Files on their way that nobody attached: each has a job of its own, this is what it missed.
pub const DEPOSITS: Work = Work::Own {
    count: |tx, older_than| Box::pin(deposit::left(tx, older_than)),
    erase: |house, tx, older_than| Box::pin(deposit::erase_left(house, tx, older_than)),
};

/// Who looked at whose file.
pub const ACCESSES: Work = rows!("access", "subject_id, day, topic, account_id", "last_at", person "subject_id");

/// What posts and news said before they were changed, kept for those who left in between.
pub const KEPT_TEXTS: Work = rows!("thing_kept", "thing_id, stood_from", "stood_until", author of "thing_id");
