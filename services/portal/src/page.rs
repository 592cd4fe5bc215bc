//! A page of a site: what its authors write, and where it stands. What everybody reads is a version of it, put on line by
//! the director and changed by nothing after ([`crate::public`]).

use crate::{
    block::Blocks,
    site::{Desk, SiteId},
};
use db::{Day, Error, FromRow, Moment, Result, Tx, args, id};

pub use crate::{
    page_list::{all, proposed},
    page_state::{PageKind, State},
};

id! {
    /// A page.
    PageId
}

/// A page, as its authors see it.
#[derive(Debug, Clone, FromRow)]
pub struct SitePage {
    /// The page.
    pub id: PageId,
    /// Its site.
    pub site_id: SiteId,
    /// Its short name, in its address.
    pub slug: String,
    /// What it is.
    pub kind: PageKind,
    /// Its title.
    pub title: String,
    /// What it is made of.
    #[sqlx(try_from = "String")]
    pub blocks: Blocks,
    /// The day of an event.
    pub starts_on: Option<Day>,
    /// Its hour, `18:30`.
    pub starts_at: Option<String>,
    /// Its last day.
    pub ends_on: Option<Day>,
    /// Where an event takes place.
    pub place: String,
    /// Where it stands.
    pub state: State,
    /// Raised by each change.
    pub edition: i64,
    /// How many versions were put on line.
    pub versions: i64,
    /// The one that is on line now.
    pub public_version: Option<i64>,
    /// The words of the last return or withdrawal.
    pub word: Option<String>,
    /// When it was proposed.
    pub proposed_at: Option<Moment>,
    /// By whom.
    pub proposed_name: Option<String>,
    /// When it was last put on line.
    pub published_at: Option<Moment>,
    /// When it was last changed.
    pub changed_at: Moment,
}

/// One list of columns for the ways pages are found.
macro_rules! select_pages {
    ($condition:literal) => {
        concat!(
            "select id, site_id, slug, kind, title, blocks, starts_on, starts_at, ends_on, place, state, edition, ",
            "versions, public_version, word, proposed_at, proposed_name, published_at, changed_at from portal_page ",
            $condition
        )
    };
}
pub(crate) use select_pages;

impl SitePage {
    /// A page of a site the viewer works at.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the site has no such page.
    pub async fn load(tx: &mut Tx, desk: &Desk, id: PageId) -> Result<Self> {
        tx.one(select_pages!("where id = $1 and site_id = $2"), args![id, desk.site.id]).await
    }

    /// Its address for those who make it.
    pub fn desk(&self) -> String {
        format!("/mon-site/{}/pages/{}", self.site_id, self.id)
    }

    /// Whether it may be changed now: what waits for the director is the director's.
    pub fn may_be_edited(&self, desk: &Desk) -> bool {
        desk.access.publishes || self.state != State::Proposed
    }

    /// Refuses to change what is out of the viewer's hands.
    ///
    /// # Errors
    /// [`Error::Forbidden`].
    pub fn require_edit(&self, desk: &Desk) -> Result<()> {
        if self.may_be_edited(desk) { Ok(()) } else { Err(Error::Forbidden) }
    }

    /// Whether it may be proposed.
    pub fn may_be_proposed(&self) -> bool {
        matches!(self.state, State::Draft | State::Withdrawn)
    }

    /// Whether it may be put on line.
    pub fn may_be_published(&self) -> bool {
        matches!(self.state, State::Draft | State::Withdrawn | State::Proposed)
    }

    /// Whether everybody reads a version of it, in a site that is open.
    pub fn is_on_line(&self) -> bool {
        self.public_version.is_some()
    }
}
