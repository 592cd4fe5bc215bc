//! Where a viewer sits: as oneself, for a child, or as a reader.

use super::Viewer;
use crate::{CircleId, CircleKind, PersonId, Role, SchoolId};
use db::FromRow;

/// A seat in a circle.
#[derive(Debug, Clone, FromRow)]
pub struct Seat {
    /// The circle.
    pub circle: CircleId,
    /// Its school; for a group that gathers several, the one of whoever sits there.
    pub school: SchoolId,
    /// The school's name.
    pub school_name: String,
    /// Its kind.
    pub kind: CircleKind,
    /// Its name.
    pub name: String,
    /// The circle it is a part of, or whose families it gathers.
    pub of_circle: Option<CircleId>,
    /// The role held in it.
    pub role: Role,
    /// Which of the viewer's persons sits there.
    pub person: PersonId,
    /// For which child, when the seat is a guardian's.
    pub child: Option<PersonId>,
    /// The child's first name.
    pub child_first_name: Option<String>,
    /// The child's last name.
    pub child_last_name: Option<String>,
    /// Code of the school's académie.
    pub academy: String,
    /// The school's national code; its département begins it.
    pub uai: String,
    /// The number of the school's circonscription in the deliveries of its académie.
    pub district: Option<i64>,
    /// The school's town.
    pub town: Option<String>,
    /// What the school closed to whom: « messages:pupil ».
    pub closed: String,
}

impl Viewer {
    /// The seats in circles of a kind, each circle once.
    pub fn seats_in(&self, kind: CircleKind) -> Vec<&Seat> {
        let mut seats: Vec<&Seat> = Vec::new();
        for seat in self.seats.iter().filter(|seat| seat.kind == kind) {
            if seats.iter().all(|known| known.circle != seat.circle) {
                seats.push(seat);
            }
        }
        seats
    }

    /// A seat in each school the viewer heads.
    pub fn headed(&self) -> Vec<&Seat> {
        let mut seats: Vec<&Seat> = Vec::new();
        for seat in self.seats.iter().filter(|seat| seat.role == Role::Head) {
            if seats.iter().all(|known| known.school != seat.school) {
                seats.push(seat);
            }
        }
        seats
    }

    /// Whether the viewer heads a school.
    pub fn heads(&self, school: SchoolId) -> bool {
        self.seats.iter().any(|seat| seat.role == Role::Head && seat.school == school)
    }

    /// The classes the viewer teaches in.
    pub fn taught(&self) -> impl Iterator<Item = CircleId> + '_ {
        let classes = self.seats.iter().filter(|seat| seat.kind == CircleKind::Class && seat.role == Role::Teacher);
        classes.map(|seat| seat.circle)
    }

    /// The groups the viewer teaches in.
    pub fn groups_taught(&self) -> impl Iterator<Item = CircleId> + '_ {
        let groups = self.seats.iter().filter(|seat| seat.kind == CircleKind::Group && seat.role == Role::Teacher);
        groups.map(|seat| seat.circle)
    }
}
