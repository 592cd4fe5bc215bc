//! What the schools of a viewer closed to who the viewer is there.

use super::{Seat, Viewer};
use crate::{SchoolId, Whom, closed};
use std::borrow::Cow;

impl Viewer {
    /// Whether a school of the viewer opens a service to whom the viewer is there ([`Whom`]): one seat in which it is open is
    /// enough, so that a parent keeps what one of two schools opens. A reader counts with the families; teachers, other staff,
    /// agents of the commune and guests are one team; the head and a deputy are closed out of nothing.
    pub fn is_open(&self, service: &str) -> bool {
        let mut seats = self.seats.iter().chain(&self.behind).peekable();
        seats.peek().is_none() || seats.any(|seat| !self.is_closed(seat, service))
    }

    /// The viewer as the pages of a service know them: the seats of a school that closed it to whom the viewer is there are
    /// behind, and give nothing.
    pub fn within(&self, service: &str) -> Cow<'_, Self> {
        let (closed, seats): (Vec<&Seat>, Vec<&Seat>) = self.seats.iter().partition(|it| self.is_closed(it, service));
        if closed.is_empty() {
            return Cow::Borrowed(self);
        }
        let behind = self.behind.iter().chain(closed).cloned().collect();
        Cow::Owned(Self { seats: seats.into_iter().cloned().collect(), behind, ..self.clone() })
    }

    /// Whether all the seats of the viewer in a school are behind, and there is one.
    pub fn is_shut_out_of(&self, school: SchoolId) -> bool {
        let there = |seat: &Seat| seat.school == school;
        self.behind.iter().any(there) && !self.seats.iter().any(there)
    }

    /// Whether the school of a seat closed a service to whom the viewer is there. Whoever runs a school and teaches in it, or has
    /// a child there, keeps every seat in it.
    fn is_closed(&self, seat: &Seat, service: &str) -> bool {
        let closes = Whom::of(seat.role).is_some_and(|whom| closed::holds(&seat.closed, service, whom));
        let mut all = self.seats.iter().chain(&self.behind);
        closes && !all.any(|it| it.school == seat.school && Whom::of(it.role).is_none())
    }
}
