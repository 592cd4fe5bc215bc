//! A month, as addresses and people write it.

use crate::clock;
use db::Moment;
use jiff::{ToSpan, civil::Date};
use web::dates;

/// A month, by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month(Date);

impl Month {
    /// The month an address asks for, `2026-10`; else the one of a day.
    pub fn asked(text: &str, today: Date) -> Self {
        let first = format!("{text}-01").parse().ok();
        Self(first.unwrap_or_else(|| today.first_of_month()))
    }

    /// Its word in addresses.
    pub fn as_text(self) -> String {
        self.0.to_string().chars().take(7).collect()
    }

    /// « octobre 2026 ».
    pub fn word(self) -> String {
        let day = dates::date(self.0);
        day.split_once(' ').map_or_else(|| day.clone(), |(_, month)| month.to_owned())
    }

    /// The month so many months before.
    pub fn before(self, months: i64) -> Self {
        Self(self.0.saturating_sub(months.months()))
    }

    pub(crate) fn instants(self) -> (Moment, Moment) {
        (clock::midnight(self.0), clock::midnight(self.0.saturating_add(1.month())))
    }
}

#[cfg(test)]
mod tests {
    use super::Month;
    use jiff::civil::date;

    #[test]
    fn a_month_is_read_and_said() {
        let today = date(2026, 10, 14);
        assert_eq!(Month::asked("", today).as_text(), "2026-10");
        assert_eq!(Month::asked("2026-02", today).word(), "février 2026");
        assert_eq!(Month::asked("février", today), Month::asked("2026-10", today));
        assert_eq!(Month::asked("2026-01", today).before(1).as_text(), "2025-12");
    }
}
