//! People of the directory.

use crate::text_enum;
use db::{FromRow, id};

id! {
    /// A directory entry of one source.
    PersonId
}

text_enum! {
    /// What the directory says a person is.
    PersonKind {
        /// A pupil, from TPS to CM2.
        Pupil = "pupil",
        /// An adult responsible for a pupil.
        Guardian = "guardian",
        /// Somebody the Éducation nationale employs.
        Staff = "staff",
        /// Somebody a commune employs.
        Agent = "agent",
    }
}

impl PersonKind {
    /// Whether such a person works in a school, for whoever pays them.
    pub fn works(self) -> bool {
        matches!(self, Self::Staff | Self::Agent)
    }
}

/// A name as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Name {
    /// The person.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name, as in use.
    pub last_name: String,
}

impl Name {
    /// « Zoé Martin ».
    pub fn full(&self) -> String {
        full(&self.first_name, &self.last_name)
    }

    /// « Zoé M. », the form shown beside a child's work.
    pub fn short(&self) -> String {
        short(&self.first_name, &self.last_name)
    }
}

/// « Zoé Martin » from a first and a last name.
pub fn full(first_name: &str, last_name: &str) -> String {
    format!("{first_name} {last_name}")
}

/// « Zoé M. » from a first and a last name.
pub fn short(first_name: &str, last_name: &str) -> String {
    match last_name.chars().find(|it| it.is_alphabetic()) {
        Some(initial) => format!("{first_name} {initial}."),
        None => first_name.to_owned(),
    }
}
