//! On which side of a request somebody stands: who asks for a school, who answers for a commune.

use db::{Error, Result, Tx};
use school::{
    CircleKind, PersonId, Right, School, SchoolId, Seat, Territory, Viewer,
    authority::{AuthorityKind, payer_of},
    rights::carries,
};

/// A side of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// The school that asks.
    #[default]
    School,
    /// The commune or the grouping that is asked.
    Town,
}

/// The side on which the viewer stands of what a school asks of a scope; none for everybody else.
pub fn side_of(viewer: &Viewer, school: SchoolId, scope: &str) -> Option<Side> {
    if runs(viewer, scope) {
        return Some(Side::Town);
    }
    viewer.may_at(Right::AskTown, school).then_some(Side::School)
}

/// Whether the viewer answers for a scope.
pub fn runs(viewer: &Viewer, scope: &str) -> bool {
    viewer.territories(Right::RunTown).any(|territory| territory.to_string() == scope)
}

/// The scopes the viewer answers for, each once.
pub fn offices(viewer: &Viewer) -> Vec<Territory> {
    let mut offices: Vec<Territory> = Vec::new();
    for territory in viewer.territories(Right::RunTown) {
        if !offices.contains(&territory) {
            offices.push(territory);
        }
    }
    offices
}

/// A seat in each school the viewer asks for.
pub fn asking(viewer: &Viewer) -> Vec<&Seat> {
    let mut seats: Vec<&Seat> = Vec::new();
    let asks = |seat: &&Seat| seat.kind == CircleKind::Staff && carries(seat.role, Right::AskTown);
    for seat in viewer.seats.iter().filter(asks) {
        if seats.iter().all(|known| known.school != seat.school) {
            seats.push(seat);
        }
    }
    seats
}

/// Which of the viewer's persons asks for a school.
pub fn person(viewer: &Viewer, school: SchoolId) -> Option<PersonId> {
    asking(viewer).into_iter().find(|seat| seat.school == school).map(|seat| seat.person)
}

/// Whom a school asks: the grouping that pays for it, else its commune. None for a school whose town nobody knows.
///
/// # Errors
/// A fault of the database.
pub async fn competent(tx: &mut Tx, school: &School) -> Result<Option<Territory>> {
    match payer_of(tx, school.id).await {
        Ok(payer) if payer.kind == AuthorityKind::Grouping && payer.gone_at.is_none() => {
            return Ok(Territory::of(&payer.territory));
        }
        Ok(_) | Err(Error::NotFound) => {}
        Err(error) => return Err(error),
    }
    Ok(Territory::around(school).into_iter().find(|it| matches!(it, Territory::Town(..))))
}
