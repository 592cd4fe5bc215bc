//! A public site: that of a school or of a commune.

use db::{Error, FromRow, Moment, Result, Tx, args, id};
use school::Territory;

pub(crate) use crate::site_change::school_title;
pub use crate::{
    site_access::{Access, Desk, belongs, may},
    site_change::{Settings, create, set, set_open},
};

id! {
    /// A public site.
    SiteId
}

/// A public site.
#[derive(Debug, Clone, FromRow)]
pub struct PublicSite {
    /// The site.
    pub id: SiteId,
    /// Whose it is, as a territory is printed: `school:…`, `town:031:montaubrac`.
    pub scope: String,
    /// Its short name, in its address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// A few lines that say what it is.
    pub presentation: String,
    /// Where to write, call, come; on several lines.
    pub contact: String,
    /// What its legal notice says besides.
    pub legal: String,
    /// Since when everybody reads it.
    pub opened_at: Option<Moment>,
}

/// One list of columns for the ways a site is found.
macro_rules! select_site {
    ($condition:literal) => {
        concat!(
            "select s.id, s.scope, s.slug, s.title, s.presentation, s.contact, s.legal, s.opened_at from portal_site s ",
            $condition
        )
    };
}
pub(crate) use select_site;

impl PublicSite {
    /// The site everybody reads at an address.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or it is closed.
    pub async fn open(tx: &mut Tx, slug: &str) -> Result<Self> {
        tx.one(select_site!("where s.slug = $1 and s.opened_at is not null"), args![slug]).await
    }

    /// The site of a territory.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of_scope(tx: &mut Tx, scope: &str) -> Result<Option<Self>> {
        tx.first(select_site!("where s.scope = $1"), args![scope]).await
    }

    /// Whose it is.
    ///
    /// # Errors
    /// A fault when the scope cannot be read.
    pub fn territory(&self) -> Result<Territory> {
        Territory::of(&self.scope).ok_or_else(|| Error::fault("a public site of no territory"))
    }

    /// Its address for everybody.
    pub fn address(&self) -> String {
        format!("/sites/{}", self.slug)
    }

    /// Its address for those who make it.
    pub fn desk(&self) -> String {
        format!("/mon-site/{}", self.id)
    }

    /// Whether it is that of a school.
    pub fn is_of_school(&self) -> bool {
        matches!(Territory::of(&self.scope), Some(Territory::School(_)))
    }
}
