//! Which days each teacher is in a class: « lundi, mardi, un mercredi sur deux ».
//!
//! A pattern is five letters, one a day from Monday to Friday; a class shared by two teachers is two patterns.

use crate::W;
use db::{FromRow, Result, Tx, args};
use jiff::civil::{Date, Weekday};
use school::{CircleId, PersonId};
use std::collections::HashMap;
use web::{Fact, dates};

/// When of a day somebody is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Never.
    Away,
    /// The whole day.
    Day,
    /// The morning.
    Morning,
    /// The afternoon.
    Afternoon,
    /// The whole day, in weeks of an even number.
    EvenWeeks,
    /// The whole day, in weeks of an odd number.
    OddWeeks,
}

impl Presence {
    /// Every one of them, in the order of the form.
    pub const ALL: [Self; 6] = [Self::Away, Self::Day, Self::Morning, Self::Afternoon, Self::EvenWeeks, Self::OddWeeks];

    /// The letter it is kept as.
    pub const fn letter(self) -> char {
        match self {
            Self::Away => '-',
            Self::Day => 'j',
            Self::Morning => 'm',
            Self::Afternoon => 'a',
            Self::EvenWeeks => 'p',
            Self::OddWeeks => 'i',
        }
    }

    fn of(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.letter() == letter)
    }

    /// The word of the form.
    pub fn word(self) -> &'static str {
        match self {
            Self::Away => W.day_away(),
            Self::Day => W.day_whole(),
            Self::Morning => W.day_morning(),
            Self::Afternoon => W.day_afternoon(),
            Self::EvenWeeks => W.day_even(),
            Self::OddWeeks => W.day_odd(),
        }
    }

    /// « lundi matin »; nothing for a day away.
    fn said(self, day: &str) -> Option<String> {
        match self {
            Self::Away => None,
            Self::Day => Some(day.to_owned()),
            Self::Morning => Some(W.said_morning(day)),
            Self::Afternoon => Some(W.said_afternoon(day)),
            Self::EvenWeeks => Some(W.said_even(day)),
            Self::OddWeeks => Some(W.said_odd(day)),
        }
    }

    /// Whether somebody is there on a day of this week, and when of it.
    fn on(self, day: Date) -> Option<Self> {
        let even = day.iso_week_date().week() % 2 == 0;
        match self {
            Self::Away => None,
            Self::Day | Self::Morning | Self::Afternoon => Some(self),
            Self::EvenWeeks => even.then_some(Self::Day),
            Self::OddWeeks => (!even).then_some(Self::Day),
        }
    }
}

/// The days of a teacher in a class, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern(pub [Presence; 5]);

impl Pattern {
    /// Never there: what nobody said.
    pub const NONE: Self = Self([Presence::Away; 5]);

    /// Reads what was kept or sent; a letter nobody knows is a day away.
    pub fn of(text: &str) -> Self {
        let mut letters = text.chars();
        Self(std::array::from_fn(|_| letters.next().and_then(Presence::of).unwrap_or(Presence::Away)))
    }

    /// As it is kept.
    pub fn text(self) -> String {
        self.0.into_iter().map(Presence::letter).collect()
    }

    /// « lundi et mardi matin ».
    pub fn words(self) -> String {
        let days = Weekday::Monday.cycle_forward().take(5).zip(self.0);
        let said: Vec<String> = days.filter_map(|(day, presence)| presence.said(dates::weekday(day))).collect();
        web::listed(&said)
    }

    /// When somebody is there on a day, if at all.
    pub fn on(self, day: Date) -> Option<Presence> {
        let rank = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(usize::MAX);
        self.0.get(rank).and_then(|presence| presence.on(day))
    }
}

#[derive(FromRow)]
struct Row {
    person_id: PersonId,
    pattern: String,
}

/// The days of those who teach in a class, where somebody said them. For those who see the class.
///
/// # Errors
/// A fault of the database.
pub async fn of_class(tx: &mut Tx, class: CircleId) -> Result<HashMap<PersonId, Pattern>> {
    let rows: Vec<Row> = tx.all("select person_id, pattern from class_days where circle_id = $1", args![class]).await?;
    Ok(rows.into_iter().map(|row| (row.person_id, Pattern::of(&row.pattern))).collect())
}

/// The days of some people in a class, beside their names there. For those who see the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn facts(tx: &mut Tx, class: CircleId, people: &[PersonId]) -> Result<Vec<Fact>> {
    let patterns = of_class(tx, class).await?;
    let said = people.iter().filter_map(|person| Some((*person, patterns.get(person)?.words())));
    Ok(said.map(|(person, value)| Fact { person, label: W.days_title(), value, is_listed: false }).collect())
}

/// Says which days a teacher is in a class. For those who say who teaches there.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, class: CircleId, person: PersonId, pattern: Pattern) -> Result<()> {
    if pattern == Pattern::NONE {
        return forget(tx, class, person).await;
    }
    tx.change(
        "insert into class_days (circle_id, person_id, pattern) values ($1, $2, $3) \
         on conflict (circle_id, person_id) do update set pattern = excluded.pattern",
        args![class, person, pattern.text()],
    )
    .await
}

/// Forgets the days of a teacher who teaches there no more.
///
/// # Errors
/// A fault of the database.
pub async fn forget(tx: &mut Tx, class: CircleId, person: PersonId) -> Result<()> {
    tx.change("delete from class_days where circle_id = $1 and person_id = $2", args![class, person]).await
}

/// Forgets the days of somebody who left for good.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &web::personal::Leaver) -> Result<u64> {
    tx.changed_rows(
        "delete from class_days where person_id in (select unhex(value) from json_each($1))",
        args![leaver.list()],
    )
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_pattern_is_said_as_a_school_says_it() {
        for (text, words) in [
            ("jj-p-", "lundi, mardi et jeudi des semaines paires"),
            ("--mja", "mercredi matin, jeudi et vendredi après-midi"),
            ("i----", "lundi des semaines impaires"),
            ("-----", ""),
        ] {
            let pattern = Pattern::of(text);
            assert_eq!((pattern.text().as_str(), pattern.words().as_str()), (text, words));
        }
        assert_eq!(Pattern::of("j?").text(), "j----");
    }

    #[test]
    fn a_day_is_looked_up_by_its_week() {
        let pattern = Pattern::of("jm-pi");
        // The week of 28 September 2026 is the fortieth.
        assert_eq!(pattern.on(date(2026, 9, 28)), Some(Presence::Day));
        assert_eq!(pattern.on(date(2026, 9, 29)), Some(Presence::Morning));
        assert_eq!(pattern.on(date(2026, 9, 30)), None);
        assert_eq!(pattern.on(date(2026, 10, 1)), Some(Presence::Day));
        assert_eq!(pattern.on(date(2026, 10, 2)), None);
        assert_eq!(pattern.on(date(2026, 10, 8)), None);
        assert_eq!(pattern.on(date(2026, 10, 9)), Some(Presence::Day));
        assert_eq!(pattern.on(date(2026, 10, 4)), None);
    }
}
