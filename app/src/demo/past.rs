//! The school mornings on which the demonstration was written: what is sent then was delivered at once, whatever the day
//! it is today.

use commons::{House, holiday::SchoolCalendar};
use db::{Ambient, Clock, Error, Moment, PARIS, Result};
use jiff::{ToSpan, civil::Date};
use school::{School, SchoolId, SchoolYear};

/// How far back people write, in school mornings.
const MOST: usize = 6;
/// Days looked at: no more of them are closed in a row, and accounts are older.
const DAYS: usize = 30;
/// Saturday, counted from Monday.
const SATURDAY: i8 = 5;

/// The last school mornings of the year, the latest first, and the house they happened in.
pub(super) struct Past {
    house: House,
    mornings: Vec<Moment>,
}

impl Past {
    /// The mornings at ten o'clock at which a school delivered at once.
    pub(super) async fn of(house: &House, school: SchoolId) -> Result<Self> {
        let mut tx = house.db.read().await?;
        let school = School::load(&mut tx, school).await?;
        let calendar = SchoolCalendar::of(&mut tx, &school).await?;
        drop(tx);
        // In another year nobody writes in the classes there are.
        let year = SchoolYear(i64::from(super::school_year(&house.db)));
        let mut mornings = Vec::new();
        let mut day = house.db.now().day();
        for _ in 0..DAYS {
            day = day.yesterday().map_err(Error::fault)?;
            if SchoolYear::of(day) != year || mornings.len() == MOST {
                break;
            }
            let at = Moment::from(PARIS.to_timestamp(day.at(10, 0, 0, 0)).map_err(Error::fault)?);
            if calendar.delivered_at(at) == at {
                mornings.push(at);
            }
        }
        Ok(Self { house: house.clone(), mornings })
    }

    /// Whether the year had no morning yet.
    pub(super) fn is_empty(&self) -> bool {
        self.mornings.is_empty()
    }

    /// The house as it was some mornings before the last one, so many minutes from ten o'clock. A year that has just begun
    /// had fewer mornings: all then happens on those.
    pub(super) fn house(&self, mornings: usize, minutes: i64) -> House {
        let morning = self.mornings.get(mornings).or(self.mornings.last()).copied();
        self.at(morning.unwrap_or(self.house.db.now()).plus_seconds(minutes * 60))
    }

    /// The house at ten o'clock of a day, whatever day it was for the school: offices work on others.
    pub(super) fn on(&self, day: Date) -> Result<House> {
        let at = PARIS.to_timestamp(day.at(10, 0, 0, 0)).map_err(Error::fault)?;
        Ok(self.at(Moment::from(at)))
    }

    fn at(&self, at: Moment) -> House {
        let mut house = self.house.clone();
        // A hand on the clock: it was told then.
        house.db = self.house.db.with(Ambient { clock: Clock::hand(at), dice: self.house.db.dice().clone() });
        house
    }

    /// The day it is, so many days later; earlier when negative.
    pub(super) fn day(&self, days: i32) -> Date {
        self.house.db.now().day().saturating_add(days.days())
    }

    /// The instant today so many days later.
    pub(super) fn in_days(&self, days: i64) -> Moment {
        self.house.db.now().plus_days(days)
    }

    /// A day of the week about so many days later, as a form holds it.
    pub(super) fn weekday_in(&self, days: i64) -> String {
        let mut at = self.in_days(days);
        while at.day().weekday().to_monday_zero_offset() >= SATURDAY {
            at = at.plus_days(1);
        }
        at.day().to_string()
    }
}
