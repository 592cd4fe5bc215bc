//! The viewer: somebody signed in, with all persons, seats, children and grants. Here is who that is; what is asked of a viewer is
//! in the files beside.
//!
//! Where the viewer sits is in `seat`, for whom in `children`, what comes from where in `receiving`, what the viewer may do in
//! `rights`, what a school closed in `closing`, and for whom pages are laid out in `profile`.

mod children;
mod closing;
mod loading;
mod profile;
mod receiving;
mod rights;
mod seat;

pub use children::Child;
pub use profile::Profile;
pub use rights::{Grant, or_not_found};
pub use seat::Seat;

use crate::{AccountId, Door, PersonId, PersonKind, Role};
use db::FromRow;

/// Somebody signed in. Every loader of the house takes one.
#[derive(Debug, Clone)]
pub struct Viewer {
    /// The account signed in with.
    pub account: AccountId,
    /// The directory entries it holds; none for an administrator who is in no directory.
    pub people: Vec<Me>,
    /// The name given to an account that is in no directory.
    pub given_name: Option<String>,
    /// Every circle the viewer sits in, as oneself or for a child.
    pub seats: Vec<Seat>,
    /// Tasks given over a territory.
    pub grants: Vec<Grant>,
    /// The door of the session.
    pub door: Door,
    /// The seats that give nothing here, for this door does not lead to them, or their school closed the service the viewer is
    /// in ([`Viewer::within`]). What their school closed stays closed.
    pub behind: Vec<Seat>,
}

/// One directory entry of the viewer.
#[derive(Debug, Clone, FromRow)]
pub struct Me {
    /// The person.
    pub id: PersonId,
    /// What the directory says the person is.
    pub kind: PersonKind,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Level code of a pupil (MEFSTAT4, interfaces.md §1.8).
    pub level: Option<String>,
    /// Whether the directory holds the person no more.
    pub gone: bool,
    /// Whether the person was entered to read with a family, that family still inviting or not.
    pub invited: bool,
}

impl Viewer {
    /// The same, come in by another door. By those of the family a child has no seat: nothing of others is behind them.
    pub fn by(mut self, door: Door) -> Self {
        self.door = door;
        if door.is_at_home() {
            self.behind = std::mem::take(&mut self.seats);
        }
        self
    }

    /// Whether the viewer is nothing but a reader: somebody a family let read with it, who holds no other seat in a school. It
    /// stays true once no family invites them any more: they read nothing then, and no page takes them for somebody else.
    pub fn only_reads(&self) -> bool {
        match self.seats.as_slice() {
            [] => !self.people.is_empty() && self.people.iter().all(|me| me.invited),
            seats => seats.iter().all(|seat| seat.role == Role::Reader),
        }
    }

    /// Whether everybody behind the account has left: nothing is open to it any more but what is its own.
    pub fn has_left(&self) -> bool {
        !self.people.is_empty() && self.people.iter().all(|me| me.gone)
    }

    /// The name shown in the header: the whole name of an adult, the first name of a child.
    pub fn name(&self) -> String {
        match self.people.first() {
            None => self.given_name.clone().unwrap_or_default(),
            Some(me) if me.kind == PersonKind::Pupil => me.first_name.clone(),
            Some(me) => format!("{} {}", me.first_name, me.last_name),
        }
    }
}
