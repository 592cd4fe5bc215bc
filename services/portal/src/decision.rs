//! What is decided of a page besides putting it on line: proposed, given back, taken off line with a reason, put away.

use crate::{
    W,
    page::{PageId, SitePage},
    publication::{hide_files, once},
    report,
    site::Desk,
    step::{self, Verb},
    wrong::one_line,
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::Viewer;

/// The longest word given with a return or a withdrawal, in characters.
pub const LONGEST: usize = 500;

/// Proposes a page to the director.
///
/// # Errors
/// [`Error::Conflict`] when it waits already, or was put away.
pub async fn propose(tx: &mut Tx, viewer: &Viewer, desk: &Desk, page: PageId) -> Result<()> {
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update portal_page set state = 'proposed', word = null, proposed_at = $3, proposed_by = $4, \
             proposed_name = $5 where id = $1 and site_id = $2 and state in ('draft', 'withdrawn')",
            args![page, desk.site.id, now, viewer.account, viewer.name()],
        )
        .await?;
    once(changed)?;
    step::record(tx, Some(viewer), desk.site.id, Some(page), Verb::Proposed, None).await
}

/// Gives a page back to its authors, with a word.
///
/// # Errors
/// [`Error::Invalid`] without a word; [`Error::Conflict`] when it does not wait any more.
pub async fn give_back(tx: &mut Tx, viewer: &Viewer, desk: &Desk, page: &SitePage, word: &str) -> Result<()> {
    let word = reason(word)?;
    let changed = tx
        .changed_rows(
            "update portal_page set state = 'draft', word = $3 where id = $1 and site_id = $2 and state = 'proposed'",
            args![page.id, desk.site.id, &word],
        )
        .await?;
    once(changed)?;
    step::record(tx, Some(viewer), desk.site.id, Some(page.id), Verb::Returned, Some(&word)).await
}

/// Takes a page off line, with a reason; what was asked about it is answered.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Conflict`] when it is not on line.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, desk: &Desk, page: &SitePage, word: &str) -> Result<()> {
    let word = reason(word)?;
    let changed = tx
        .changed_rows(
            "update portal_page set state = 'withdrawn', public_version = null, word = $3 \
             where id = $1 and site_id = $2 and public_version is not null",
            args![page.id, desk.site.id, &word],
        )
        .await?;
    once(changed)?;
    hide_files(tx, page).await?;
    report::settle_page(tx, viewer, page).await?;
    step::record(tx, Some(viewer), desk.site.id, Some(page.id), Verb::Withdrawn, Some(&word)).await?;
    let detail = Some(desk.site.scope.as_str());
    audit::write(tx, Some(viewer.account), Action::PageWithdrawn, Some(page.id.to_string()), detail).await
}

/// Puts a page away, off line too.
///
/// # Errors
/// [`Error::Conflict`] when it is away already.
pub async fn archive(tx: &mut Tx, viewer: &Viewer, desk: &Desk, page: &SitePage) -> Result<()> {
    let changed = tx
        .changed_rows(
            "update portal_page set state = 'archived', public_version = null \
             where id = $1 and site_id = $2 and state <> 'archived'",
            args![page.id, desk.site.id],
        )
        .await?;
    once(changed)?;
    hide_files(tx, page).await?;
    step::record(tx, Some(viewer), desk.site.id, Some(page.id), Verb::Archived, None).await
}

/// Words that say something, of a bearable length.
pub(crate) fn reason(typed: &str) -> Result<String> {
    let word = one_line(typed);
    match word.chars().count() {
        0 => Err(Error::invalid("word", W.word_missing())),
        1..=LONGEST => Ok(word),
        _ => Err(Error::invalid("word", W.word_too_long())),
    }
}
