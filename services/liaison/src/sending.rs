//! Sending: to which families, at the hour the school allows. Until that hour a mot can be changed or taken back.

use crate::{
    W,
    child::{self, Chosen},
    departure,
    mot::{Mot, State},
    reminder,
    verb::Verb,
    version,
};
use commons::{
    Level, attention,
    audit::{self, Action},
    delivery, share,
};
use db::{Error, Moment, Result, Tx, args};
use school::{Circle, CircleId, PersonId, Right, Viewer};

/// Sends a mot and tells when its readers see it.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when it is sent already; [`Error::Invalid`]
/// under `children` when it is for nobody, under `due` when its last day comes before its delivery.
pub async fn send(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<Moment> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    let actor = mot.acting(viewer)?;
    let thing = &mot.thing;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update mot set state = 'sent', sent_at = $3, sent_by = $4 \
             where thing_id = $1 and school_id = $2 and state = 'draft'",
            args![thing.id, thing.school_id, now, actor],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    let delivered_at = deliver(tx, viewer, mot, actor).await?;
    Verb::Sent.record(tx, thing.school_id, thing.id, actor, mot.terms.urgent.as_deref()).await?;
    Ok(delivered_at)
}

/// Whether a mot is delivered at once: it says why, and whoever sends it may.
pub fn is_urgent(viewer: &Viewer, mot: &Mot) -> bool {
    mot.terms.urgent.is_some() && viewer.may_in(Right::SendUrgent, mot.thing.circle_id, mot.thing.school_id)
}

/// When a mot sent now reaches its readers.
///
/// # Errors
/// A fault of the database.
pub async fn instant(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<Moment> {
    match is_urgent(viewer, mot) {
        true => Ok(tx.now()),
        false => delivery::instant(tx, mot.thing.school_id, None).await,
    }
}

/// Whether the last day of a mot delivered at an instant would be over by then: everybody would be late.
pub(crate) fn is_due_before(mot: &Mot, delivered_at: Moment) -> bool {
    mot.terms.reply.asks() && mot.terms.due.is_some_and(|day| day < delivered_at.day())
}

/// Delivers a sent mot that nobody sees yet, as it stands now: children, readers, hour, alerts, reminders.
pub(crate) async fn deliver(tx: &mut Tx, viewer: &Viewer, mot: &Mot, actor: PersonId) -> Result<Moment> {
    let thing = &mot.thing;
    aim(tx, mot).await?;
    let at = instant(tx, viewer, mot).await?;
    if is_due_before(mot, at) {
        return Err(Error::invalid("due", W.due_before_delivery()));
    }
    if let Some(reason) = mot.terms.urgent.as_deref().filter(|_| is_urgent(viewer, mot)) {
        delivery::urgent(tx, viewer, thing.id, reason).await?;
    }
    let families = families(tx, mot).await?;
    let readers = readers(tx, mot, &families).await?;
    let delivered_at = delivery::share_out(tx, thing.id, &readers, Level::See, at, actor).await?;
    tx.change(
        "update mot set delivered_at = $3 where thing_id = $1 and school_id = $2",
        args![thing.id, thing.school_id, delivered_at],
    )
    .await?;
    version::keep(tx, mot, mot.version, false, actor).await?;
    attention::hush(tx, thing.id).await?;
    if mot.terms.reply.asks() {
        attention::alert_circles(tx, thing.id, &families, delivered_at).await?;
        reminder::plan(tx, thing, &mot.terms, delivered_at).await?;
    }
    Ok(delivered_at)
}

/// Settles for which children a mot is: those of the circle as it is now, or the chosen ones who are still there.
async fn aim(tx: &mut Tx, mot: &Mot) -> Result<()> {
    let pupils = child::pupils(tx, mot.target).await?;
    let known = child::of(tx, &mot.thing, mot.target).await?;
    let named = |pupil: PersonId| known.iter().find(|it| it.child_id == pupil).and_then(|it| it.named_adult);
    let aimed = pupils.iter().filter(|pupil| mot.whole || known.iter().any(|it| it.child_id == pupil.id));
    let chosen: Vec<Chosen> = aimed.map(|pupil| Chosen { child: pupil.id, adult: named(pupil.id) }).collect();
    if chosen.is_empty() {
        return Err(Error::invalid("children", W.nobody_aimed()));
    }
    child::revise(tx, &mot.thing, &chosen).await
}

/// The families a mot is for: those of the circle when it is for all, else one circle for each child's who did not leave.
pub(crate) async fn families(tx: &mut Tx, mot: &Mot) -> Result<Vec<CircleId>> {
    if mot.whole {
        match Circle::families(tx, mot.target).await {
            Ok(families) => return Ok(vec![families.id]),
            // A level written by hand has no circle of families of its own.
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let children: Vec<PersonId> =
        child::of(tx, &mot.thing, mot.target).await?.into_iter().map(|it| it.child_id).collect();
    let left = departure::left(tx, &mot.thing, &children).await?;
    Ok(children.into_iter().filter(|it| !left.contains(it)).map(CircleId::family_of).collect())
}

/// All who read a mot: the families, and the pupils old enough when they are to see it.
pub(crate) async fn readers(tx: &mut Tx, mot: &Mot, families: &[CircleId]) -> Result<Vec<CircleId>> {
    let mut readers = families.to_vec();
    if mot.terms.pupils {
        let aimed = child::of(tx, &mot.thing, mot.target).await?;
        let pupils = child::pupils(tx, mot.target).await?;
        let old_enough = pupils.iter().filter(|it| it.is_old_enough() && aimed.iter().any(|to| to.child_id == it.id));
        readers.extend(old_enough.map(|it| CircleId::from(it.id)));
    }
    Ok(readers)
}

/// Takes back a mot whose hour has not come: it is a draft again.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when it is delivered, or was never sent.
pub async fn cancel(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<()> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    let actor = mot.acting(viewer)?;
    let thing = &mot.thing;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update mot set state = 'draft', sent_at = null, sent_by = null, delivered_at = null \
             where thing_id = $1 and school_id = $2 and state = 'sent' and delivered_at > $3",
            args![thing.id, thing.school_id, now],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    share::revoke_readers(tx, thing.id).await?;
    attention::hush(tx, thing.id).await?;
    Verb::Unsent.record(tx, thing.school_id, thing.id, actor, None).await?;
    if !mot.is_by(viewer) {
        let subject = Some(thing.id.to_string());
        audit::write(tx, Some(viewer.account), Action::PublicationCancelled, subject, None).await?;
    }
    Verb::Unsent.tell_author(tx, thing, actor, None).await
}

/// Adds to a delivered mot for a whole circle the children who came since. Their families see it at the next opening.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage it; [`Error::Conflict`] when there is nobody to add.
pub async fn add_newcomers(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<i64> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    let newcomers = newcomers(tx, mot).await?;
    if mot.state != State::Sent || newcomers.is_empty() {
        return Err(Error::Conflict);
    }
    let actor = mot.acting(viewer)?;
    let thing = &mot.thing;
    let chosen: Vec<Chosen> = newcomers.iter().map(|it| Chosen { child: it.id, adult: None }).collect();
    child::add(tx, thing, &chosen).await?;
    let at = instant(tx, viewer, mot).await?;
    let families = families(tx, mot).await?;
    let readers = readers(tx, mot, &families).await?;
    delivery::share_out(tx, thing.id, &readers, Level::See, at, actor).await?;
    if mot.terms.reply.asks() {
        let theirs: Vec<CircleId> = chosen.iter().map(|it| CircleId::family_of(it.child)).collect();
        attention::alert_circles(tx, thing.id, &theirs, at).await?;
    }
    Verb::Added.record(tx, thing.school_id, thing.id, actor, None).await?;
    Ok(i64::try_from(chosen.len()).unwrap_or(i64::MAX))
}

/// The children of the circle a sent mot for all of it is not for yet.
pub(crate) async fn newcomers(tx: &mut Tx, mot: &Mot) -> Result<Vec<child::Pupil>> {
    if !mot.whole || mot.state != State::Sent {
        return Ok(Vec::new());
    }
    let known = child::of(tx, &mot.thing, mot.target).await?;
    let mut pupils = child::pupils(tx, mot.target).await?;
    pupils.retain(|pupil| known.iter().all(|it| it.child_id != pupil.id));
    Ok(pupils)
}
