//! What a kind of request asks besides its text: the room, the day, how many.

use crate::W;
use db::Result;
use school::text_enum;
use serde::{Deserialize, Serialize};

pub use crate::said::Said;
pub(crate) use crate::said::check;

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

impl Extra {
    /// What is wrong with an answer.
    pub(crate) fn wrong(&self, value: &str) -> Option<&'static str> {
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

    #[test]
    fn what_is_kept_is_read_again() {
        let options = vec!["Gymnase".to_owned()];
        let extras = vec![Extra { label: "Salle".to_owned(), kind: ExtraKind::Choice, options, required: true }];
        assert_eq!(parsed::<Extra>(&json(&extras).unwrap()).unwrap(), extras);
    }
}
