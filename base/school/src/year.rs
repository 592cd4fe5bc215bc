//! School years. A class belongs to one; so does what is made in it.

use jiff::civil::Date;
use std::fmt;

/// A school year, named by the civil year it begins in: 2026 for 2026-2027.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(pub i64);

impl SchoolYear {
    /// The year a day belongs to: the directory serves the coming year from August on.
    pub fn of(day: Date) -> Self {
        let begun = i64::from(day.month() >= 8);
        Self(i64::from(day.year()) - 1 + begun)
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.0, self.0 + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_year_turns_in_august() {
        assert_eq!(SchoolYear::of(date(2026, 7, 31)), SchoolYear(2025));
        assert_eq!(SchoolYear::of(date(2026, 8, 1)), SchoolYear(2026));
        assert_eq!(SchoolYear::of(date(2027, 1, 15)).to_string(), "2026-2027");
    }
}
