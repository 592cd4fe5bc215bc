//! The pages of the directory.

mod archive;
pub(crate) mod class;
pub(crate) mod hours;
pub(crate) mod imports;
pub(crate) mod quality;
pub(crate) mod run;
mod run_tables;
pub(crate) mod school;
mod step;

use crate::W;
// The module beside this one has the same name as the crate.
use ::school::{Role, SchoolId, Viewer};
use web::component::{Tab, Tabs};

/// The schools somebody heads, each once, with their names.
pub(crate) fn headed(viewer: &Viewer) -> Vec<(SchoolId, &str)> {
    let mut schools: Vec<(SchoolId, &str)> = Vec::new();
    for seat in viewer.seats.iter().filter(|seat| seat.role == Role::Head) {
        if schools.iter().all(|(known, _)| *known != seat.school) {
            schools.push((seat.school, seat.school_name.as_str()));
        }
    }
    schools
}

/// Tabs between the schools of a head who has several; `end` is what follows the school in the address.
fn school_tabs(viewer: &Viewer, current: SchoolId, end: &str) -> Option<Tabs> {
    let schools = headed(viewer);
    let tab = |(school, name): &(SchoolId, &str)| Tab::new(*name, format!("/ecoles/{school}{end}"), *school == current);
    (schools.len() > 1).then(|| Tabs::new(W.my_schools(), schools.iter().map(tab).collect()))
}
