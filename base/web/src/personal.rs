//! What services keep of somebody, gathered for « Mes données » and for a copy of it.
//!
//! A service gives what the subject wrote or chose, never the words of others. Each [`Part`] is a table: pages show it, a copy
//! holds it as JSON and as a page to read.

use crate::W;
use db::{Moment, id_list};
use school::{AccountId, PersonId, PersonKind};
use serde::{Deserialize, Serialize};

pub use commons::erasure::Leaver;

/// The name that stands for somebody erased, by what the person was.
pub fn former(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Pupil => W.former_pupil(),
        PersonKind::Guardian => W.former_guardian(),
        PersonKind::Staff | PersonKind::Agent => W.former_staff(),
        PersonKind::Guest => W.former_guest(),
    }
}

/// The name that stands for somebody erased who worked in a school.
pub fn former_staff() -> &'static str {
    W.former_staff()
}

/// The name that stands for somebody erased, whoever it was.
pub fn former_member() -> &'static str {
    W.former_member()
}

/// Whose data is gathered.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The persons it is about: those of one account, or one child.
    pub people: Vec<PersonId>,
    /// Their account, when they have one.
    pub account: Option<AccountId>,
    /// Whether they ask themselves. What a child told an adult in confidence is given to nobody else.
    pub own: bool,
    /// Whether somebody responsible for the child asks: what a child writes to others in private is not given to them. The
    /// desk has it, and weighs what of it is answered.
    pub by_guardian: bool,
}

impl Subject {
    /// The persons, as one bound value.
    pub fn list(&self) -> String {
        id_list(self.people.iter().copied())
    }
}

/// One value of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Datum {
    /// Words.
    Text(String),
    /// An instant.
    At(Moment),
    /// Nothing.
    Nothing,
}

impl From<String> for Datum {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Datum {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Moment> for Datum {
    fn from(at: Moment) -> Self {
        Self::At(at)
    }
}

impl<T: Into<Datum>> From<Option<T>> for Datum {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Nothing, Into::into)
    }
}

/// A table of what is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The name of its file in a copy, without extension: « messages-envoyes ».
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its columns.
    pub columns: Vec<String>,
    /// Its rows, a value per column.
    pub rows: Vec<Vec<Datum>>,
}

impl Part {
    /// A table without rows.
    pub fn new(name: &str, title: impl Into<String>, columns: &[&str]) -> Self {
        let columns = columns.iter().map(|it| (*it).to_owned()).collect();
        Self { name: name.to_owned(), title: title.into(), columns, rows: Vec::new() }
    }

    /// With these rows.
    pub fn rows(self, rows: impl IntoIterator<Item = Vec<Datum>>) -> Self {
        Self { rows: rows.into_iter().collect(), ..self }
    }

    /// The table in a list; nothing when it has no row.
    pub fn unless_empty(self) -> Option<Self> {
        (!self.rows.is_empty()).then_some(self)
    }
}
