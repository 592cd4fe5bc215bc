//! Enrolment asked for by the authority itself: it names its schools, the académie confirms.

use crate::{
    Agreement, Campaign, State, W,
    charge::{self, Charged},
    enrolling::{self, put, still_draft},
    enrolment::{EnrolmentId, Stage},
    preparation,
};
use db::{Error, FromRow, Result, Tx, args, id_list};
use school::{Authority, AuthorityId, SchoolId, Viewer};
use std::collections::{BTreeSet, HashMap};

/// An enrolment of the year, as its authority sees it.
#[derive(Debug, Clone, FromRow)]
pub struct Held {
    /// The enrolment.
    pub id: EnrolmentId,
    /// The school.
    pub school_id: SchoolId,
    /// Where it stands.
    pub stage: Stage,
    /// The authority on whose convention it is.
    pub authority_id: AuthorityId,
    /// The name of that authority.
    pub authority: String,
}

/// A school an authority may enrol, and what became of it this year.
#[derive(Debug, Clone)]
pub struct Seat {
    /// The school.
    pub school: Charged,
    /// Its enrolment.
    pub held: Option<Held>,
}

/// The schools of an authority for a campaign: those it pays for, and those of a commune nobody pays for. For those who handle
/// its convention.
///
/// # Errors
/// A fault of the database.
pub async fn seats(tx: &mut Tx, campaign: &Campaign, authority: &Authority) -> Result<Vec<Seat>> {
    let mut schools = charge::of(tx, authority.id).await?;
    schools.extend(charge::unclaimed(tx, authority).await?);
    let list = id_list(schools.iter().map(|it| it.school_id));
    let held: Vec<Held> = tx
        .all(
            "select e.id, e.school_id, e.state as stage, e.authority_id, o.name as authority from enrolment e \
             join authority o on o.id = e.authority_id where e.year = $1 and e.withdrawn_at is null \
             and e.school_id in (select unhex(value) from json_each($2))",
            args![campaign.year, list],
        )
        .await?;
    let mut held: HashMap<SchoolId, Held> = held.into_iter().map(|it| (it.school_id, it)).collect();
    let seat = |school: Charged| Seat { held: held.remove(&school.school_id), school };
    Ok(schools.into_iter().map(seat).collect())
}

/// Asks for schools to be enrolled; tells how many. For those who handle the convention of the authority.
///
/// # Errors
/// [`Error::NotFound`] for a school that is not theirs; [`Error::Invalid`] beside `ecoles` when a school is on another convention,
/// or theirs is proposed already; a fault of the database.
pub async fn ask(
    tx: &mut Tx,
    viewer: &Viewer,
    campaign: &Campaign,
    authority: &Authority,
    wanted: &[SchoolId],
) -> Result<i64> {
    let seats = seats(tx, campaign, authority).await?;
    let mut chosen: Vec<Charged> = Vec::new();
    for school in wanted.iter().collect::<BTreeSet<_>>() {
        let seat = seats.iter().find(|it| it.school.school_id == *school).ok_or(Error::NotFound)?;
        chosen.push(seat.school.clone());
    }
    if chosen.is_empty() {
        return Err(Error::invalid("ecoles", W.request_none()));
    }
    chosen.sort_by(|one, other| (&one.academy, &one.uai).cmp(&(&other.academy, &other.uai)));
    let mut agreement: Option<Agreement> = None;
    for school in &chosen {
        let drafted = match agreement.take().filter(|it| it.academy == school.academy) {
            Some(it) => it,
            None => draft(tx, viewer, campaign, authority, &school.academy).await?,
        };
        if !put(tx, viewer, &drafted, school, Stage::Requested).await? {
            return Err(taken(tx, campaign.year, school).await?);
        }
        agreement = Some(drafted);
    }
    Ok(i64::try_from(chosen.len()).unwrap_or(i64::MAX))
}

/// Says on whose convention a school is.
async fn taken(tx: &mut Tx, year: i64, school: &Charged) -> Result<Error> {
    let holder = enrolling::holder(tx, year, school.school_id).await?;
    let name = holder.map(|it| it.1).unwrap_or_default();
    Ok(Error::invalid("ecoles", W.request_elsewhere(school.label(), name)))
}

/// The draft of an authority with an académie, begun when there is none.
async fn draft(
    tx: &mut Tx,
    viewer: &Viewer,
    campaign: &Campaign,
    authority: &Authority,
    academy: &str,
) -> Result<Agreement> {
    if let Some(found) = of_party(tx, campaign.year, authority.id, academy).await? {
        if found.state != State::Draft {
            return Err(Error::invalid("ecoles", W.request_proposed()));
        }
        still_draft(tx, &found).await?;
        return Ok(found);
    }
    preparation::draft(tx, campaign, authority, academy, viewer.account).await?;
    of_party(tx, campaign.year, authority.id, academy).await?.ok_or(Error::NotFound)
}

async fn of_party(tx: &mut Tx, year: i64, authority: AuthorityId, academy: &str) -> Result<Option<Agreement>> {
    tx.first(
        crate::select_agreement!("a.year = $1 and a.authority_id = $2 and a.academy = $3"),
        args![year, authority, academy],
    )
    .await
}

/// Takes a request back before the académie confirmed it.
///
/// # Errors
/// [`Error::NotFound`] for strangers; [`Error::Forbidden`] once it is confirmed; [`Error::Conflict`] when the convention is no
/// draft any more; a fault of the database.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, id: EnrolmentId) -> Result<()> {
    let (school, agreement, stage): (SchoolId, crate::AgreementId, String) = tx
        .one(
            "select e.school_id, e.agreement_id, e.state from enrolment e where e.id = $1 and e.withdrawn_at is null \
             and e.agreement_id is not null",
            args![id],
        )
        .await?;
    let (agreement, _) = Agreement::load(tx, viewer, agreement).await?;
    if stage != Stage::Requested.as_str() {
        return Err(Error::Forbidden);
    }
    enrolling::withdraw(tx, viewer, &agreement, school).await
}
