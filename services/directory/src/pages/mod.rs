//! The pages of the directory.

mod archive;
mod chapters;
pub(crate) mod class;
pub(crate) mod days;
pub(crate) mod hours;
pub(crate) mod imports;
pub(crate) mod quality;
pub(crate) mod run;
mod run_tables;
pub(crate) mod school;
mod step;

use crate::W;
// The module beside this one has the same name as the crate.
use ::school::{SchoolId, Seat, Viewer};
use web::component::{Tab, Tabs};

/// Tabs between the schools of a head who has several; `end` is what follows the school in the address.
fn school_tabs(viewer: &Viewer, current: SchoolId, end: &str) -> Option<Tabs> {
    let schools = viewer.headed();
    let tab =
        |seat: &&Seat| Tab::new(&seat.school_name, format!("/ecoles/{}{end}", seat.school), seat.school == current);
    (schools.len() > 1).then(|| Tabs::new(W.my_schools(), schools.iter().map(tab).collect()))
}
