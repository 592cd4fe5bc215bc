//! Who keeps the figures of the network advice: the région, the académies.

use db::{Error, Result};
use school::{Right, Territory, Viewer, viewer::or_not_found};

/// The scopes whose figures the viewer sets: the région, académies.
pub fn scopes_of(viewer: &Viewer) -> Vec<Territory> {
    let mut scopes: Vec<Territory> = Vec::new();
    for territory in viewer.territories(Right::SetIdentity).chain(viewer.territories(Right::GrantTownProfiles)) {
        let is_wide = matches!(territory, Territory::Region | Territory::Academy(_));
        if is_wide && !scopes.contains(&territory) {
            scopes.push(territory);
        }
    }
    scopes
}

/// A scope whose figures the viewer sets: what was asked for, else the first.
///
/// # Errors
/// [`Error::NotFound`] for everybody else.
pub fn scope_set_by(viewer: &Viewer, wanted: Option<&str>) -> Result<Territory> {
    let scopes = scopes_of(viewer);
    or_not_found(!scopes.is_empty())?;
    let found = match wanted {
        None => scopes.into_iter().next(),
        Some(wanted) => scopes.into_iter().find(|it| it.to_string() == wanted),
    };
    found.ok_or(Error::NotFound)
}
