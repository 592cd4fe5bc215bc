//! In which territories a seat puts somebody.

use super::{Public, key::Key, town_key};
use crate::{CircleId, SchoolId, Seat};

/// The circles some seats put somebody in: those of each school and of what lies above it, each once.
pub fn circles_of<'a>(seats: impl IntoIterator<Item = &'a Seat>) -> Vec<CircleId> {
    let mut known: Vec<(SchoolId, Public)> = Vec::new();
    let mut circles = Vec::new();
    for seat in seats {
        let Some(public) = Public::of(seat.role) else { continue };
        // Most seats are in the same school: a class, its level, the school itself.
        if !known.contains(&(seat.school, public)) {
            known.push((seat.school, public));
            add_circles(seat, public, &mut circles);
        }
    }
    circles
}

fn add_circles(seat: &Seat, public: Public, circles: &mut Vec<CircleId>) {
    let department = seat.uai.get(..3).unwrap_or_default();
    let town = seat.town.as_deref().map(town_key).unwrap_or_default();
    let keys = [
        Some(Key::Region),
        Some(Key::Academy(&seat.academy)),
        Some(Key::Department(department)),
        seat.district.map(|number| Key::District(&seat.academy, number.to_be_bytes())),
        (!town.is_empty()).then_some(Key::Town(department, &town)),
        Some(Key::School(seat.school)),
    ];
    for key in keys.into_iter().flatten() {
        let circle = CircleId(key.identifier(public.as_str()));
        if !circles.contains(&circle) {
            circles.push(circle);
        }
    }
}
