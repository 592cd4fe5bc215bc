//! Civil dates of the school year 2026-2027: the day of a delivery and the forms AAF gives a date.

/// A day of the calendar.
#[derive(Clone, Copy)]
pub(crate) struct Date {
    year: u32,
    month: u32,
    day: u32,
}

/// The first day of the school year, written as AAF does.
pub(crate) const BACK_TO_SCHOOL: &str = "01/09/2026";
/// The last day of the school year, written as AAF does.
pub(crate) const END_OF_YEAR: &str = "31/08/2027";

const DAY_ZERO: Date = Date { year: 2026, month: 9, day: 7 };

impl Date {
    /// The date of the delivery of a day, counted from 7 September 2026.
    pub(crate) fn of_delivery(day: u32) -> Date {
        (0..day).fold(DAY_ZERO, |date, _| date.tomorrow())
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

    // The deltas end in July 2027: no leap year is met on the way.
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
    use super::Date;

    #[test]
    fn days_run_over_months_and_years() {
        assert_eq!(Date::of_delivery(0).compact(), "20260907");
        assert_eq!(Date::of_delivery(24).french(), "01/10/2026");
        assert_eq!(Date::of_delivery(116).french(), "01/01/2027");
        assert_eq!(Date::of_delivery(175).french(), "01/03/2027");
    }
}
