//! Delivering: from which instant the readers of a thing see it, and waking their pages then.
//!
//! Writing is always allowed; delivery waits for the hours of the school (product.md §3.2), unless somebody who may says
//! it is urgent.

use crate::{
    House, Level, ThingId,
    holiday::SchoolCalendar,
    job::{self, JobKind},
    live,
    pause::{Calendar, Delivery, Hours, When},
    share,
};
use db::{Error, Moment, PARIS, Result, Tx};
use school::{CircleId, PersonId, School, SchoolId};

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
        let visible_from = held.map_or(at, |it| it.visible_from);
        share::grant(tx, thing, *circle, level, visible_from, by).await?;
        instants.push((*circle, visible_from));
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
