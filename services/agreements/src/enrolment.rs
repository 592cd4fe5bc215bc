//! An enrolment: a school on the convention of a year.

use crate::AgreementId;
use db::{FromRow, Result, Tx, args, id};
use school::{SchoolId, text_enum};

id! {
    /// An enrolment.
    EnrolmentId
}

text_enum! {
    /// Where an enrolment stands (domain.md §1.4).
    Stage {
        /// Asked for by the authority.
        Requested = "requested",
        /// On a convention.
        Enrolled = "enrolled",
        /// Its directory is loaded.
        Opened = "opened",
        /// Somebody of the school came.
        Live = "live",
        /// Its year is over.
        Closed = "closed",
    }
}

/// A school on a convention, with what its line says.
#[derive(Debug, Clone, FromRow)]
pub struct Enrolled {
    /// The enrolment.
    pub id: EnrolmentId,
    /// The school.
    pub school_id: SchoolId,
    /// Where it stands.
    #[sqlx(try_from = "String")]
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
