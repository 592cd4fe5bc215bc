//! The circles a viewer receives in, and the person who acts there.

use super::Viewer;
use crate::{CircleId, PersonId, SchoolId, territory};
use db::{Error, Result, id_list};

impl Viewer {
    /// Every circle the viewer receives in, the viewer's own persons included, as one bound value.
    pub fn circle_list(&self) -> String {
        id_list(self.circles())
    }

    /// Every circle the viewer receives in: those sat in, and those without rows.
    pub fn circles(&self) -> impl Iterator<Item = CircleId> + '_ {
        let seats = self.seats.iter().map(|seat| seat.circle);
        let people = self.people.iter().map(|me| CircleId::from(me.id));
        let families = self.children().into_iter().map(|child| CircleId::family_of(child.id));
        let teams = self.taught().map(CircleId::team_of);
        seats.chain(people).chain(families).chain(teams).chain(self.territory_circles())
    }

    /// The circles of the schools the viewer sits in and of the territories these are in, for who the viewer is there.
    pub fn territory_circles(&self) -> Vec<CircleId> {
        territory::circles_of(&self.seats)
    }

    /// The person who acts when the viewer writes in a circle: the one seated there, else in its school, else in its families,
    /// for those whom a group brings from another school.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the viewer has no seat there.
    pub fn acting_in(&self, circle: CircleId, school: SchoolId) -> Result<PersonId> {
        let there = self.seats.iter().find(|seat| seat.circle == circle);
        let near = || self.seats.iter().find(|seat| seat.school == school);
        let family = || self.seats.iter().find(|seat| seat.of_circle == Some(circle));
        there.or_else(near).or_else(family).map(|seat| seat.person).ok_or(Error::NotFound)
    }
}
