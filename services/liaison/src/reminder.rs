//! Reminders planned by the author: two days before the last day, and on it, at the opening of the school. Only those from
//! whom something is still awaited hear of them, and each reminder is sent once.

use crate::{
    pending,
    terms::{Reminders, Terms},
    verb::Verb,
};
use commons::{
    House, Thing, ThingId, attention, delivery,
    holiday::SchoolCalendar,
    job::{self, JobKind},
    notification,
};
use db::{Day, Error, FromRow, Moment, PARIS, Result, Tx, args};
use jiff::{ToSpan, civil::Date};
use school::{PersonId, School, SchoolId, text_enum};

/// The job of one reminder.
pub const REMIND: JobKind =
    JobKind { name: "liaison.remind", run: |house, payload| Box::pin(remind_when_due(house, payload)) };

text_enum! {
    /// Which reminder.
    Which {
        /// Two days before the last day.
        Before = "d2",
        /// On the last day.
        DueDay = "d0",
    }
}

/// How many days before the last day the first reminder is.
const DAYS_BEFORE: i64 = 2;

impl Which {
    fn day(self, due: Date) -> Option<Date> {
        match self {
            Self::Before => due.checked_sub(DAYS_BEFORE.days()).ok(),
            Self::DueDay => Some(due),
        }
    }

    fn is_wanted(self, reminders: Reminders) -> bool {
        match self {
            Self::Before => reminders.has_before(),
            Self::DueDay => reminders.has_due_day(),
        }
    }
}

/// Enqueues the reminders of a mot delivered at an instant. Planning again is harmless: a job whose day or wish changed
/// meanwhile does nothing.
pub(crate) async fn plan(tx: &mut Tx, thing: &Thing, terms: &Terms, delivered_at: Moment) -> Result<()> {
    let Some(due) = terms.due else { return Ok(()) };
    for which in Which::ALL.iter().copied().filter(|which| which.is_wanted(terms.reminders)) {
        let Some(at) = opening(tx, thing.school_id, which, due).await? else { continue };
        if at > delivered_at && at > tx.now() {
            job::enqueue(tx, REMIND.name, &payload(thing.id, due, which), at).await?;
        }
    }
    Ok(())
}

/// The opening of the school at which a reminder is sent; none when the school does not open before the last day is over.
async fn opening(tx: &mut Tx, school: SchoolId, which: Which, due: Date) -> Result<Option<Moment>> {
    let Some(day) = which.day(due) else { return Ok(None) };
    let Ok(midnight) = PARIS.to_timestamp(day.at(0, 0, 0, 0)) else { return Ok(None) };
    let school = School::load(tx, school).await?;
    let at = SchoolCalendar::of(tx, &school).await?.delivered_at(midnight.into());
    Ok((at.day() <= due).then_some(at))
}

fn payload(thing: ThingId, due: Date, which: Which) -> String {
    format!("{thing} {due} {}", which.as_str())
}

fn read(payload: &str) -> Option<(ThingId, Date, Which)> {
    let mut parts = payload.split(' ');
    let (thing, due, which) = (parts.next()?, parts.next()?, parts.next()?);
    Some((thing.parse().ok()?, due.parse().ok()?, Which::try_from(which.to_owned()).ok()?))
}

async fn remind_when_due(house: House, text: String) -> Result<()> {
    let (thing, due, which) = read(&text).ok_or_else(|| Error::fault("an unreadable reminder"))?;
    let mut tx = house.db.write().await?;
    remind(&mut tx, thing, due, which).await?;
    tx.commit().await
}

#[derive(FromRow)]
struct Asked {
    school_id: SchoolId,
    due_day: Option<Day>,
    reminders: Reminders,
}

async fn remind(tx: &mut Tx, id: ThingId, due: Date, which: Which) -> Result<()> {
    let asked: Option<Asked> = tx
        .first(
            "select school_id, due_day, reminders from mot where thing_id = $1 and state = 'sent' and reply <> 'none'",
            args![id],
        )
        .await?;
    let Some(asked) = asked else { return Ok(()) };
    if asked.due_day.and_then(|day| day.date()) != Some(due) || !which.is_wanted(asked.reminders) {
        return Ok(());
    }
    // The hours of the school may have changed since it was planned.
    let open = delivery::instant(tx, asked.school_id, None).await?;
    if open > tx.now() {
        let still = open.day() <= due;
        return if still { job::enqueue(tx, REMIND.name, &payload(id, due, which), open).await } else { Ok(()) };
    }
    let now = tx.now();
    let first = tx
        .changed_rows(
            "insert into mot_reminder (thing_id, school_id, due_day, kind, at) values ($1, $2, $3, $4, $5) \
             on conflict (thing_id, due_day, kind) do nothing",
            args![id, asked.school_id, Day::from(due), which, now],
        )
        .await?;
    if first == 0 {
        return Ok(());
    }
    tell(tx, asked.school_id, id, Verb::Reminded).await?;
    Verb::Reminded.record(tx, asked.school_id, id, None::<PersonId>, None).await
}

/// Tells those from whom something is still awaited; tells how many they are.
pub(crate) async fn tell(tx: &mut Tx, school: SchoolId, thing: ThingId, verb: Verb) -> Result<i64> {
    let adults = pending::adults(&pending::of(tx, school, thing).await?);
    let at = delivery::instant(tx, school, None).await?;
    notification::tell_all(tx, &adults, thing, verb.as_str(), at).await?;
    attention::alert(tx, thing, &adults, at).await?;
    Ok(i64::try_from(adults.len()).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;
    use jiff::civil::date;

    #[test]
    fn a_reminder_says_of_which_mot_and_day_it_is() {
        let id = ThingId(Uuid::from_u128(7));
        let due = date(2026, 10, 9);
        assert_eq!(read(&payload(id, due, Which::Before)), Some((id, due, Which::Before)));
        assert_eq!(read("demain"), None);
        assert_eq!(Which::Before.day(due), Some(date(2026, 10, 7)));
    }
}
