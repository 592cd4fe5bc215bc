//! The deadlines of a breach (convention, article 11) and of a titre (domain.md §9.6): days worked out from days, nothing else.
//!
//! A month later is the same day of the next month, or its last day where it is shorter: 31 January, then 28 or 29 February.

use db::{days_between, days_later, months_later};
use jiff::civil::Date;

/// The last day conciliation may be held: a month after the formal notice.
pub fn conciliation(notice: Date) -> Date {
    months_later(notice, 1)
}

/// The day a termination takes effect: fifteen days after its letter.
pub fn takes_effect(letter: Date) -> Date {
    days_later(letter, 15)
}

/// The first day the court may be asked: a month after the letter of termination, when nothing was agreed.
pub fn court(letter: Date) -> Date {
    months_later(letter, 1)
}

/// The last day a titre may be contested before the accountant: two months after it was notified.
pub fn contest(notified: Date) -> Date {
    months_later(notified, 2)
}

/// How many days are left until a day: none on the day itself, less than none after it.
pub fn days_left(today: Date, day: Date) -> i64 {
    days_between(today, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::{ToSpan, civil::date};
    use proptest::prelude::*;

    #[test]
    fn a_month_later_never_leaves_the_month() {
        for (notice, last) in [
            (date(2026, 10, 12), date(2026, 11, 12)),
            (date(2027, 1, 31), date(2027, 2, 28)),
            (date(2028, 1, 31), date(2028, 2, 29)),
            (date(2026, 10, 31), date(2026, 11, 30)),
            (date(2026, 12, 31), date(2027, 1, 31)),
        ] {
            assert_eq!(conciliation(notice), last, "{notice}");
            assert_eq!(court(notice), last, "{notice}");
        }
        assert_eq!(takes_effect(date(2027, 2, 20)), date(2027, 3, 7));
        assert_eq!(contest(date(2026, 12, 31)), date(2027, 2, 28));
    }

    #[test]
    fn days_are_counted_to_the_day_itself() {
        assert_eq!(days_left(date(2026, 10, 12), date(2026, 11, 12)), 31);
        assert_eq!(days_left(date(2026, 11, 12), date(2026, 11, 12)), 0);
        assert_eq!(days_left(date(2026, 11, 13), date(2026, 11, 12)), -1);
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (0_i64..40_000).prop_map(|days| date(1995, 1, 1).saturating_add(days.days()))
    }

    proptest! {
        #[test]
        fn a_deadline_is_never_before_what_it_follows(day in any_day()) {
            prop_assert_eq!(days_left(day, takes_effect(day)), 15);
            prop_assert!((28..=31).contains(&days_left(day, conciliation(day))));
            prop_assert!((59..=62).contains(&days_left(day, contest(day))));
            prop_assert!(takes_effect(day) < court(day));
        }

        #[test]
        fn a_month_later_is_the_same_day_or_the_last_one(day in any_day()) {
            let later = conciliation(day);
            prop_assert!(later.day() == day.day() || (later.day() < day.day() && later == later.last_of_month()));
            prop_assert!(later.first_of_month() > day.first_of_month());
        }

        #[test]
        fn whoever_writes_first_is_never_awaited_later(one in any_day(), other in any_day()) {
            let (first, second) = (one.min(other), one.max(other));
            prop_assert!(conciliation(first) <= conciliation(second));
            prop_assert!(takes_effect(first) <= takes_effect(second));
            prop_assert!(court(first) <= court(second));
            prop_assert!(contest(first) <= contest(second));
        }
    }
}
