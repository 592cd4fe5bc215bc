//! Situations of the pause, then rules that hold for every school and every instant.

use jiff::civil::{DateTime, date, time};
use proptest::prelude::*;

use super::*;

/// The school, when something is written, when it is delivered (both in Paris time), and what the situation is.
const SITUATIONS: &str = "\
national  2026-03-12T10:00    2026-03-12T10:00    a morning of class
national  2026-03-12T06:59:59 2026-03-12T07:00    just before opening
national  2026-03-12T07:00    2026-03-12T07:00    at opening
national  2026-03-12T19:59:59 2026-03-12T19:59:59 just before closing
national  2026-03-12T20:00    2026-03-13T07:00    at closing
national  2026-03-12T23:59:59 2026-03-13T07:00    late in the evening
national  2026-03-13T00:00    2026-03-13T07:00    at midnight
national  2026-03-13T19:59    2026-03-13T19:59    Friday before closing
national  2026-03-13T20:00    2026-03-16T07:00    Friday at closing
national  2026-03-14T10:00    2026-03-16T07:00    Saturday
national  2026-03-15T23:59    2026-03-16T07:00    Sunday night
national  2026-03-16T06:59    2026-03-16T07:00    Monday before opening
national  2026-03-16T07:00    2026-03-16T07:00    Monday at opening
national  2026-04-03T20:00    2026-04-07T07:00    Friday before Easter
national  2026-04-06T10:00    2026-04-07T07:00    Easter Monday
national  2026-04-30T20:00    2026-05-04T07:00    eve of 1 May, a Friday
national  2026-05-01T10:00    2026-05-04T07:00    1 May, a Friday
national  2026-05-13T20:30    2026-05-15T07:00    eve of Ascension
waiting   2026-05-13T20:30    2026-05-18T07:00    eve of Ascension, bridge waits
national  2026-05-22T20:00    2026-05-26T07:00    Friday before Whit Monday
national  2026-07-13T20:00    2026-07-15T07:00    eve of 14 July
national  2026-11-10T21:00    2026-11-12T07:00    eve of 11 November
national  2026-12-31T20:00    2027-01-04T07:00    New Year's Eve
national  2025-12-22T09:00    2025-12-22T09:00    Christmas holidays deliver
national  2025-12-24T20:00    2025-12-26T07:00    Christmas holidays, eve of Christmas
waiting   2025-12-19T19:59    2025-12-19T19:59    last hour of class before Christmas
waiting   2025-12-19T20:00    2026-01-05T07:00    evening before the Christmas holidays
waiting   2025-12-22T09:00    2026-01-05T07:00    Christmas holidays wait
waiting   2026-01-04T23:00    2026-01-05T07:00    last night of the Christmas holidays
waiting   2027-02-05T20:00    2027-02-22T07:00    winter holidays wait
waiting   2026-07-15T10:00    2026-09-01T07:00    summer holidays wait
national  2026-03-27T21:00    2026-03-30T07:00    weekend of summer time
national  2026-10-23T20:00    2026-10-26T07:00    weekend of winter time
saturday  2026-03-13T20:00    2026-03-14T07:00    Friday night, Saturday school
saturday  2026-03-14T10:00    2026-03-14T10:00    Saturday morning, Saturday school
saturday  2026-03-14T20:00    2026-03-16T07:00    Saturday night, Saturday school
saturday  2026-08-15T10:00    2026-08-17T07:00    Saturday 15 August, Saturday school
four-days 2026-03-17T20:00    2026-03-19T07:00    Tuesday night, no Wednesday
four-days 2026-03-18T12:00    2026-03-19T07:00    Wednesday, no Wednesday
midnight  2026-03-12T23:59:30 2026-03-12T23:59:30 last minute of a school that closes at midnight
midnight  2026-03-13T00:00    2026-03-13T07:00    midnight, school that closes then
nocturnal 2026-03-29T01:30    2026-03-29T03:30    before the skipped hour
nocturnal 2026-03-29T03:10    2026-03-29T03:30    after the skipped hour";

#[test]
fn situations_are_delivered_when_they_should() {
    let holidays = zone_c();
    for situation in SITUATIONS.lines() {
        let mut columns = situation.split_whitespace();
        let mut next = || columns.next().unwrap();
        let (school, written, delivered) = (next(), next(), next());
        let hours = hours(school);
        let calendar = calendar(&hours, &holidays);
        let at = paris(written);
        let instant = calendar.delivery(at).instant(at);
        assert_eq!(instant, paris(delivered), "{situation}");
        assert_eq!(is_open(&calendar, at), written == delivered, "{situation}");
    }
}

#[test]
fn seven_in_the_morning_follows_summer_time() {
    let hours = Hours::default();
    let calendar = calendar(&hours, &[]);
    for (written, delivered) in [
        ("2026-03-26T22:00:00Z", "2026-03-27T06:00:00Z"),
        ("2026-03-28T12:00:00Z", "2026-03-30T05:00:00Z"),
        ("2026-10-22T22:00:00Z", "2026-10-23T05:00:00Z"),
        ("2026-10-24T12:00:00Z", "2026-10-26T06:00:00Z"),
    ] {
        let expected = Delivery::At(delivered.parse().unwrap());
        assert_eq!(calendar.delivery(written.parse().unwrap()), expected, "written {written}");
    }
}

#[test]
fn the_repeated_hour_opens_once() {
    let hours = hours("nocturnal");
    let calendar = calendar(&hours, &[]);
    let first_quarter_past_two = "2026-10-25T00:15:00Z".parse().unwrap();
    let second_quarter_past_two = "2026-10-25T01:15:00Z".parse().unwrap();
    let opening = "2026-10-25T00:30:00Z".parse().unwrap();
    assert_eq!(calendar.delivery(first_quarter_past_two), Delivery::At(opening));
    assert_eq!(calendar.delivery(second_quarter_past_two), Delivery::Now);
}

#[test]
fn a_calendar_that_never_opens_loses_nothing() {
    let never = Hours { days: [false; 7], ..Hours::default() };
    let at = paris("2026-03-12T22:00");
    assert_eq!(calendar(&never, &[]).delivery(at), Delivery::Now);
    assert!(!is_open(&calendar(&never, &[]), at));
}

#[test]
fn the_author_is_told_in_words_of_every_day() {
    let hours = hours("waiting");
    let holidays = zone_c();
    let calendar = calendar(&hours, &holidays);
    let seven = time(7, 0, 0, 0);
    for (written, expected) in [
        ("2026-03-12T10:00", When::Now),
        ("2026-03-12T05:00", When::Today(seven)),
        ("2026-03-12T22:00", When::Tomorrow(seven)),
        ("2026-03-15T09:00", When::Tomorrow(seven)),
        ("2026-03-13T21:00", When::Day(Weekday::Monday, seven)),
        ("2026-03-28T21:00", When::Day(Weekday::Monday, seven)),
        ("2025-12-30T08:00", When::Day(Weekday::Monday, seven)),
        ("2025-12-29T08:00", When::Date(date(2026, 1, 5), seven)),
    ] {
        let now = paris(written);
        assert_eq!(calendar.phrase(calendar.delivery(now), now), expected, "written {written}");
    }
    let past = Delivery::At(paris("2026-03-12T07:00"));
    assert_eq!(calendar.phrase(past, paris("2026-03-12T07:00")), When::Now);
}

proptest! {
    #[test]
    fn delivery_is_open_and_never_in_the_past(hours in any_hours(), at in any_instant()) {
        let holidays = zone_c();
        let calendar = calendar(&hours, &holidays);
        let instant = calendar.delivery(at).instant(at);
        prop_assert!(instant >= at);
        prop_assert!(is_open(&calendar, instant));
        prop_assert_eq!(calendar.delivery(instant), Delivery::Now);
    }

    #[test]
    fn what_is_written_first_is_delivered_first(hours in any_hours(), one in any_instant(), other in any_instant()) {
        let holidays = zone_c();
        let calendar = calendar(&hours, &holidays);
        let (early, late) = (one.min(other), one.max(other));
        prop_assert!(calendar.delivery(early).instant(early) <= calendar.delivery(late).instant(late));
    }

    #[test]
    fn nothing_waits_while_the_school_is_open(hours in any_hours(), at in any_instant()) {
        let holidays = zone_c();
        let calendar = calendar(&hours, &holidays);
        prop_assert_eq!(is_open(&calendar, at), calendar.delivery(at) == Delivery::Now);
    }
}

/// The nocturnal school opens at 2:30 on Sundays too, in the hour that summer time skips and winter time repeats.
fn hours(school: &str) -> Hours {
    let mut hours = Hours::default();
    match school {
        "national" => {}
        "waiting" => hours.holidays = HolidayRule::Wait,
        "saturday" => hours.days[5] = true,
        "midnight" => hours.closes = time(23, 59, 0, 0),
        "four-days" => hours.days[2] = false,
        "nocturnal" => {
            hours.opens = time(2, 30, 0, 0);
            hours.days = [true; 7];
        }
        unknown => panic!("no school is called {unknown}"),
    }
    hours
}

fn calendar<'a>(hours: &'a Hours, holidays: &'a [Period]) -> Calendar<'a> {
    Calendar { hours, holidays, zone: PARIS.clone() }
}

/// Whether an instant lies in the window of its day.
fn is_open(calendar: &Calendar<'_>, at: Timestamp) -> bool {
    let today = calendar.zone.to_datetime(at).date();
    calendar.window(today).is_some_and(|window| window.contains(&at))
}

fn paris(local: &str) -> Timestamp {
    PARIS.to_timestamp(local.parse::<DateTime>().unwrap()).unwrap()
}

/// Any hours that a head may choose, summer time's hours of the night included.
fn any_hours() -> impl Strategy<Value = Hours> {
    let days = (any::<[bool; 7]>(), 0..7_usize);
    (0..1_200_i16, 240..1_440_i16, days, any::<bool>()).prop_map(|(opens, length, (mut days, always), waits)| {
        days[always] = true;
        Hours {
            opens: minute_of_day(opens),
            closes: minute_of_day((opens + length).min(1_439)),
            days,
            holidays: if waits { HolidayRule::Wait } else { HolidayRule::Deliver },
        }
    })
}

/// Any second of the years 2025 to 2027.
fn any_instant() -> impl Strategy<Value = Timestamp> {
    (1_735_689_600_i64..1_830_297_600).prop_map(|second| Timestamp::from_second(second).unwrap())
}

fn minute_of_day(minute: i16) -> Time {
    let part = |value: i16| i8::try_from(value).unwrap();
    time(part(minute / 60), part(minute % 60), 0, 0)
}
