//! What a viewer may do: by a role in a circle or over a school, or by a task over a territory.

use super::{Seat, Viewer};
use crate::{CircleId, CircleKind, Right, Role, School, SchoolId, Territory, rights::carries};
use db::{Error, FromRow, Result};

/// A task over a territory: « academy:16 ».
#[derive(Debug, Clone, FromRow)]
pub struct Grant {
    /// The task.
    pub role: Role,
    /// The territory, kind and code.
    pub scope: String,
}

impl Viewer {
    /// Whether one of the viewer's roles in a circle, the headship of its school or a delegation of it, or a task over the territory whose
    /// place it is, carries a right.
    pub fn may_in(&self, right: Right, circle: CircleId, school: SchoolId) -> bool {
        let over_school = |seat: &Seat| {
            seat.school == school && matches!(seat.role, Role::Head | Role::Deputy) && carries(seat.role, right)
        };
        self.seats.iter().any(over_school)
            || self.seats.iter().any(|seat| seat.circle == circle && carries(seat.role, right))
            || self.territories(right).any(|territory| territory.place() == circle)
    }

    /// Whether the viewer has a seat in a school whose role carries a right over the whole school.
    pub fn may_at(&self, right: Right, school: SchoolId) -> bool {
        self.seats
            .iter()
            .any(|seat| seat.school == school && seat.kind == CircleKind::Staff && carries(seat.role, right))
    }

    /// The territories the viewer was given a task over that carries a right.
    pub fn territories(&self, right: Right) -> impl Iterator<Item = Territory> + '_ {
        let tasks = self.grants.iter().filter(move |grant| carries(grant.role, right));
        tasks.filter_map(|grant| Territory::of(&grant.scope))
    }

    /// Whether the viewer may do something about a school: by a role over the whole school, or by a task over a territory the
    /// school lies in.
    pub fn may_about(&self, right: Right, school: &School) -> bool {
        let around = || Territory::around(school);
        self.may_at(right, school.id) || self.territories(right).any(|territory| around().contains(&territory))
    }

    /// The scopes of the tasks that carry a right, as one bound JSON list: for columns that hold a territory.
    pub fn scope_list(&self, right: Right) -> String {
        let scopes = self.territories(right).map(|territory| format!("\"{territory}\""));
        format!("[{}]", scopes.collect::<Vec<_>>().join(","))
    }

    /// Whether the viewer was given a task that carries a right.
    pub fn may_over(&self, right: Right) -> bool {
        self.grants.iter().any(|grant| carries(grant.role, right))
    }
}

/// Answers « not found » to those who may not know, `Ok` to those who may.
///
/// # Errors
/// [`Error::NotFound`] when `allowed` is false.
pub fn or_not_found(allowed: bool) -> Result<()> {
    if allowed { Ok(()) } else { Err(Error::NotFound) }
}
