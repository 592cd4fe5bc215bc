//! Where somebody who leaves goes: a child who came in by the wall goes back to the wall, a telephone to whoever lent it.

use super::Visit;
use crate::layout::Idle;
use school::{Door, session::Stay};

/// The wall of the pupils of a class, on a device of the class.
pub const WALL: &str = "/tablette";

/// Where a badge is shown.
pub const BADGE: &str = "/badge";

/// Where the code of a family is typed.
pub const HOME_CODE: &str = "/maison";

/// What a child made: where somebody is led who came in with the code of the family.
pub const MY_WORK: &str = "/mes-travaux";

/// Where the telephone an adult lent is given back, with the password.
pub const GIVE_BACK: &str = "/pret/retour";

impl Visit {
    /// What the cookie of a device of a class holds, whether the device is still of a class or not.
    pub fn device(&self) -> Option<&str> {
        self.device.as_deref()
    }

    /// The page of the door the session began by, or the last one that has ended.
    pub fn way_out(&self) -> &'static str {
        match self.session.as_ref().map_or(self.last_door, |it| it.door) {
            Door::Password | Door::Lent => "/connexion",
            Door::Tablet => WALL,
            Door::Badge if self.device.is_some() => WALL,
            Door::Badge => BADGE,
            Door::Home => HOME_CODE,
        }
    }

    /// A child who walked away leaves nothing open on the screen.
    pub(super) fn idle(&self) -> Option<Idle> {
        let session = self.session.as_ref().filter(|it| it.stay == Stay::Wall)?;
        Some(Idle { to: self.way_out(), seconds: session.stay.rest_seconds() })
    }
}
