//! Answering those who asked for a content to be taken off line.

use crate::{
    page::{PageId, SitePage},
    publication::reason,
    report::PortalReportId,
    site::Desk,
    step::{self, Verb},
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::Viewer;

/// Answers a report without taking the content off line. The address to answer to is forgotten.
///
/// # Errors
/// [`Error::Invalid`] beside `word` without a word, or with too many; [`Error::NotFound`], [`Error::Conflict`].
pub async fn settle(tx: &mut Tx, viewer: &Viewer, desk: &Desk, id: PortalReportId, word: &str) -> Result<()> {
    let word = reason(word)?;
    let about: (Option<PageId>,) =
        tx.one("select page_id from portal_report where id = $1 and site_id = $2", args![id, desk.site.id]).await?;
    let now = tx.now();
    let settled = tx
        .changed_rows(
            "update portal_report set settled_at = $3, settled_by = $4, email = null \
             where id = $1 and site_id = $2 and settled_at is null",
            args![id, desk.site.id, now, viewer.account],
        )
        .await?;
    if settled == 0 {
        return Err(Error::Conflict);
    }
    step::record(tx, Some(viewer), desk.site.id, about.0, Verb::Kept, Some(&word)).await?;
    audit::write(tx, Some(viewer.account), Action::ReportsSettled, Some(id.to_string()), Some(&desk.site.scope)).await
}

/// Answers every report of a page that was taken off line.
pub(crate) async fn settle_page(tx: &mut Tx, viewer: &Viewer, page: &SitePage) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update portal_report set settled_at = $3, settled_by = $4, email = null \
         where site_id = $1 and page_id = $2 and settled_at is null",
        args![page.site_id, page.id, now, viewer.account],
    )
    .await
}
