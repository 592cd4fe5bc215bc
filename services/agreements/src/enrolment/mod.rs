//! An enrolment: a school on the convention of a year.

pub mod coverage;
pub mod enrolling;
mod label;
pub mod request;
pub mod school_line;
mod stage;

use crate::AgreementId;
use db::{FromRow, Result, Tx, args, id};
use school::SchoolId;

pub use label::{label, line};
pub use stage::{Stage, stages_of};

id! {
    /// An enrolment.
    EnrolmentId
}

/// A school on a convention, with what its line says.
#[derive(Debug, Clone, FromRow)]
pub struct Enrolled {
    /// The enrolment.
    pub id: EnrolmentId,
    /// The school.
    pub school_id: SchoolId,
    /// Where it stands.
    pub stage: Stage,
    /// Its national code.
    pub uai: String,
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: Option<String>,
    /// Its kind, as the directory says it.
    pub kind: Option<String>,
}

/// The schools on a convention, by national code. For those who loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, agreement: AgreementId) -> Result<Vec<Enrolled>> {
    tx.all(
        "select e.id, e.school_id, e.state as stage, s.uai, s.name, s.town, s.kind from enrolment e \
         join school s on s.id = e.school_id where e.agreement_id = $1 and e.withdrawn_at is null order by s.uai",
        args![agreement],
    )
    .await
}

/// Counts the schools of a convention again, after one was put on it or taken off.
///
/// # Errors
/// A fault of the database.
pub async fn recount(tx: &mut Tx, agreement: AgreementId) -> Result<()> {
    tx.change(
        "update agreement set schools = (select count(e.school_id) from enrolment e \
         where e.agreement_id = agreement.id and e.withdrawn_at is null) where id = $1",
        args![agreement],
    )
    .await
}

/// Counts the schools of the drafts of a year that were just written.
///
/// # Errors
/// A fault of the database.
pub async fn recount_drafts(tx: &mut Tx, year: i64, academy: &str) -> Result<()> {
    tx.change(
        "update agreement set schools = (select count(e.school_id) from enrolment e \
         where e.agreement_id = agreement.id and e.withdrawn_at is null) \
         where year = $1 and academy = $2 and state = 'draft' and schools = 0",
        args![year, academy],
    )
    .await
}
