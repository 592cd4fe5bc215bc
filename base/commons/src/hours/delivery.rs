//! Delivering: from which instant the readers of a thing see it, and waking their pages then.
//!
//! Writing is always allowed; delivery waits for the hours of the school (product.md §3.2), unless somebody who may says
//! it is urgent.

use crate::{
    House, Level, ThingId,
    attention::{self, OwnHours},
    audit::{self, Action},
    holiday::SchoolCalendar,
    job::{self, JobKind},
    live,
    pause::{Calendar, Delivery, Hours, When},
    share,
};
use db::{Error, FromRow, Moment, PARIS, Result, Tx, args, id_list};
use school::{CircleId, PersonId, PersonKind, School, SchoolId, Viewer};

/// The job that wakes the readers' pages when the hour of a thing has come. It may run twice: it only says « look ».
pub const WAKE: JobKind =
    JobKind { name: "delivery.wake", run: |house, payload| Box::pin(wake_when_due(house, payload)) };

/// When something wished for at an instant (none for now) reaches its readers in a school.
///
/// # Errors
/// A fault of the database.
pub async fn instant(tx: &mut Tx, school: SchoolId, wished: Option<Moment>) -> Result<Moment> {
    let school = School::load(tx, school).await?;
    let calendar = SchoolCalendar::of(tx, &school).await?;
    let now = tx.now();
    Ok(calendar.delivered_at(wished.map_or(now, |at| at.max(now))))
}

/// When something sent now reaches each of some people of a school. The most specific rule wins: those who work there are
/// exempt among themselves, hours somebody chose narrow the school's, and the school's are the national ones where its head
/// chose none. What is urgent asks nothing of this: it is delivered at `tx.now()`, once [`urgent`] has noted why.
///
/// # Errors
/// A fault of the database.
pub async fn instants_for(
    tx: &mut Tx,
    school: SchoolId,
    by_staff: bool,
    people: &[PersonId],
) -> Result<Vec<(PersonId, Moment)>> {
    let now = tx.now();
    let calendar = SchoolCalendar::find(tx, school).await?;
    let rows: Vec<Recipient> = tx.all(RECIPIENTS, args![id_list(people.iter().copied())]).await?;
    let instant = |person: &PersonId| {
        let row = rows.iter().find(|row| row.id == *person);
        let exempt = by_staff && row.is_some_and(|row| row.kind.works());
        let own = row.and_then(|row| OwnHours::read(row.hours.as_deref()));
        let ready = if exempt { now } else { calendar.delivered_at(now) };
        (*person, attention::allowed(ready, &calendar, own.as_ref(), exempt))
    };
    Ok(people.iter().map(instant).collect())
}

#[derive(FromRow)]
struct Recipient {
    id: PersonId,
    kind: PersonKind,
    hours: Option<String>,
}

const RECIPIENTS: &str = "\
select p.id, p.kind, f.hours from person p left join account_person ap on ap.person_id = p.id \
left join attention_preference f on f.account_id = ap.account_id \
where p.id in (select unhex(value) from json_each($1))";

/// The longest reason kept.
const LONGEST_REASON: usize = 300;

/// Notes that a thing is delivered at once, outside the hours, and why. For those who carry [`school::Right::SendUrgent`]:
/// the caller has checked it. Hours people chose for themselves then delay nothing either.
///
/// # Errors
/// [`Error::Conflict`] when no reason is given; a fault of the database.
pub async fn urgent(tx: &mut Tx, viewer: &Viewer, thing: ThingId, reason: &str) -> Result<()> {
    let reason: String = reason.trim().chars().take(LONGEST_REASON).collect();
    if reason.is_empty() {
        return Err(Error::Conflict);
    }
    let now = tx.now();
    tx.change(
        "insert into urgent_delivery (thing_id, reason, by_account, at) values ($1, $2, $3, $4) \
         on conflict (thing_id) do update set reason = excluded.reason, by_account = excluded.by_account, at = excluded.at",
        args![thing, &reason, viewer.account, now],
    )
    .await?;
    audit::write(tx, Some(viewer.account), Action::SentUrgently, Some(thing.to_string()), Some(&reason)).await
}

/// A delivery as people are told about it: « lundi à 7 h ».
pub fn when(delivered_at: Moment, now: Moment) -> When {
    // The instant is settled: only the clock of the school matters for the words.
    let calendar = Calendar { hours: &Hours::default(), holidays: &[], zone: PARIS.clone() };
    calendar.phrase(Delivery::At(delivered_at.timestamp()), now.timestamp())
}

/// Shares a thing with its readers, these circles and no others, from an instant on. Circles that see it already go on
/// seeing it. Returns the first instant at which somebody sees it.
///
/// # Errors
/// A fault of the database.
pub async fn share_out(
    tx: &mut Tx,
    thing: ThingId,
    circles: &[CircleId],
    level: Level,
    at: Moment,
    by: PersonId,
) -> Result<Moment> {
    let now = tx.now();
    let held = share::of(tx, thing).await?;
    share::revoke_readers(tx, thing).await?;
    let mut instants: Vec<(CircleId, Moment)> = Vec::new();
    for circle in circles {
        let held = held.iter().find(|it| it.circle_id == *circle && it.visible_from <= now);
        instants.push((*circle, held.map_or(at, |it| it.visible_from)));
    }
    instants.sort_unstable_by_key(|(circle, visible_from)| (*visible_from, *circle));
    instants.dedup();
    // A statement for an instant, not for a circle: what is for some children of a school has one for each family.
    for same in instants.chunk_by(|one, other| one.1 == other.1) {
        share::grant_all(tx, thing, same.iter().map(|(circle, _)| *circle), level, same[0].1, by).await?;
    }
    announce(tx, thing, &instants).await?;
    Ok(instants.iter().map(|(_, at)| *at).min().unwrap_or(at))
}

/// Wakes the pages of those who see a thing now; a job wakes the others at their hour.
async fn announce(tx: &mut Tx, thing: ThingId, instants: &[(CircleId, Moment)]) -> Result<()> {
    let now = tx.now();
    live::touched(tx, instants.iter().filter(|(_, at)| *at <= now).map(|(circle, _)| *circle));
    // Whoever waits, waits for one same delivery.
    match instants.iter().map(|(_, at)| *at).find(|at| *at > now) {
        Some(later) => wake_at(tx, thing, later).await,
        None => Ok(()),
    }
}

/// Wakes the pages of the readers of a thing at an instant to come.
///
/// # Errors
/// A fault of the database.
pub async fn wake_at(tx: &mut Tx, thing: ThingId, at: Moment) -> Result<()> {
    job::enqueue(tx, WAKE.name, &thing.to_string(), at).await
}

async fn wake_when_due(house: House, payload: String) -> Result<()> {
    let thing: ThingId = payload.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    wake(&mut tx, thing).await?;
    tx.commit().await
}

/// Wakes the pages of everybody who sees a thing now.
///
/// # Errors
/// A fault of the database.
pub async fn wake(tx: &mut Tx, thing: ThingId) -> Result<()> {
    let now = tx.now();
    let shares = share::of(tx, thing).await?;
    live::touched(tx, shares.iter().filter(|it| it.visible_from <= now).map(|it| it.circle_id));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, time};

    /// Saturday 5 September 2026 at 10 h in France.
    const SATURDAY: Moment = Moment(1_788_595_200_000);

    #[test]
    fn a_delivery_is_told_by_its_day() {
        let monday = SATURDAY.plus_seconds(45 * 3600);
        assert_eq!(when(monday, SATURDAY), When::Day(Weekday::Monday, time(7, 0, 0, 0)));
        assert_eq!(when(SATURDAY, SATURDAY), When::Now);
    }
}
