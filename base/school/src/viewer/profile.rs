//! The profile pages are laid out for.

use super::Viewer;
use crate::{PersonKind, Role};

/// What pages are laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// A child.
    Pupil,
    /// A parent.
    Guardian,
    /// Other staff.
    Staff,
    /// A teacher.
    Teacher,
    /// A head.
    Head,
    /// Somebody of a commune or a grouping.
    Town,
    /// Somebody of the académie.
    Administrator,
}

impl Viewer {
    /// The profile pages are laid out for: the widest the viewer has.
    pub fn profile(&self) -> Profile {
        let seated = self.seats.iter().map(|seat| profile_of(seat.role));
        let granted = self.grants.iter().map(|grant| profile_of(grant.role));
        let reads = self.seats.iter().any(|seat| seat.role == Role::Reader);
        let listed = self.people.iter().map(|me| match me.kind {
            PersonKind::Guest if reads || me.invited => Profile::Guardian,
            PersonKind::Pupil => Profile::Pupil,
            PersonKind::Guardian => Profile::Guardian,
            PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => Profile::Staff,
        });
        seated.chain(granted).chain(listed).max().unwrap_or(Profile::Pupil)
    }

    /// Whether the viewer is a pupil of the first cycle (levels TPS to GS of interfaces.md §1.8), who does not read yet.
    pub fn is_of_first_cycle(&self) -> bool {
        let first_cycle = |level: &str| matches!(level, "1110" | "1111" | "1112" | "1113");
        self.profile() == Profile::Pupil && self.people.iter().any(|me| me.level.as_deref().is_some_and(first_cycle))
    }
}

fn profile_of(role: Role) -> Profile {
    match role {
        Role::Pupil => Profile::Pupil,
        Role::Guardian | Role::Reader => Profile::Guardian,
        Role::Staff | Role::TownAgent | Role::Guest | Role::Deputy => Profile::Staff,
        Role::Teacher => Profile::Teacher,
        Role::Head => Profile::Head,
        Role::TownEditor | Role::TownOfficer => Profile::Town,
        Role::AcademyAdmin
        | Role::DistrictAdmin
        | Role::DistrictAdviser
        | Role::HelpAgent
        | Role::DataOfficer
        | Role::SchemeOfficer => Profile::Administrator,
    }
}
