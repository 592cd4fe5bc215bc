//! « Qui a vu mes données ? »: who looked at somebody's file *as a file*, and why.
//!
//! Teaching a class is not looking at files: what a teacher sees of the pupils of the class each day is said once, as a rule,
//! and noted nowhere. Registers, inquiries, proofs, codes, requests are: a row per account, person, topic and day.

use db::{Day, FromRow, Moment, Result, Tx, args, id_list};
use school::{AccountId, PersonId, Viewer, text_enum};

text_enum! {
    /// What was looked at.
    Topic {
        /// What adults allow of a child's image, in the register of a class.
        ImageRights = "image-rights",
        /// What came back about a mot, made into a document.
        Proof = "proof",
        /// Who wrote or received a message, for an inquiry.
        Tracing = "tracing",
        /// The text of private messages that were reported.
        Reported = "reported",
        /// Codes to sign in, printed.
        Sheets = "sheets",
        /// The quality of what the directory says of a school's people.
        Quality = "quality",
        /// A request about one's rights.
        Rights = "rights",
        /// Everything kept, put together to answer a request.
        Export = "export",
        /// How to reach the adults responsible for a child.
        Family = "family",
        /// Somebody found among the people of a territory.
        Directory = "directory",
    }
}

/// Notes that somebody looked at the files of some people. Looking at one's own is not noted. The first reason of a day stays.
///
/// # Errors
/// A fault of the database.
pub async fn note(
    tx: &mut Tx,
    viewer: &Viewer,
    subjects: impl IntoIterator<Item = PersonId>,
    topic: Topic,
    reason: Option<&str>,
) -> Result<()> {
    let own = |subject: &PersonId| viewer.people.iter().any(|me| me.id == *subject);
    let mut others: Vec<PersonId> = subjects.into_iter().filter(|it| !own(it)).collect();
    // One statement may not change the same row twice.
    others.sort();
    others.dedup();
    if others.is_empty() {
        return Ok(());
    }
    let now = tx.now();
    tx.change(
        "insert into access (subject_id, day, topic, account_id, reason, times, first_at, last_at) \
         select unhex(value), $2, $3, $4, $5, 1, $6, $6 from json_each($1) where true \
         on conflict (subject_id, day, topic, account_id) do update \
         set times = access.times + 1, last_at = excluded.last_at, reason = coalesce(access.reason, excluded.reason)",
        args![id_list(others), Day::from(now.day()), topic, viewer.account, reason, now],
    )
    .await
}

/// A look at somebody's file.
#[derive(Debug, Clone, FromRow)]
pub struct Access {
    /// Whose file.
    pub subject_id: PersonId,
    /// What of it.
    pub topic: Topic,
    /// Who looked.
    pub account_id: AccountId,
    /// Why.
    pub reason: Option<String>,
    /// How many times that day.
    pub times: i64,
    /// The last of them.
    pub last_at: Moment,
}

/// The looks at the files of some people, the latest first. For themselves, and those responsible for them.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subjects: impl IntoIterator<Item = PersonId>, limit: i64) -> Result<Vec<Access>> {
    tx.all(
        "select subject_id, topic, account_id, reason, times, last_at from access \
         where subject_id in (select unhex(value) from json_each($1)) \
         order by last_at desc, subject_id, topic, account_id limit $2",
        args![id_list(subjects), limit],
    )
    .await
}
