//! Whose requests somebody reaches: those of their schools, or those that came to whom they answer for.

use crate::side;
use db::id_list;
use school::{Right, Viewer};

/// Whose requests: those of some schools, or those that came to some scopes.
#[derive(Debug, Clone)]
pub enum Reach {
    /// Those of the schools the viewer asks for, as one bound value.
    Schools(String),
    /// Those that came to the scopes the viewer answers for, as one bound value.
    Scopes(String),
}

impl Reach {
    /// The reach of the viewer; none for those on neither side.
    pub fn of(viewer: &Viewer) -> Option<Self> {
        if viewer.may_over(Right::RunTown) {
            return Some(Self::Scopes(viewer.scope_list(Right::RunTown)));
        }
        let seats = side::asking(viewer);
        (!seats.is_empty()).then(|| Self::Schools(id_list(seats.iter().map(|seat| seat.school))))
    }

    /// Whether it is that of a commune.
    pub fn is_town(&self) -> bool {
        matches!(self, Self::Scopes(_))
    }

    /// The bound value.
    pub fn bound(&self) -> &str {
        match self {
            Self::Schools(list) | Self::Scopes(list) => list,
        }
    }
}
