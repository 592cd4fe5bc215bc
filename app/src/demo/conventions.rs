//! The conventions of the demonstration: last year's, paid for the most part; this year's, one in each state.

use super::{breaches, office::Office, signing, titres};
use agreements::{
    Agreement, AgreementId,
    agreement::Party,
    ending, preparation, proposal, renewal,
    sum_state::SumState::{self, *},
};
use db::{Result, args};
use jiff::civil::Date;

/// How far a convention has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    Draft,
    Proposed,
    Decided,
    TownSigned,
    Signed,
}

/// What else becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    None,
    Refused,
    Broken,
    Terminated,
}

/// The way of a convention.
#[derive(Debug)]
struct Course {
    reach: Reach,
    /// Where its titre has gone, step by step.
    titre: &'static [SumState],
    turn: Turn,
}

const PAID: &[SumState] = &[Requested, Issued, Notified, Paid];

const fn course(reach: Reach, titre: &'static [SumState]) -> Course {
    Course { reach, titre, turn: Turn::None }
}

/// Last year's convention of the commune of the school, and of whoever has no way of its own.
const USUAL_BEFORE: Course = course(Reach::Signed, PAID);
/// Last year's conventions of the others, by number.
const BEFORE: [Course; 6] = [
    Course { turn: Turn::Terminated, ..USUAL_BEFORE },
    Course { turn: Turn::Refused, ..course(Reach::Proposed, &[]) },
    USUAL_BEFORE,
    course(Reach::Signed, &[Requested, Issued, Notified, Contested]),
    course(Reach::Signed, &[Requested, Issued, Notified, Remitted]),
    USUAL_BEFORE,
];
/// This year's convention of the commune of the school, and of whoever has no way of its own.
const USUAL: Course = course(Reach::Signed, &[Requested, Issued, Notified]);
/// This year's conventions of the others, by number.
const NOW: [Course; 8] = [
    course(Reach::Draft, &[]),
    course(Reach::Decided, &[]),
    course(Reach::TownSigned, &[]),
    course(Reach::Proposed, &[]),
    Course { turn: Turn::Broken, ..course(Reach::Signed, &[Requested, Issued]) },
    course(Reach::Signed, PAID),
    course(Reach::Signed, &[Requested]),
    course(Reach::Signed, &[]),
];

/// The days on which the conventions of a year move.
struct Days {
    prepared: Date,
    proposed: Date,
    decided: Date,
    town: Date,
    academy: Date,
    titre: [Date; 4],
}

/// A convention and its way.
type Planned = (AgreementId, &'static Course);

/// Prepares the conventions of both years and has each go its way.
pub(super) async fn write(office: &Office<'_>) -> Result<()> {
    let (before, now) = (office.year - 1, office.year);
    let plan = prepare(office, before, &USUAL_BEFORE, &BEFORE).await?;
    walk(office, before, &plan).await?;
    for (id, _) in plan.iter().filter(|it| it.1.turn == Turn::Refused) {
        let (mut tx, viewer) = office.open(office.day(before, 9, 24)).await?;
        let agreement = Agreement::managed(&mut tx, &viewer, *id).await?;
        ending::refuse(&mut tx, &viewer, &agreement, "Le conseil municipal préfère attendre l’an prochain.").await?;
        tx.commit().await?;
    }
    for (id, _) in plan.iter().filter(|it| it.1.turn == Turn::Terminated) {
        breaches::end(office, *id).await?;
    }
    let plan = prepare(office, now, &USUAL, &NOW).await?;
    walk(office, now, &plan).await?;
    for (id, _) in plan.iter().filter(|it| it.1.turn == Turn::Broken) {
        breaches::begin(office, *id).await?;
    }
    expire(office).await
}

/// The conventions of the year before end on 5 September, once it is over.
async fn expire(office: &Office<'_>) -> Result<()> {
    let last = office.planned(office.year, 9, 5);
    if last >= office.past.day(-1) {
        return Ok(());
    }
    let (mut tx, _) = office.open(office.planned(office.year, 9, 6)).await?;
    renewal::expire_until(&mut tx, last).await?;
    tx.commit().await
}

async fn prepare(
    office: &Office<'_>,
    year: i64,
    own: &'static Course,
    others: &'static [Course],
) -> Result<Vec<Planned>> {
    let (mut tx, _) = office.open(days(office, year).prepared).await?;
    preparation::prepare(&mut tx, year, &office.academy).await?;
    let all: Vec<Agreement> = tx
        .all(
            agreements::select_agreement!("a.year = $1 and a.academy = $2 order by a.number"),
            args![year, &office.academy],
        )
        .await?;
    tx.commit().await?;
    let mut others = others.iter();
    let mut course = |it: &Agreement| if it.territory == office.own { own } else { others.next().unwrap_or(own) };
    Ok(all.iter().map(|it| (it.id, course(it))).collect())
}

fn days(office: &Office<'_>, year: i64) -> Days {
    Days {
        prepared: office.day(year, 5, 11),
        proposed: office.day(year, 6, 2),
        decided: office.day(year, 7, 1),
        town: office.day(year, 7, 6),
        academy: office.day(year, 7, 15),
        titre: [office.day(year, 10, 5), office.day(year, 10, 19), office.day(year, 11, 4), office.day(year, 12, 9)],
    }
}

/// Moves conventions, day after day, as far as each goes.
async fn walk(office: &Office<'_>, year: i64, plan: &[Planned]) -> Result<()> {
    let days = days(office, year);
    let reaching = |reach: Reach| plan.iter().filter(move |it| it.1.reach >= reach).map(|it| it.0);
    let (mut tx, viewer) = office.open(days.proposed).await?;
    for id in reaching(Reach::Proposed) {
        let agreement = Agreement::managed(&mut tx, &viewer, id).await?;
        proposal::propose(&mut tx, &viewer, &agreement).await?;
    }
    tx.commit().await?;
    let (mut tx, viewer) = office.open(days.decided).await?;
    for id in reaching(Reach::Decided) {
        signing::decide(&mut tx, &viewer, id).await?;
    }
    tx.commit().await?;
    for (party, reach, day) in
        [(Party::Authority, Reach::TownSigned, days.town), (Party::Academy, Reach::Signed, days.academy)]
    {
        let (mut tx, viewer) = office.open(day).await?;
        for id in reaching(reach) {
            signing::sign(&mut tx, &viewer, id, party).await?;
        }
        tx.commit().await?;
    }
    for (rank, day) in days.titre.into_iter().enumerate() {
        let steps = plan.iter().filter_map(|(id, course)| Some((*id, *course.titre.get(rank)?)));
        titres::follow(office, day, steps).await?;
    }
    Ok(())
}
