//! When somebody is told: a pure rule over the calendar of the school and the hours the person chose.

use super::OwnHours;
use crate::holiday::SchoolCalendar;
use db::{Moment, Uuid};
use school::AccountId;

/// What everybody would be told at one opening is spread over so many seconds (product.md §3.2).
const SPREAD: u64 = 30 * 60;
/// More turns than two calendars that meet within a month ever need.
const TURNS: usize = 32;

/// When an account is told what is ready at `at`, asked at the instant `now`.
///
/// Those who work in a school are exempt from its hours, not from their own. For the others a thing that is ready while the
/// school is closed was declared urgent by somebody who may: it waits for nothing. What waited for an opening is spread,
/// for each account by as much each time.
pub fn due(
    at: Moment,
    now: Moment,
    school: &SchoolCalendar,
    own: Option<&OwnHours>,
    exempt: bool,
    account: AccountId,
) -> Moment {
    let opened = allowed(at.max(now), school, own, exempt);
    let waited = opened > now && (school.opens_at(opened) || own.is_some_and(|own| own.opens_at(opened)));
    if waited { opened.plus_seconds(jitter(account)) } else { opened }
}

/// The first instant both calendars allow. Hours that never meet the school's narrow nothing: nothing is lost.
pub(crate) fn allowed(at: Moment, school: &SchoolCalendar, own: Option<&OwnHours>, exempt: bool) -> Moment {
    let Some(own) = own else { return at };
    if exempt {
        return own.opening(at);
    }
    if school.delivered_at(at) > at {
        return at;
    }
    let mut instant = at;
    for _ in 0..TURNS {
        let next = school.delivered_at(own.opening(instant));
        if next == instant {
            return instant;
        }
        instant = next;
    }
    at
}

/// By how many seconds an account is told after an opening: always the same for it, and spread among all.
pub fn jitter(account: AccountId) -> i64 {
    let hash = blake3::hash(Uuid::from(account).as_bytes());
    let mut first = [0; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
    i64::try_from(u64::from_le_bytes(first) % SPREAD).unwrap_or(0)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use db::PARIS;
    use jiff::civil::{DateTime, time};
    use proptest::prelude::*;

    fn paris(local: &str) -> Moment {
        PARIS.to_timestamp(local.parse::<DateTime>().unwrap()).unwrap().into()
    }

    fn account(n: u128) -> AccountId {
        AccountId(Uuid::from_u128(n))
    }

    fn evenings() -> OwnHours {
        OwnHours { from: time(17, 0, 0, 0), to: time(19, 0, 0, 0), days: [true; 7] }
    }

    #[test]
    fn somebody_is_told_at_the_first_instant_everything_allows() {
        let school = SchoolCalendar::national();
        let own = evenings();
        let monday = paris("2026-10-05T07:00");
        let noon = paris("2026-10-01T12:00");
        let saturday = paris("2026-10-03T10:00");
        let spread = jitter(account(4));
        for (at, now, own, exempt, expected) in [
            (noon, noon, None, false, noon),
            (monday, saturday, None, false, monday.plus_seconds(spread)),
            // Somebody declared it urgent.
            (saturday, saturday, Some(&own), false, saturday),
            // Among those who work there, hours of one's own hold on Saturdays too.
            (saturday, saturday, Some(&own), true, paris("2026-10-03T17:00").plus_seconds(spread)),
            (noon, noon, Some(&own), false, paris("2026-10-01T17:00").plus_seconds(spread)),
            (paris("2026-10-02T19:30"), noon, Some(&own), false, paris("2026-10-05T17:00").plus_seconds(spread)),
            // An hour its author chose is no opening.
            (paris("2026-10-02T18:00"), noon, Some(&own), false, paris("2026-10-02T18:00")),
        ] {
            assert_eq!(due(at, now, &school, own, exempt, account(4)), expected, "{at:?} {exempt}");
        }
    }

    #[test]
    fn hours_that_never_meet_the_schools_narrow_nothing() {
        let nights = OwnHours { from: time(21, 0, 0, 0), to: time(23, 0, 0, 0), days: [true; 7] };
        let noon = paris("2026-10-01T12:00");
        assert_eq!(due(noon, noon, &SchoolCalendar::national(), Some(&nights), false, account(1)), noon);
    }

    #[test]
    fn the_jitter_is_stable_and_spread() {
        let all: Vec<i64> = (0..3000).map(|n| jitter(account(n))).collect();
        assert!(all.iter().all(|it| (0..1800).contains(it)));
        assert_eq!(jitter(account(12)), jitter(account(12)));
        // Each of the thirty minutes takes about a thirtieth.
        for minute in 0..30 {
            let share = all.iter().filter(|it| **it / 60 == minute).count();
            assert!((50..200).contains(&share), "{share} in minute {minute}");
        }
    }

    proptest! {
        #[test]
        fn nobody_is_told_before_it_is_ready(at in 1_790_000_000_i64..1_800_000_000, early in 0_i64..900_000, seed in any::<u128>()) {
            let (at, now) = (Moment(at * 1000), Moment((at - early) * 1000));
            let (school, own) = (SchoolCalendar::national(), evenings());
            let ready = school.delivered_at(at);
            let told = due(ready, now, &school, Some(&own), false, account(seed));
            prop_assert!(told >= ready && told >= now);
            prop_assert_eq!(school.delivered_at(told), told);
            prop_assert_eq!(own.opening(told), told);
        }
    }
}
