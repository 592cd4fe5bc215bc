//! Those who leave. Whoever the directory holds no more has no seat at once; the account still opens for some days, to take a copy
//! of what is its own and to say what becomes of what it gave to others. Then it closes, and on a day said from the beginning all
//! of it is erased ([`crate::erasure`]). Nobody disappears without having been told; whoever comes back finds everything again.
//!
//! A person begins a departure; an account leaves with the last of its persons. A parent with another child stays.

pub mod begin;
pub mod child;
mod closing;
pub mod grace;
pub mod hand;
pub mod listing;
pub mod night;
pub mod notice;
pub(crate) mod pages;
pub(crate) mod parting;
pub mod plan;
pub mod returning;
pub(crate) mod task;

use db::{Day, FromRow, Moment, Result, Tx, args};
use jiff::civil::Date;
use school::{AccountId, Right, School, SchoolId, Viewer, viewer::or_not_found};

/// Sentences one after the other.
fn say<const N: usize>(sentences: [Option<String>; N]) -> String {
    sentences.into_iter().flatten().collect::<Vec<String>>().join(" ")
}

/// The departure of an account: that of all its persons.
#[derive(Debug, Clone, FromRow)]
pub struct Departure {
    /// When the last of its persons left.
    pub gone_at: Moment,
    /// The last day the account opens.
    closes_on: Day,
    /// The day it is erased.
    erases_on: Day,
    /// What its owner chose: what was given to others stays, without a name, or goes.
    pub stays: Option<bool>,
}

impl Departure {
    /// The departure of an account, once the house took notice of it. For its owner.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Option<Self>> {
        tx.first(
            "select d.gone_at, (select max(o.closes_on) from departure o where o.account_id = d.account_id) as closes_on, \
                 d.erases_on, d.stays from departure d where d.account_id = $1 order by d.erases_on desc, d.person_id limit 1",
            args![account],
        )
        .await
    }

    /// The last day the account opens.
    pub fn closes(&self) -> Date {
        self.closes_on.date().unwrap_or_default()
    }

    /// The day it is erased.
    pub fn erases(&self) -> Date {
        self.erases_on.date().unwrap_or_default()
    }
}

/// Keeps what the owner of an account chose: what was given to others stays, without a name, or goes. It can be changed until the
/// last day.
///
/// # Errors
/// [`db::Error::NotFound`] when the account is not leaving; a fault of the database.
pub async fn choose(tx: &mut Tx, account: AccountId, stays: bool) -> Result<()> {
    let now = tx.now();
    let kept = tx
        .changed_rows(
            "update departure set stays = $2, answered_at = $3 where account_id = $1",
            args![account, stays, now],
        )
        .await?;
    or_not_found(kept > 0)
}

/// A school, for those who run its people.
///
/// # Errors
/// [`db::Error::NotFound`] to everybody else; a fault of the database.
pub(crate) async fn desk(tx: &mut Tx, viewer: &Viewer, school: SchoolId) -> Result<School> {
    let school = School::load(tx, school).await?;
    or_not_found(viewer.may_about(Right::EnterPeople, &school))?;
    Ok(school)
}

/// The address of the departures of a school.
pub fn path(school: SchoolId) -> String {
    format!("/ecoles/{school}/departs")
}
