//! What a kind of request asks besides its text: the room, the day, how many.

use crate::W;
use db::{Problems, Result};
use school::text_enum;
use serde::{Deserialize, Serialize};

/// The most a kind of request asks.
pub const MOST: usize = 10;
/// The longest answer, in characters.
const LONGEST: usize = 300;

text_enum! {
    /// What an answer is.
    #[derive(Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    ExtraKind {
        /// A line of text.
        Text = "text",
        /// One of some options.
        Choice = "choice",
        /// A day.
        Date = "date",
        /// A whole number.
        Number = "number",
    }
}

impl ExtraKind {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => W.extra_text(),
            Self::Choice => W.extra_choice(),
            Self::Date => W.extra_date(),
            Self::Number => W.extra_number(),
        }
    }
}

/// One thing asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extra {
    /// What is asked.
    pub label: String,
    /// What the answer is.
    pub kind: ExtraKind,
    /// What one chooses among, when one does.
    #[serde(default)]
    pub options: Vec<String>,
    /// Whether the request cannot be sent without it.
    #[serde(default)]
    pub required: bool,
}

/// The names of the fields of a kind of request in the form that asks, in their order.
pub const ANSWERS: [&str; MOST] =
    ["champ_1", "champ_2", "champ_3", "champ_4", "champ_5", "champ_6", "champ_7", "champ_8", "champ_9", "champ_10"];

/// An answer kept with a request: what was asked, what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// What was asked.
    pub label: String,
    /// What was said; a day in ISO.
    pub value: String,
    /// What it is.
    pub kind: ExtraKind,
}

/// The answers typed, in the order of what is asked; what is wrong goes beside its field.
pub(crate) fn check(extras: &[Extra], typed: &[String], problems: &mut Problems) -> Vec<Said> {
    let mut said = Vec::new();
    for (rank, (extra, name)) in extras.iter().zip(ANSWERS).enumerate() {
        let value = typed.get(rank).map_or("", |it| it.trim());
        if value.is_empty() {
            problems.require(!extra.required, name, W.answer_missing());
            continue;
        }
        match extra.wrong(value) {
            Some(wrong) => problems.add(name, wrong),
            None => said.push(Said { label: extra.label.clone(), value: value.to_owned(), kind: extra.kind }),
        }
    }
    said
}

impl Extra {
    /// What is wrong with an answer.
    fn wrong(&self, value: &str) -> Option<&'static str> {
        let fits = value.chars().count() <= LONGEST;
        match self.kind {
            ExtraKind::Text => (!fits).then_some(W.answer_too_long()),
            ExtraKind::Choice => (!self.options.iter().any(|it| it == value)).then_some(W.answer_not_offered()),
            ExtraKind::Date => crate::clock::read(value).is_none().then_some(W.day_wrong()),
            ExtraKind::Number => value.parse::<u32>().is_err().then_some(W.number_wrong()),
        }
    }
}

/// A list as it is kept.
pub(crate) fn json<T: Serialize>(list: &[T]) -> Result<String> {
    serde_json::to_string(list).map_err(db::Error::fault)
}

/// A list as it was kept.
pub(crate) fn parsed<T: for<'de> Deserialize<'de>>(text: &str) -> Result<Vec<T>> {
    serde_json::from_str(text).map_err(db::Error::fault)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn extra(kind: ExtraKind, required: bool) -> Extra {
        Extra { label: "Salle".to_owned(), kind, options: vec!["Gymnase".to_owned()], required }
    }

    #[test]
    fn each_answer_is_of_its_kind() {
        for (kind, value, fine) in [
            (ExtraKind::Text, "Préau", true),
            (ExtraKind::Choice, "Gymnase", true),
            (ExtraKind::Choice, "Piscine", false),
            (ExtraKind::Date, "2026-10-02", true),
            (ExtraKind::Date, "demain", false),
            (ExtraKind::Number, "12", true),
            (ExtraKind::Number, "-1", false),
            (ExtraKind::Text, "", true),
        ] {
            let mut problems = Problems::default();
            check(&[extra(kind, false)], &[value.to_owned()], &mut problems);
            assert_eq!(problems.is_empty(), fine, "{kind:?} {value}");
        }
        let mut problems = Problems::default();
        check(&[extra(ExtraKind::Text, true)], &[], &mut problems);
        assert!(problems.of("champ_1").is_some());
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let extras = vec![extra(ExtraKind::Choice, true)];
        assert_eq!(parsed::<Extra>(&json(&extras).unwrap()).unwrap(), extras);
    }
}
