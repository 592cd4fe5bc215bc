//! Putting schools on a convention, and taking them off it, while it is a draft.

use crate::{
    Agreement, State,
    charge::{self, Charged},
    enrolment::{self, EnrolmentId, Stage},
    school_line::SchoolLine,
    step::{self, Verb},
};
use db::{Error, Result, Tx, args};
use school::{SchoolId, Viewer, authority::set_payer, viewer::or_not_found};

/// What becomes of a line that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The school can be added.
    Good,
    /// It is on this convention.
    Here,
    /// It is on that of another authority this year.
    Elsewhere(String),
    /// No school has this code here.
    Unknown,
    /// The line begins with no national code.
    NoCode,
    /// It is of another académie.
    OtherAcademy,
    /// The line before has it.
    Twice,
}

/// A line that was typed, judged.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The line.
    pub line: SchoolLine,
    /// What becomes of it.
    pub verdict: Verdict,
    /// Its school, when it has one.
    pub school: Option<Charged>,
}

impl Judged {
    /// Whether the label typed is another one than that of the school: worth a word, never a refusal.
    pub fn is_labelled_otherwise(&self) -> bool {
        self.school.as_ref().is_some_and(|it| self.line.differs_from(&it.label()))
    }
}

/// Judges the lines typed for a convention.
///
/// # Errors
/// A fault of the database.
pub async fn judge(tx: &mut Tx, agreement: &Agreement, lines: Vec<SchoolLine>) -> Result<Vec<Judged>> {
    let mut judged: Vec<Judged> = Vec::with_capacity(lines.len());
    for line in lines {
        let school = match &line.uai {
            Some(uai) => charge::by_uai(tx, uai).await?,
            None => None,
        };
        let twice = line.uai.is_some() && judged.iter().any(|it| it.line.uai == line.uai);
        let verdict = match &school {
            None if line.uai.is_none() => Verdict::NoCode,
            None => Verdict::Unknown,
            Some(_) if twice => Verdict::Twice,
            Some(school) if school.academy != agreement.academy => Verdict::OtherAcademy,
            Some(school) => standing(tx, agreement, school.school_id).await?,
        };
        judged.push(Judged { line, verdict, school });
    }
    Ok(judged)
}

async fn standing(tx: &mut Tx, agreement: &Agreement, school: SchoolId) -> Result<Verdict> {
    Ok(match holder(tx, agreement.year, school).await? {
        None => Verdict::Good,
        Some((authority, _)) if authority == agreement.authority_id => Verdict::Here,
        Some((_, name)) => Verdict::Elsewhere(name),
    })
}

/// The authority on whose convention of a year a school is.
///
/// # Errors
/// A fault of the database.
pub async fn holder(tx: &mut Tx, year: i64, school: SchoolId) -> Result<Option<(school::AuthorityId, String)>> {
    tx.first(
        "select o.id, o.name from enrolment e join authority o on o.id = e.authority_id \
         where e.year = $1 and e.school_id = $2 and e.withdrawn_at is null",
        args![year, school],
    )
    .await
}

/// Adds schools that were all judged good to a convention; the authority pays for them from then on.
///
/// # Errors
/// [`Error::Conflict`] when it is no draft any more, or a school was put on another meanwhile; a fault of the database.
pub async fn add(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, judged: &[Judged]) -> Result<()> {
    still_draft(tx, agreement).await?;
    for school in judged.iter().filter_map(|it| it.school.as_ref()) {
        if !put(tx, viewer, agreement, school, Stage::Enrolled).await? {
            return Err(Error::Conflict);
        }
        set_payer(tx, school.school_id, agreement.authority_id, "hand").await?;
    }
    Ok(())
}

/// Puts a school on a convention; false when it is on another one of the year.
pub(crate) async fn put(
    tx: &mut Tx,
    viewer: &Viewer,
    agreement: &Agreement,
    school: &Charged,
    stage: Stage,
) -> Result<bool> {
    let (id, now): (EnrolmentId, _) = (tx.id(), tx.now());
    let rows = tx
        .changed_rows(
            "insert into enrolment (id, year, school_id, authority_id, agreement_id, state, asked_by, asked_at) \
             values ($1, $2, $3, $4, $5, $6, $7, $8) \
             on conflict (year, school_id) where withdrawn_at is null do nothing",
            args![
                id,
                agreement.year,
                school.school_id,
                agreement.authority_id,
                agreement.id,
                stage,
                viewer.account,
                now
            ],
        )
        .await?;
    if rows == 1 {
        enrolment::recount(tx, agreement.id).await?;
        step::record(tx, agreement.id, Verb::SchoolAdded, &school.label(), Some(viewer.account)).await?;
    }
    Ok(rows == 1)
}

/// Takes a school off a convention.
///
/// # Errors
/// [`Error::NotFound`] when it is not on it; [`Error::Conflict`] when it is no draft any more; a fault of the database.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, agreement: &Agreement, school: SchoolId) -> Result<()> {
    still_draft(tx, agreement).await?;
    let on_it = enrolment::of(tx, agreement.id).await?;
    let enrolled = on_it.iter().find(|it| it.school_id == school).ok_or(Error::NotFound)?;
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update enrolment set withdrawn_at = $3 where id = $1 and school_id = $2 and withdrawn_at is null",
            args![enrolled.id, school, now],
        )
        .await?;
    or_not_found(rows == 1)?;
    enrolment::recount(tx, agreement.id).await?;
    let label = enrolment::label(enrolled);
    step::record(tx, agreement.id, Verb::SchoolRemoved, &label, Some(viewer.account)).await
}

/// Enrols the schools the authority asked for, which pays for them from then on; tells how many.
///
/// # Errors
/// [`Error::Conflict`] when it is no draft any more; a fault of the database.
pub async fn confirm(tx: &mut Tx, agreement: &Agreement) -> Result<i64> {
    still_draft(tx, agreement).await?;
    let schools: Vec<SchoolId> = tx
        .column(
            "update enrolment set state = 'enrolled' where agreement_id = $1 and state = 'requested' \
             and withdrawn_at is null returning school_id",
            args![agreement.id],
        )
        .await?;
    for school in &schools {
        set_payer(tx, *school, agreement.authority_id, "hand").await?;
    }
    Ok(i64::try_from(schools.len()).unwrap_or(i64::MAX))
}

/// The schools of a convention change only while it is a draft; nobody proposes it meanwhile.
pub(crate) async fn still_draft(tx: &mut Tx, agreement: &Agreement) -> Result<()> {
    match agreement.state {
        State::Draft => agreement.turn(tx, State::Draft).await,
        _ => Err(Error::Conflict),
    }
}
