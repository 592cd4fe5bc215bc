//! The two parties of an agreement, and on whose side of it somebody stands.

use db::{Result, Tx};
use school::{Right, Territory, Viewer, text_enum};

text_enum! {
    /// A party of an agreement.
    Party {
        /// The académie.
        Academy = "academy",
        /// The commune or the grouping.
        Authority = "authority",
    }
}

/// On which side of an agreement a viewer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Runs the scheme for its académie.
    Academy,
    /// Handles it for its authority.
    Authority,
}

/// Whether somebody runs the scheme for an académie.
pub fn manages(viewer: &Viewer, academy: &str) -> bool {
    viewer.territories(Right::ManageAgreements).any(|it| match it {
        Territory::Region => true,
        Territory::Academy(code) => code == academy,
        Territory::Department(_)
        | Territory::District(..)
        | Territory::Town(..)
        | Territory::Authority(_)
        | Territory::School(_) => false,
    })
}

/// The académies somebody runs the scheme for, by code.
///
/// # Errors
/// A fault of the database.
pub async fn academies(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<String>> {
    let known: Vec<String> = tx.column("select code from academy order by code", &[]).await?;
    Ok(known.into_iter().filter(|code| manages(viewer, code)).collect())
}
