//! Sending a notice: to the families of chosen schools, at the hour the pause numérique allows unless it is urgent.

use crate::{W, charge::Charge, notice::KIND, strike::StrikeId};
use commons::{
    Attention, Level, ThingId, attention, delivery,
    event::{self, Event},
    flash,
    holiday::SchoolCalendar,
    thing::{self, Card, NewThing},
};
use db::{Error, Moment, Result, Tx, args};
use richtext::Doc;
use school::{CircleId, PersonId, Public, Right, School, SchoolId, SchoolYear, Territory, Viewer};

pub use crate::{
    notice_draft::{LONGEST_BODY, LONGEST_REASON, LONGEST_TITLE, NoticeDraft, typed, urgent},
    notice_withdrawal::withdraw,
};

/// How many characters of the text a card shows.
const EXCERPT: usize = 160;

/// Whether the viewer may have a notice of a charge delivered at once, outside the hours.
pub fn may_hurry(viewer: &Viewer, charge: &Charge) -> bool {
    viewer.territories(Right::SendUrgent).any(|territory| territory == charge.scope)
}

/// When a notice for some schools reaches their families. One school has its hours, several have those of the nation.
///
/// # Errors
/// A fault of the database.
pub async fn instant(tx: &mut Tx, schools: &[&School], urgent: bool) -> Result<Moment> {
    let now = tx.now();
    match schools {
        _ if urgent => Ok(now),
        [one] => delivery::instant(tx, one.id, None).await,
        _ => Ok(SchoolCalendar::national().delivered_at(now)),
    }
}

/// Sends a notice to the families of some schools of a charge, and lets those who work there read it; answers when they do.
///
/// # Errors
/// [`Error::Invalid`] beside `ecoles` when no school is chosen; [`Error::Forbidden`] to those who may not hurry.
pub async fn send(
    tx: &mut Tx,
    viewer: &Viewer,
    charge: &Charge,
    schools: &[&School],
    draft: &NoticeDraft,
    strike: Option<StrikeId>,
) -> Result<(ThingId, Moment)> {
    if schools.is_empty() {
        return Err(Error::invalid("ecoles", W.choose_school()));
    }
    if draft.urgent.is_some() && !may_hurry(viewer, charge) {
        return Err(Error::Forbidden);
    }
    // An account where a person is written down: whoever runs a commune is in no directory.
    let by = PersonId(viewer.account.0);
    let at = instant(tx, schools, draft.urgent.is_some()).await?;
    let id = made(tx, charge, draft, by).await?;
    keep(tx, id, charge, schools, draft, at, strike).await?;
    let families = circles(charge, schools, &[Public::Families]);
    let readers = circles(charge, schools, &[Public::Families, Public::Staff, Public::TownAgents]);
    let delivered_at = delivery::share_out(tx, id, &readers, Level::See, at, by).await?;
    flash::changed(tx);
    tell(tx, charge, id, "town.notice-sent").await?;
    if let Some(why) = &draft.urgent {
        delivery::urgent(tx, viewer, id, why).await?;
    }
    if draft.urgent.is_some() || draft.kind.is_pressing() {
        attention::alert_circles(tx, id, &families, delivered_at).await?;
    }
    Ok((id, delivered_at))
}

async fn made(tx: &mut Tx, charge: &Charge, draft: &NoticeDraft, by: PersonId) -> Result<ThingId> {
    let short = draft.short.as_deref().map(Doc::from_plain);
    let excerpt = short.as_ref().unwrap_or(&draft.body).excerpt(EXCERPT);
    let new = NewThing {
        kind: &KIND,
        school: charge.scope.school(),
        circle: charge.scope.place(),
        year: SchoolYear::of(tx.now().day()).0,
        author: by,
        card: Card { title: &draft.title, excerpt: &excerpt, cover: None, cover_alt: None },
        // It asks no act: what does is not in the feed, and nobody would come upon it later.
        attention: Attention::Info,
    };
    let id = thing::create(tx, &new).await?;
    thing::set_from(tx, id, &charge.name).await?;
    Ok(id)
}

async fn keep(
    tx: &mut Tx,
    id: ThingId,
    charge: &Charge,
    schools: &[&School],
    draft: &NoticeDraft,
    at: Moment,
    strike: Option<StrikeId>,
) -> Result<()> {
    tx.change(
        "insert into town_notice (thing_id, scope, kind, body, offers, first_day, last_day, urgent, delivered_at, \
         strike_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            id,
            charge.scope.to_string(),
            draft.kind,
            draft.body.to_json(),
            &draft.offers,
            draft.first.to_string(),
            draft.last.to_string(),
            draft.urgent.as_deref(),
            at,
            strike
        ],
    )
    .await?;
    for school in schools {
        let insert = "insert into town_notice_school (school_id, thing_id) values ($1, $2)";
        tx.change(insert, args![school.id, id]).await?;
    }
    Ok(())
}

/// The circles of some profiles: those of the commune when all its schools are meant, else those of each school. Nobody's
/// seat leads to a grouping: its schools are named.
fn circles(charge: &Charge, schools: &[&School], publics: &[Public]) -> Vec<CircleId> {
    let is_town = matches!(charge.scope, Territory::Town(..));
    let places: Vec<Territory> = match is_town && schools.len() == charge.schools.len() {
        true => vec![charge.scope.clone()],
        false => schools.iter().map(|school| Territory::School(school.id)).collect(),
    };
    places.iter().flat_map(|place| publics.iter().map(|public| place.circle(*public))).collect()
}

async fn tell(tx: &mut Tx, charge: &Charge, id: ThingId, verb: &'static str) -> Result<()> {
    let school: Option<SchoolId> = Some(charge.scope.school());
    event::record(tx, Event { school, actor: None, verb, thing: Some(id), detail: None }).await
}
