//! The children of a viewer.

use super::Viewer;
use crate::{PersonId, PersonKind, Role, person::short};

/// A child of the viewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// The child.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// « Zoé M. »
    pub short_name: String,
}

impl Viewer {
    /// The children of the viewer, each once, by school and class.
    pub fn children(&self) -> Vec<Child> {
        let mut children: Vec<Child> = Vec::new();
        for seat in self.seats.iter().filter(|seat| seat.role == Role::Guardian) {
            let (Some(id), Some(first), Some(last)) = (seat.child, &seat.child_first_name, &seat.child_last_name)
            else {
                continue;
            };
            if children.iter().all(|child| child.id != id) {
                children.push(Child { id, first_name: first.clone(), short_name: short(first, last) });
            }
        }
        children
    }

    /// The pupils the viewer stands for: the children, and the viewer who is one.
    pub fn pupils(&self) -> Vec<PersonId> {
        let own = self.people.iter().filter(|me| me.kind == PersonKind::Pupil).map(|me| me.id);
        own.chain(self.children().into_iter().map(|child| child.id)).collect()
    }
}
