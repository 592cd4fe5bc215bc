//! An enrolment: a school on the convention of a year.

pub mod coverage;
pub mod enrolling;
pub mod request;
pub mod school_line;

use crate::AgreementId;
use db::{FromRow, Result, Tx, args, id, id_list};
use school::{SchoolId, text_enum};
use std::collections::HashSet;

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

/// Counts the schools of a convention again, after one was put on it or taken off.
///
/// # Errors
/// A fault of the database.
pub async fn recount(tx: &mut Tx, agreement: AgreementId) -> Result<()> {
    tx.run(
        "update agreement set schools = (select count(e.school_id) from enrolment e \
         where e.agreement_id = agreement.id and e.withdrawn_at is null) where id = $1",
        args![agreement],
    )
    .await
    .map(drop)
}

/// Counts the schools of the drafts of a year that were just written.
///
/// # Errors
/// A fault of the database.
pub async fn recount_drafts(tx: &mut Tx, year: i64, academy: &str) -> Result<()> {
    tx.run(
        "update agreement set schools = (select count(e.school_id) from enrolment e \
         where e.agreement_id = agreement.id and e.withdrawn_at is null) \
         where year = $1 and academy = $2 and state = 'draft' and schools = 0",
        args![year, academy],
    )
    .await
    .map(drop)
}

/// « 0311696A - TOULOUSE - 031 - E.E.PU LES TILLEULS »: a school as the annex of a convention lists it.
pub fn label(school: &Enrolled) -> String {
    line(&school.uai, school.town.as_deref(), school.kind.as_deref(), &school.name)
}

/// The same, from its parts. A kind that is no code of domain.md §9.3 is left out.
pub fn line(uai: &str, town: Option<&str>, kind: Option<&str>, name: &str) -> String {
    let kind = kind.map(str::trim).filter(|it| it.contains('.') && !it.contains(' '));
    let name = kind.map_or_else(|| name.to_uppercase(), |kind| format!("{kind} {}", name.to_uppercase()));
    let town = town.map(str::to_uppercase);
    let parts = [Some(uai), town.as_deref(), uai.get(..3), Some(name.as_str())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" - ")
}

/// Where the schools of a convention stand today, in their order: from what was entered, and from what is true. For those who
/// loaded the convention; `over` says that it ended.
///
/// # Errors
/// A fault of the database.
pub async fn stages_of(tx: &mut Tx, schools: &[Enrolled], over: bool) -> Result<Vec<Stage>> {
    let list = id_list(schools.iter().map(|it| it.school_id));
    let delivered: Vec<(SchoolId,)> = tx.all(DELIVERED, args![&list]).await?;
    let live: Vec<(SchoolId,)> = tx.all(LIVE, args![&list]).await?;
    let delivered: HashSet<SchoolId> = delivered.into_iter().map(|row| row.0).collect();
    let live: HashSet<SchoolId> = live.into_iter().map(|row| row.0).collect();
    let stage = |school: &Enrolled| stage_of(school, over, &delivered, &live);
    Ok(schools.iter().map(stage).collect())
}

fn stage_of(school: &Enrolled, over: bool, delivered: &HashSet<SchoolId>, live: &HashSet<SchoolId>) -> Stage {
    if over {
        return Stage::Closed;
    }
    match school.stage {
        Stage::Requested => Stage::Requested,
        Stage::Closed => Stage::Closed,
        Stage::Enrolled | Stage::Opened | Stage::Live if live.contains(&school.school_id) => Stage::Live,
        Stage::Enrolled | Stage::Opened | Stage::Live if delivered.contains(&school.school_id) => Stage::Opened,
        Stage::Enrolled | Stage::Opened | Stage::Live => Stage::Enrolled,
    }
}

// A school whose directory is loaded has people.
const DELIVERED: &str = "\
select s.id from school s where s.id in (select unhex(value) from json_each($1)) and exists (\
    select 1 from circle c join member m on m.circle_id = c.id \
    where c.school_id = s.id and c.until is null and m.until is null)";

// Somebody of the school chose a password.
const LIVE: &str = "\
select s.id from school s where s.id in (select unhex(value) from json_each($1)) and exists (\
    select 1 from circle c join member m on m.circle_id = c.id \
    join account_person p on p.person_id = m.person_id join account a on a.id = p.account_id \
    where c.school_id = s.id and c.until is null and m.until is null and a.activated_at is not null)";

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_school_is_listed_as_in_a_convention() {
        assert_eq!(
            line("0311696A", Some("Toulouse"), Some("E.E.PU"), "Les Tilleuls"),
            "0311696A - TOULOUSE - 031 - E.E.PU LES TILLEULS"
        );
        let bare = line("0311710R", None, Some("ECOLE DE NIVEAU ELEMENTAIRE"), "Jean Moulin");
        assert_eq!(bare, "0311710R - 031 - JEAN MOULIN");
    }
}
