//! What everybody reads: the versions on line of the pages of an open site.

use crate::{
    block::Blocks,
    page::{PageId, PageKind},
    site::{PublicSite, SiteId},
};
use db::{Day, FromRow, Moment, Result, Tx, args};

/// A page as everybody reads it.
#[derive(Debug, Clone, FromRow)]
pub struct Shown {
    /// The page.
    pub page_id: PageId,
    /// Its short name.
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
    /// Its hour.
    pub starts_at: Option<String>,
    /// Its last day.
    pub ends_on: Option<Day>,
    /// Its place.
    pub place: String,
    /// When it was put on line.
    pub published_at: Moment,
    /// Under whose responsibility.
    pub responsible: String,
    /// As what.
    pub quality: String,
}

/// A page of the menu, a news, an event, as lists show them.
#[derive(Debug, Clone, FromRow)]
pub struct Entry {
    /// Its page.
    pub page_id: PageId,
    /// Its short name.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// The day of an event.
    pub starts_on: Option<Day>,
    /// Its hour.
    pub starts_at: Option<String>,
    /// Its last day.
    pub ends_on: Option<Day>,
    /// Its place.
    pub place: String,
    /// When it was put on line.
    pub published_at: Moment,
}

/// As many pages as a menu holds, news and events as a home page shows.
const MOST: i64 = 20;
/// As many events as the agenda gives to other programs.
const MOST_EVENTS: i64 = 500;

/// The page everybody reads at an address.
///
/// # Errors
/// [`db::Error::NotFound`] when there is none on line.
pub async fn page(tx: &mut Tx, site: &PublicSite, slug: &str) -> Result<Shown> {
    tx.one(
        "select p.id as page_id, p.slug, v.kind, v.title, v.blocks, v.starts_on, v.starts_at, v.ends_on, v.place, \
         v.published_at, v.responsible, v.quality from portal_page p \
         join portal_version v on v.page_id = p.id and v.version = p.public_version \
         where p.site_id = $1 and p.slug = $2",
        args![site.id, slug],
    )
    .await
}

/// One list of columns for the lists of pages on line.
macro_rules! select_entries {
    ($condition:literal) => {
        concat!(
            "select p.id as page_id, p.slug, v.title, v.starts_on, v.starts_at, v.ends_on, v.place, v.published_at ",
            "from portal_page p join portal_version v on v.page_id = p.id and v.version = p.public_version ",
            $condition
        )
    };
}

/// The pages of the menu, in the order they were begun.
///
/// # Errors
/// A fault of the database.
pub async fn menu(tx: &mut Tx, site: SiteId) -> Result<Vec<Entry>> {
    tx.all(
        select_entries!("where p.site_id = $1 and v.kind = 'page' order by p.created_at, p.id limit $2"),
        args![site, MOST],
    )
    .await
}

/// The news, the newest first.
///
/// # Errors
/// A fault of the database.
pub async fn news(tx: &mut Tx, site: SiteId) -> Result<Vec<Entry>> {
    tx.all(
        select_entries!("where p.site_id = $1 and v.kind = 'news' order by v.published_at desc, p.id desc limit $2"),
        args![site, MOST],
    )
    .await
}

/// The events that are not over, the first first.
///
/// # Errors
/// A fault of the database.
pub async fn events(tx: &mut Tx, site: SiteId) -> Result<Vec<Entry>> {
    let today = tx.now().day().to_string();
    tx.all(
        select_entries!(
            "where p.site_id = $1 and v.kind = 'event' and coalesce(v.ends_on, v.starts_on) >= $2 \
             order by v.starts_on, coalesce(v.starts_at, ''), p.id limit $3"
        ),
        args![site, today, MOST],
    )
    .await
}

/// All events on line, for other programs.
///
/// # Errors
/// A fault of the database.
pub async fn agenda(tx: &mut Tx, site: SiteId) -> Result<Vec<Entry>> {
    tx.all(
        select_entries!("where p.site_id = $1 and v.kind = 'event' order by v.starts_on desc, p.id limit $2"),
        args![site, MOST_EVENTS],
    )
    .await
}
