//! What was understood of a file, for whoever sent it.

use serde::{Deserialize, Serialize};

/// How many lines of a list are shown; the others are counted.
const MOST_SHOWN: usize = 200;

/// A list of which the first lines are kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shortened<T> {
    /// The first of them.
    pub shown: Vec<T>,
    /// How many there are.
    pub count: i64,
}

impl<T> Default for Shortened<T> {
    fn default() -> Self {
        Self { shown: Vec::new(), count: 0 }
    }
}

impl<T> Shortened<T> {
    /// Adds one.
    pub fn push(&mut self, it: T) {
        self.count += 1;
        if self.shown.len() < MOST_SHOWN {
            self.shown.push(it);
        }
    }
}

/// What is to be said about a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Its number in the file; the header is the first.
    pub line: u64,
    /// Its national code, as written.
    pub uai: String,
    /// What is to be said.
    pub text: String,
}

/// A label that is not the same in the directory and in the file: the national code alone counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The school.
    pub uai: String,
    /// As the académie delivered it.
    pub here: String,
    /// As the file has it.
    pub there: String,
}

/// What was understood of a file.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Report {
    /// Lines after the header.
    pub lines: i64,
    /// Lines of collèges, lycées, services.
    pub others: i64,
    /// Schools that closed.
    pub closed: i64,
    /// Lines about a school another line is about, which was kept.
    pub repeated: i64,
    /// Schools outside of the académies looked after.
    pub elsewhere: i64,
    /// Private schools, left out of conventions.
    pub private: i64,
    /// Public schools known here.
    pub known: i64,
    /// Schools of the départements looked after which no académie delivered.
    pub unknown: Shortened<String>,
    /// Lines that were not taken.
    pub refused: Shortened<Remark>,
    /// Lines that were taken, with something left out.
    pub doubtful: Shortened<Remark>,
    /// Labels that differ.
    pub differences: Shortened<Difference>,
    /// Schools of one dispersed RPI: their communes may have a grouping that pays.
    pub groupings: Shortened<String>,
    /// Communes without an authority.
    pub communes: Shortened<String>,
    /// Schools whose payer the file would say.
    pub payers: i64,
    /// Authorities founded, once it was applied.
    pub founded: i64,
    /// Payers said, once it was applied.
    pub paid: i64,
}
