//! What was done with a site and its pages, by whom, when: rows that nothing changes.

use crate::{page::PageId, site::SiteId};
use db::{FromRow, Moment, Result, Tx, Uuid, args};
use school::{Viewer, text_enum};

text_enum! {
    /// What was done.
    Verb {
        /// The site was made.
        Made = "made",
        /// What the director says of the site was changed.
        Settled = "settled",
        /// The site was opened to everybody.
        Opened = "opened",
        /// The site was closed.
        Closed = "closed",
        /// A page was begun.
        Begun = "begun",
        /// A page was changed.
        Changed = "changed",
        /// A page was proposed to the director.
        Proposed = "proposed",
        /// A page was given back with a word.
        Returned = "returned",
        /// A page was put on line.
        Published = "published",
        /// A page was taken off line, with a reason.
        Withdrawn = "withdrawn",
        /// A page was put away.
        Archived = "archived",
        /// Somebody asked for a content to be taken off line.
        Reported = "reported",
        /// What was asked was answered without taking the content off line.
        Kept = "kept",
        /// The right to publish was given to somebody.
        Delegated = "delegated",
        /// It was taken back before its day.
        Undelegated = "undelegated",
    }
}

/// A step, as the history shows it.
#[derive(Debug, Clone, FromRow)]
pub struct Step {
    /// What was done.
    pub verb: Verb,
    /// By whom; nothing for somebody from outside.
    pub by_name: String,
    /// The words that went with it.
    pub word: Option<String>,
    /// When.
    pub at: Moment,
    /// The page it was about.
    pub title: Option<String>,
}

/// How many steps a history shows.
const MOST: i64 = 200;

/// Writes a step. Without a viewer it is somebody from outside.
///
/// # Errors
/// A fault of the database.
pub async fn record(
    tx: &mut Tx,
    viewer: Option<&Viewer>,
    site: SiteId,
    page: Option<PageId>,
    verb: Verb,
    word: Option<&str>,
) -> Result<()> {
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    let name = viewer.map(Viewer::name).unwrap_or_default();
    tx.change(
        "insert into portal_step (id, site_id, page_id, verb, by_account, by_name, word, at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![id, site, page, verb, viewer.map(|it| it.account), name, word, now],
    )
    .await
}

/// The last steps of a site, or of one of its pages, the newest first. For those who loaded its desk.
///
/// # Errors
/// A fault of the database.
pub async fn history(tx: &mut Tx, site: SiteId, page: Option<PageId>) -> Result<Vec<Step>> {
    match page {
        None => {
            tx.all(
                "select t.verb, t.by_name, t.word, t.at, p.title from portal_step t \
                 left join portal_page p on p.id = t.page_id where t.site_id = $1 order by t.at desc, t.id desc limit $2",
                args![site, MOST],
            )
            .await
        }
        Some(page) => {
            tx.all(
                "select t.verb, t.by_name, t.word, t.at, p.title from portal_step t \
                 left join portal_page p on p.id = t.page_id where t.site_id = $1 and t.page_id = $2 \
                 order by t.at desc, t.id desc limit $3",
                args![site, page, MOST],
            )
            .await
        }
    }
}
