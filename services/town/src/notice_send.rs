//! Sending a notice: to the families of chosen schools, at the hour the pause numérique allows unless it is urgent; and taking
//! it back.

use crate::{
    W,
    charge::Charge,
    fields::Fields,
    notice::{KIND, Notice, NoticeKind},
    offer::OfferKind,
    strike::StrikeId,
};
use commons::{
    Attention, Level, ThingId, attention,
    audit::{self, Action},
    delivery,
    event::{self, Event},
    flash,
    holiday::SchoolCalendar,
    notification,
    thing::{self, Card, NewThing},
};
use db::{Error, Moment, Problems, Result, Tx, args};
use jiff::civil::Date;
use richtext::Doc;
use school::{CircleId, PersonId, Public, Right, School, SchoolId, SchoolYear, Territory, Viewer};

/// The longest title.
pub const LONGEST_TITLE: usize = 120;
/// The longest text.
pub const LONGEST_BODY: usize = 4000;
/// The longest reason.
pub const LONGEST_REASON: usize = 300;
/// How many characters of the text a card shows.
const EXCERPT: usize = 160;

/// What can be kept of a form.
#[derive(Debug, Clone)]
pub struct NoticeDraft {
    /// What it is about.
    pub kind: NoticeKind,
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: Doc,
    /// The offers concerned.
    pub offers: String,
    /// The first day concerned.
    pub first: Date,
    /// The last one.
    pub last: Date,
    /// Why it does not wait for the hours, when it does not.
    pub urgent: Option<String>,
}

/// What was typed about a notice.
///
/// # Errors
/// [`Error::Invalid`] beside what cannot be kept.
pub fn typed(fields: &Fields, now: Moment) -> Result<NoticeDraft> {
    let mut problems = Problems::default();
    let kind = NoticeKind::try_from(fields.text("kind").to_owned()).ok();
    problems.require(kind.is_some(), "kind", W.notice_kind_missing());
    let title = fields.line(&mut problems, "title", LONGEST_TITLE, W.too_long());
    problems.require(!title.is_empty(), "title", W.notice_title_missing());
    let text = fields.short(&mut problems, "body", LONGEST_BODY, W.too_long());
    problems.require(!text.is_empty(), "body", W.notice_body_missing());
    let days = days(fields, now, &mut problems);
    let urgent = urgent(fields, &mut problems);
    let offers = fields.texts("offers");
    let offers = OfferKind::ALL.iter().map(|it| it.as_str()).filter(|it| offers.contains(it));
    let offers = offers.collect::<Vec<_>>().join(" ");
    match kind.zip(days) {
        Some((kind, (first, last))) => {
            problems.or(NoticeDraft { kind, title, body: Doc::from_plain(&text), offers, first, last, urgent })
        }
        None => Err(Error::Invalid(problems)),
    }
}

/// Why a notice does not wait for the hours, when the box that says so is ticked.
pub fn urgent(fields: &Fields, problems: &mut Problems) -> Option<String> {
    if !fields.has("urgent") {
        return None;
    }
    let reason = fields.short(problems, "reason", LONGEST_REASON, W.too_long());
    problems.require(!reason.is_empty(), "reason", W.reason_missing());
    Some(reason)
}

/// The first and the last day, the same one where no last is typed.
fn days(fields: &Fields, now: Moment, problems: &mut Problems) -> Option<(Date, Date)> {
    let first: Option<Date> = fields.text("first").parse().ok();
    problems.require(first.is_some(), "first", W.day_wrong());
    let last: Option<Date> = match fields.text("last") {
        "" => first,
        typed => typed.parse().ok(),
    };
    problems.require(first.is_none() || last.is_some_and(|last| Some(last) >= first), "last", W.days_wrong());
    problems.require(last.is_none_or(|last| last >= now.day()), "last", W.day_past());
    first.zip(last)
}

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
    let excerpt = draft.body.excerpt(EXCERPT);
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
    tx.run(
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
        tx.run(insert, args![school.id, id]).await?;
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

/// Takes a notice from its readers, with a reason; those who run the commune go on seeing it.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when it is
/// withdrawn already.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, notice: &Notice, why: &str) -> Result<()> {
    if !notice.is_managed() {
        return Err(Error::Forbidden);
    }
    let why = why.trim();
    let mut problems = Problems::default();
    problems.require(!why.is_empty(), "reason", W.reason_missing());
    problems.require(why.chars().count() <= LONGEST_REASON, "reason", W.too_long());
    problems.or(())?;
    let (id, now) = (notice.thing.id, tx.now());
    thing::set_withdrawn(tx, id, true).await?;
    flash::changed(tx);
    tx.run("update town_notice set withdrawn_at = $2, withdrawn_reason = $3 where thing_id = $1", args![id, now, why])
        .await?;
    // Families do not know any more what stays open: the day of strike is to be told again.
    tx.run("update town_strike set state = 'draft', thing_id = null where thing_id = $1", args![id]).await?;
    let event = Event {
        school: Some(notice.thing.school_id),
        actor: None,
        verb: "town.notice-withdrawn",
        thing: Some(id),
        detail: Some(why),
    };
    event::record(tx, event).await?;
    audit::write(tx, Some(viewer.account), Action::ContentWithdrawn, Some(id.to_string()), Some(why)).await?;
    attention::hush(tx, id).await?;
    notification::forget_but(tx, id, Vec::new()).await?;
    delivery::wake(tx, id).await
}
