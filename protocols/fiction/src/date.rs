//! School years and their civil dates: the day of a delivery and the forms AAF gives a date.

/// A school year, by the number of summers since the first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Year(pub(crate) u32);

/// The first school year, by the civil year it begins in.
pub const FIRST_YEAR: u32 = 2026;
/// The last one: beyond, the ranges of numbers would meet.
pub const LAST_YEAR: u32 = 2035;

/// A day of the calendar.
#[derive(Clone, Copy)]
pub(crate) struct Date {
    year: u32,
    month: u32,
    day: u32,
}

impl Year {
    /// The year everything is drawn for.
    pub(crate) const FIRST: Year = Year(0);

    /// The first day, written as AAF does.
    pub(crate) fn back_to_school(self) -> String {
        format!("01/09/{}", self.begins_in())
    }

    /// The last day, written as AAF does.
    pub(crate) fn end(self) -> String {
        format!("31/08/{}", self.begins_in() + 1)
    }

    /// The years after the first, up to this one.
    pub(crate) fn after_first(self) -> impl DoubleEndedIterator<Item = Year> {
        (1..=self.0).map(Year)
    }

    fn begins_in(self) -> u32 {
        FIRST_YEAR + self.0
    }
}

impl Date {
    /// The date of the delivery of a day, counted from 7 September of a year.
    pub(crate) fn of_delivery(year: Year, day: u32) -> Date {
        let first = Date { year: year.begins_in(), month: 9, day: 7 };
        (0..day).fold(first, |date, _| date.tomorrow())
    }

    /// `20260907`, as in file names.
    pub(crate) fn compact(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }

    /// `07/09/2026`, as in records (interfaces.md §1.3).
    pub(crate) fn french(self) -> String {
        format!("{:02}/{:02}/{:04}", self.day, self.month, self.year)
    }

    fn tomorrow(self) -> Date {
        if self.day < self.days_in_month() {
            return Date { day: self.day + 1, ..self };
        }
        if self.month < 12 {
            return Date { month: self.month + 1, day: 1, ..self };
        }
        Date { year: self.year + 1, month: 1, day: 1 }
    }

    // Only the first year has deltas, which end in July 2027: no leap year is met on the way.
    fn days_in_month(self) -> u32 {
        match self.month {
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Year};

    #[test]
    fn days_run_over_months_and_years() {
        let delivery = |day| Date::of_delivery(Year::FIRST, day);
        assert_eq!(delivery(0).compact(), "20260907");
        assert_eq!(delivery(24).french(), "01/10/2026");
        assert_eq!(delivery(116).french(), "01/01/2027");
        assert_eq!(delivery(175).french(), "01/03/2027");
    }

    #[test]
    fn a_year_begins_in_september() {
        let next = Year(1);
        assert_eq!(Date::of_delivery(next, 0).compact(), "20270907");
        assert_eq!((next.back_to_school(), next.end()), ("01/09/2027".to_owned(), "31/08/2028".to_owned()));
    }
}
