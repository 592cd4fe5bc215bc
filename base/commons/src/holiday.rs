//! The school holidays the région keeps, and the calendar of a school built from them.

use crate::pause::{Calendar, Hours, PARIS, Period, Zone, zone_c};
use db::{Moment, Result, Tx, args};
use school::School;

/// What is needed to say when something is delivered in a school.
#[derive(Debug, Clone)]
pub struct SchoolCalendar {
    hours: Hours,
    holidays: Vec<Period>,
}

impl SchoolCalendar {
    /// The calendar of a school: its own hours, or the national ones.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, school: &School) -> Result<Self> {
        let own = school.hours.as_deref().and_then(|json| serde_json::from_str(json).ok());
        let rows: Vec<(String, String, String)> =
            tx.all("select label, first_day, last_day from holiday where zone = 'C' order by first_day", &[]).await?;
        let holidays = rows.into_iter().filter_map(period).collect();
        Ok(Self { hours: own.unwrap_or_default(), holidays })
    }

    /// The hours in force.
    pub fn hours(&self) -> &Hours {
        &self.hours
    }

    /// The rules over these hours.
    pub fn rules(&self) -> Calendar<'_> {
        Calendar { hours: &self.hours, holidays: &self.holidays, zone: PARIS.clone() }
    }

    /// When something ready at `ready` is delivered: then, or at the next opening.
    pub fn delivered_at(&self, ready: Moment) -> Moment {
        Moment::from(self.rules().delivery(ready.timestamp()).instant(ready.timestamp()))
    }
}

fn period((label, first, last): (String, String, String)) -> Option<Period> {
    Some(Period { label, zone: Zone::C, first: first.parse().ok()?, last: last.parse().ok()? })
}

/// Writes the holidays the program knows, where the région has written none: its own edits are kept.
///
/// # Errors
/// A fault of the database.
pub async fn seed(tx: &mut Tx) -> Result<()> {
    for period in zone_c() {
        tx.run(
            "insert into holiday (zone, label, first_day, last_day) values ('C', $1, $2, $3) on conflict (zone, first_day) do nothing",
            args![&period.label, period.first.to_string(), period.last.to_string()],
        )
        .await?;
    }
    Ok(())
}
