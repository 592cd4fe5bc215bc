//! The school holidays the région keeps, and the calendar of a school built from them.

use crate::pause::{Calendar, Hours, PARIS, Period, Zone, zones};
use db::{Day, Error, FromRow, Moment, Result, Tx, args, id_list};
use jiff::civil::Date;
use school::{School, SchoolId};
use std::collections::HashMap;

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
        let holidays = match Zone::of_academy(&school.academy) {
            Some(zone) => of_zone(tx, zone).await?,
            None => Vec::new(),
        };
        Ok(Self { hours: hours_of(school.hours.as_deref()), holidays })
    }

    /// The calendar of the school with an identifier; the national hours for what belongs to no school.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn find(tx: &mut Tx, school: SchoolId) -> Result<Self> {
        match School::load(tx, school).await {
            Ok(school) => Self::of(tx, &school).await,
            Err(Error::NotFound) => Ok(Self::national()),
            Err(other) => Err(other),
        }
    }

    /// The calendars of many schools in two statements.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn many(tx: &mut Tx, schools: &[SchoolId]) -> Result<HashMap<SchoolId, Self>> {
        let rows: Vec<(SchoolId, String, Option<String>)> = tx
            .all(
                "select id, academy, hours from school where id in (select unhex(value) from json_each($1))",
                args![id_list(schools.iter().copied())],
            )
            .await?;
        let holidays = all(tx).await?;
        let of = |academy: &str| -> Vec<Period> {
            let zone = Zone::of_academy(academy);
            holidays.iter().filter(|it| Some(it.zone) == zone).cloned().collect()
        };
        let calendar = |(id, academy, hours): (SchoolId, String, Option<String>)| {
            (id, Self { hours: hours_of(hours.as_deref()), holidays: of(&academy) })
        };
        Ok(rows.into_iter().map(calendar).collect())
    }

    /// The national hours, without holidays.
    pub fn national() -> Self {
        Self { hours: Hours::default(), holidays: Vec::new() }
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

    /// Whether the school opens at this very instant.
    pub fn opens_at(&self, at: Moment) -> bool {
        self.delivered_at(at.plus_seconds(-1)) == at
    }
}

fn hours_of(own: Option<&str>) -> Hours {
    own.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

#[derive(FromRow)]
struct Row {
    zone: String,
    label: String,
    first_day: Day,
    last_day: Day,
}

impl Row {
    fn period(self) -> Option<Period> {
        let zone = Zone::read(&self.zone)?;
        Some(Period { label: self.label, zone, first: self.first_day.date()?, last: self.last_day.date()? })
    }
}

async fn of_zone(tx: &mut Tx, zone: Zone) -> Result<Vec<Period>> {
    let rows: Vec<Row> = tx
        .all(
            "select zone, label, first_day, last_day from holiday where zone = $1 and removed_at is null \
             order by first_day",
            args![zone.as_str()],
        )
        .await?;
    Ok(rows.into_iter().filter_map(Row::period).collect())
}

/// The whole table, by zone and day.
///
/// # Errors
/// A fault of the database.
pub async fn all(tx: &mut Tx) -> Result<Vec<Period>> {
    let rows: Vec<Row> = tx
        .all(
            "select zone, label, first_day, last_day from holiday where removed_at is null order by zone, first_day",
            &[],
        )
        .await?;
    Ok(rows.into_iter().filter_map(Row::period).collect())
}

/// Writes the holidays the program knows, where the région has written none: its own edits are kept, and what it removed
/// stays away.
///
/// # Errors
/// A fault of the database.
pub async fn seed(tx: &mut Tx) -> Result<()> {
    for period in zones() {
        tx.change(
            "insert into holiday (zone, label, first_day, last_day) values ($1, $2, $3, $4) on conflict (zone, first_day) do nothing",
            args![period.zone.as_str(), &period.label, Day::from(period.first), Day::from(period.last)],
        )
        .await?;
    }
    Ok(())
}

/// Keeps a period; one that begins the same day in the zone is revised.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, period: &Period) -> Result<()> {
    tx.change(
        "insert into holiday (zone, label, first_day, last_day) values ($1, $2, $3, $4) on conflict (zone, first_day) \
         do update set label = excluded.label, last_day = excluded.last_day, removed_at = null",
        args![period.zone.as_str(), &period.label, Day::from(period.first), Day::from(period.last)],
    )
    .await
}

/// Removes the period of a zone that begins on a day.
///
/// # Errors
/// [`Error::NotFound`] when there is none; a fault of the database.
pub async fn remove(tx: &mut Tx, zone: Zone, first: Date) -> Result<()> {
    let now = tx.now();
    let removed = tx
        .changed_rows(
            "update holiday set removed_at = $3 where zone = $1 and first_day = $2 and removed_at is null",
            args![zone.as_str(), Day::from(first), now],
        )
        .await?;
    if removed == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// The schools whose calendar follows a zone, in which something may wait: those with a share to come.
///
/// # Errors
/// A fault of the database.
pub async fn schools_waiting(tx: &mut Tx, zone: Zone) -> Result<Vec<SchoolId>> {
    let now = tx.now();
    let rows: Vec<(SchoolId, String)> = tx
        .all(
            "select distinct sc.id, sc.academy from share s join thing t on t.id = s.thing_id \
             join school sc on sc.id = t.school_id where s.visible_from > $1",
            args![now],
        )
        .await?;
    Ok(rows.into_iter().filter(|(_, academy)| Zone::of_academy(academy) == Some(zone)).map(|row| row.0).collect())
}
