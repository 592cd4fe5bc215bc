//! Who works at a site: its director, whoever was given the right to publish, those who propose.

use crate::{
    delegation,
    site::{PublicSite, SiteId, select_site},
};
use db::{Error, Result, Tx, args};
use school::{CircleKind, Right, Territory, Viewer, viewer::or_not_found};

/// What somebody may do with a site.
#[derive(Debug, Clone, Copy)]
pub struct Access {
    /// Puts pages on line: a director, or who was given the right for some days.
    pub publishes: bool,
    /// Is the director of publication.
    pub directs: bool,
}

/// A site, seen by somebody who works at it.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The site.
    pub site: PublicSite,
    /// What the viewer may do.
    pub access: Access,
}

impl Desk {
    /// A site the viewer writes for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever does not.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: SiteId) -> Result<Self> {
        let site: PublicSite = tx.one(select_site!("where s.id = $1"), args![id]).await?;
        let directs = may(viewer, Right::PublishPages, &site.scope);
        let publishes =
            directs || (belongs(viewer, &site.scope) && delegation::holds(tx, site.id, viewer.account).await?);
        or_not_found(publishes || may(viewer, Right::ProposePages, &site.scope))?;
        Ok(Self { site, access: Access { publishes, directs } })
    }

    /// The same, for those who put pages on line.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn load_to_publish(tx: &mut Tx, viewer: &Viewer, id: SiteId) -> Result<Self> {
        let desk = Self::load(tx, viewer, id).await?;
        if desk.access.publishes { Ok(desk) } else { Err(Error::Forbidden) }
    }

    /// The same, for the director of publication.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn load_to_direct(tx: &mut Tx, viewer: &Viewer, id: SiteId) -> Result<Self> {
        let desk = Self::load(tx, viewer, id).await?;
        if desk.access.directs { Ok(desk) } else { Err(Error::Forbidden) }
    }
}

/// Whether a role of the viewer carries a right over a school or a commune. Nobody acts from above: an académie asks.
pub fn may(viewer: &Viewer, right: Right, scope: &str) -> bool {
    match Territory::of(scope) {
        Some(Territory::School(school)) => viewer.may_at(right, school),
        Some(town @ Territory::Town(..)) => viewer.territories(right).any(|territory| territory == town),
        _ => false,
    }
}

/// Whether the viewer is of a school or of a commune today: whoever left it publishes nothing there any more, whatever was
/// delegated.
pub fn belongs(viewer: &Viewer, scope: &str) -> bool {
    match Territory::of(scope) {
        Some(Territory::School(school)) => {
            viewer.seats.iter().any(|seat| seat.school == school && seat.kind == CircleKind::Staff)
        }
        _ => viewer.grants.iter().any(|grant| grant.scope == scope),
    }
}
