//! A page somebody opened: who, where, as whom.

use super::Device;
use db::Moment;
use school::{AccountId, PersonKind, Profile, Role, Territory, Viewer, text_enum};

text_enum! {
    /// As whom somebody is counted. The municipal staff is kept apart here, though the national layout knows it not.
    UsedBy {
        /// A pupil.
        Pupil = "pupil",
        /// An adult responsible for a pupil.
        Guardian = "guardian",
        /// A teacher; a head is one.
        Teacher = "teacher",
        /// Other staff of schools: AESH, psychologists.
        Staff = "staff",
        /// Those a commune employs, in its schools or at the town hall.
        Town = "town",
        /// Those who run the scheme: académie, circonscriptions, help desk.
        Office = "office",
    }
}

/// A page somebody opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// When.
    pub at: Moment,
    /// Who: in memory only, never written.
    pub account: AccountId,
    /// Where they are counted: `school:…` for whoever sits in a school, the scope of their task for others.
    pub place: String,
    /// As whom.
    pub profile: UsedBy,
    /// The label of the service.
    pub service: &'static str,
    /// On what.
    pub device: Device,
}

impl Hit {
    /// The hit of a viewer; none for whoever sits nowhere and has no task.
    ///
    /// A user of several schools counts in the first one where they are what they are counted as: a teacher whose children go
    /// to another school counts in the one they teach in.
    pub fn of(viewer: &Viewer, at: Moment, service: &'static str, device: Device) -> Option<Self> {
        let profile = used_by(viewer);
        let own = viewer.seats.iter().find(|seat| counted_as(seat.role) == profile);
        let seat = own.or_else(|| viewer.seats.first());
        let place = match seat {
            Some(seat) => Territory::School(seat.school).to_string(),
            None => viewer.grants.first()?.scope.clone(),
        };
        Some(Self { at, account: viewer.account, place, profile, service, device })
    }
}

fn used_by(viewer: &Viewer) -> UsedBy {
    match viewer.profile() {
        Profile::Pupil => UsedBy::Pupil,
        Profile::Guardian => UsedBy::Guardian,
        // Pages are laid out alike for an AESH and for somebody the commune employs; they are counted apart.
        Profile::Staff if viewer.people.iter().all(|me| me.kind != PersonKind::Staff) => UsedBy::Town,
        Profile::Staff => UsedBy::Staff,
        Profile::Teacher | Profile::Head => UsedBy::Teacher,
        Profile::Town => UsedBy::Town,
        Profile::Administrator => UsedBy::Office,
    }
}

fn counted_as(role: Role) -> UsedBy {
    match role {
        Role::Pupil => UsedBy::Pupil,
        Role::Guardian | Role::Reader => UsedBy::Guardian,
        Role::Teacher | Role::Head => UsedBy::Teacher,
        Role::Staff | Role::Guest | Role::Deputy => UsedBy::Staff,
        Role::TownAgent | Role::TownEditor | Role::TownOfficer => UsedBy::Town,
        Role::AcademyAdmin
        | Role::DistrictAdmin
        | Role::DistrictAdviser
        | Role::HelpAgent
        | Role::DataOfficer
        | Role::SchemeOfficer => UsedBy::Office,
    }
}
