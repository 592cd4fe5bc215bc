//! What is said of a line or a file, in words.

use crate::{W, correction::Field};
use onde::{Problem, Refusal};

/// What is said of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    /// The file.
    pub(crate) file: String,
    /// The line of it.
    pub(crate) line: u64,
    /// Whom it is about, when the line says so.
    pub(crate) who: Option<String>,
    /// In words.
    pub(crate) text: String,
    /// The column.
    pub(crate) column: Option<String>,
    /// What is written there.
    pub(crate) value: Option<String>,
    /// Whether the line is left out.
    pub(crate) left_out: bool,
    /// What is to be corrected in ONDE, when something is.
    pub(crate) wrong: Option<Field>,
}

/// More characters of what is written than a list shows.
const MOST_CHARACTERS: usize = 100;

impl Said {
    /// What is wrong, with what is written.
    pub(super) fn worded(&self) -> String {
        match &self.value {
            Some(value) => W.remark_written(&self.text, value.chars().take(MOST_CHARACTERS).collect::<String>()),
            None => self.text.clone(),
        }
    }
}

/// What a problem asks to be corrected in ONDE; nothing where the file alone is badly made.
pub(super) fn wrong(problem: Problem) -> Option<Field> {
    match problem {
        Problem::Missing => Some(Field::Other),
        Problem::Day => Some(Field::BirthDay),
        Problem::Ine => Some(Field::Ine),
        Problem::Email => Some(Field::Email),
        Problem::Phone => Some(Field::Contact),
        Problem::Level => Some(Field::Level),
        Problem::Sex => Some(Field::Civility),
        Problem::Cells | Problem::Repeated | Problem::Formula => None,
    }
}

/// What a parser found wrong with a line.
pub(super) fn problem(problem: Problem) -> &'static str {
    match problem {
        Problem::Missing => W.problem_missing(),
        Problem::Day => W.problem_day(),
        Problem::Ine => W.problem_ine(),
        Problem::Email => W.problem_email(),
        Problem::Phone => W.problem_phone(),
        Problem::Level => W.problem_level(),
        Problem::Sex => W.problem_sex(),
        Problem::Cells => W.problem_cells(),
        Problem::Repeated => W.problem_repeated(),
        Problem::Formula => W.problem_formula(),
    }
}

/// Why a file is refused.
pub(super) fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Empty => W.refusal_empty().to_owned(),
        Refusal::NoLine => W.refusal_no_line().to_owned(),
        Refusal::Spreadsheet => W.refusal_spreadsheet().to_owned(),
        Refusal::NotAnExtraction => W.refusal_not_an_extraction().to_owned(),
        Refusal::Unbalanced(line) => W.refusal_unbalanced(line),
        Refusal::Lacks(columns) => W.refusal_lacks(columns.join("\u{a0}», «\u{a0}")),
        Refusal::Twice(column) => W.refusal_twice(column),
        Refusal::Unknown(columns) => {
            let count = i64::try_from(columns.len()).unwrap_or(i64::MAX);
            W.refusal_unknown(count)
        }
        Refusal::TooLong => W.refusal_too_long().to_owned(),
    }
}
