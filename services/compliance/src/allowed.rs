//! Who keeps the documents of data protection: whoever has the task, over whatever territory. What holds for the whole house is
//! chosen by those who have it over the région, whose rector answers for the processing.

use db::{Error, Result};
use school::{Right, Territory, Viewer, viewer::or_not_found};

/// Nothing is found without the task.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub(crate) fn keeper(viewer: &Viewer) -> Result<()> {
    or_not_found(viewer.may_over(Right::ManageData))
}

/// Whether the viewer keeps them for the région.
pub(crate) fn is_of_region(viewer: &Viewer) -> bool {
    viewer.territories(Right::ManageData).any(|it| it == Territory::Region)
}

/// What holds for the whole house is seen by all who have the task, and chosen by those of the région.
///
/// # Errors
/// [`Error::NotFound`] without the task, [`Error::Forbidden`] for those of a smaller territory.
pub(crate) fn region_keeper(viewer: &Viewer) -> Result<()> {
    keeper(viewer)?;
    if is_of_region(viewer) { Ok(()) } else { Err(Error::Forbidden) }
}
