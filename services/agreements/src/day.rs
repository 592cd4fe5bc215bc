//! Days as conventions say them: kept as ISO text, written in letters.

use db::Day;
use jiff::civil::Date;
use web::dates;

/// « 5 septembre 2023 » for `2023-09-05`; what is no day is left as it is.
pub fn written(iso: &str) -> String {
    iso.parse::<Date>().map_or_else(|_| iso.to_owned(), dates::date)
}

/// « 5 septembre 2023 »; nothing for none.
pub fn of(day: Option<&Day>) -> String {
    day.and_then(Day::date).map(dates::date).unwrap_or_default()
}
