//! What the head answered about a run before it is applied.

use school::{CircleId, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// Columns to pass over, as their files write them.
    pub ignored: BTreeSet<String>,
    /// What becomes of a class of the files, by its key there; the others are matched.
    pub classes: BTreeMap<String, ClassChoice>,
    /// Whether a group of the files is one of the school, by the key of its circle; the others are as they were.
    pub groups: BTreeMap<String, bool>,
    /// The pupils of other schools who come to this one.
    pub moved: BTreeSet<PersonId>,
}

/// What becomes of a class of the files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClassChoice {
    /// It is a class of the school.
    Known(CircleId),
    /// It is opened.
    New,
    /// Its pupils are left out with it.
    Ignored,
}

/// What a form sends for a class to be opened.
pub const NEW: &str = "nouvelle";
/// What a form sends for a class to be left out.
pub const IGNORED: &str = "ignorer";

impl ClassChoice {
    /// What a form sent; none for the class found by the house.
    pub fn of(sent: &str) -> Option<Self> {
        match sent {
            NEW => Some(Self::New),
            IGNORED => Some(Self::Ignored),
            other => other.parse().ok().map(Self::Known),
        }
    }
}
