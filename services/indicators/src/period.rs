//! The time figures are told for: a week, a month, a school year. Months and years are made of whole weeks, those whose
//! Monday lies in them: what is kept is kept by the week.

use crate::week::Week;
use db::{Result, Tx};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use school::{SchoolYear, text_enum};

text_enum! {
    /// How long a period is.
    Length {
        /// A week.
        Week = "semaine",
        /// A month.
        Month = "mois",
        /// A school year.
        Year = "annee",
    }
}

/// A period, by the days its Mondays lie between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How long.
    pub length: Length,
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Period {
    /// The period of a length a day lies in. A day belongs to the month and the year of its Monday.
    pub fn of(length: Length, day: Date) -> Self {
        let monday = Week::of(day).monday();
        let (first, last) = match length {
            Length::Week => (monday, monday),
            Length::Month => (monday.first_of_month(), monday.last_of_month()),
            Length::Year => year(SchoolYear::of(monday).0),
        };
        Self { length, first, last }
    }

    /// The one just before, as long.
    #[must_use]
    pub fn before(self) -> Self {
        let day = match self.length {
            Length::Week => self.first.saturating_sub(7.days()),
            Length::Month => self.first.saturating_sub(1.day()).first_of_month(),
            // The first Monday of a year may be a week in.
            Length::Year => self.first.saturating_sub(180.days()),
        };
        self.around(day)
    }

    /// The one just after, as long.
    #[must_use]
    pub fn after(self) -> Self {
        let day = match self.length {
            Length::Week => self.first.saturating_add(7.days()),
            Length::Month | Length::Year => self.last.saturating_add(1.day()),
        };
        self.around(day)
    }

    /// The period of this length that begins at or around a day that need not be a Monday.
    fn around(self, day: Date) -> Self {
        let (first, last) = match self.length {
            Length::Week => (day, day),
            Length::Month => (day.first_of_month(), day.last_of_month()),
            Length::Year => year(SchoolYear::of(day).0),
        };
        Self { first, last, ..self }
    }

    /// Its first and its last possible Monday, as weeks are stored.
    pub fn bounds(self) -> (String, String) {
        (self.first.to_string(), self.last.to_string())
    }
}

/// The days of a school year, as the directory turns them.
pub(crate) fn year(begun: i64) -> (Date, Date) {
    let begun = i16::try_from(begun).unwrap_or(2026);
    (date(begun, 8, 1), date(begun + 1, 7, 31))
}

/// The last week that is counted.
///
/// # Errors
/// A fault of the database.
pub async fn last_week(tx: &mut Tx) -> Result<Option<Week>> {
    let found: Option<String> =
        tx.value("select week from usage_key where closed_at is not null order by week desc limit 1", &[]).await?;
    Ok(found.and_then(|it| Week::read(&it)))
}

#[cfg(test)]
mod tests {
    use super::{Length, Period};
    use jiff::civil::date;

    #[test]
    fn periods_are_made_of_whole_weeks_and_follow_one_another() {
        let october = Period::of(Length::Month, date(2026, 10, 7));
        assert_eq!((october.first, october.last), (date(2026, 10, 1), date(2026, 10, 31)));
        // The first of October is in a week that began in September.
        assert_eq!(Period::of(Length::Month, date(2026, 10, 1)).first, date(2026, 9, 1));
        assert_eq!(october.before().first, date(2026, 9, 1));
        assert_eq!(october.after().last, date(2026, 11, 30));
        let week = Period::of(Length::Week, date(2026, 10, 7));
        assert_eq!(
            (week.first, week.before().first, week.after().first),
            (date(2026, 10, 5), date(2026, 9, 28), date(2026, 10, 12))
        );
        let year = Period::of(Length::Year, date(2026, 10, 7));
        assert_eq!((year.first, year.last), (date(2026, 8, 1), date(2027, 7, 31)));
        assert_eq!((year.before().first, year.after().first), (date(2025, 8, 1), date(2027, 8, 1)));
    }
}
