//! From a draft to everybody: proposed, given back, put on line by the director, taken off line with a reason.

use crate::{
    W,
    director::{self, Director},
    page::{PageId, SitePage},
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
        .run(
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
        .run(
            "update portal_page set state = 'draft', word = $3 where id = $1 and site_id = $2 and state = 'proposed'",
            args![page.id, desk.site.id, &word],
        )
        .await?;
    once(changed)?;
    step::record(tx, Some(viewer), desk.site.id, Some(page.id), Verb::Returned, Some(&word)).await
}

/// Puts a page on line, as it was read over: in the edition the director had under the eyes.
///
/// # Errors
/// [`Error::Invalid`] when the pictures were not vouched for; [`Error::Conflict`] when it changed meanwhile.
pub async fn publish(tx: &mut Tx, viewer: &Viewer, desk: &Desk, page: &SitePage, said: &Said) -> Result<()> {
    if page.blocks.has_picture() && !said.authorised {
        return Err(Error::invalid(AUTHORISED, W.authorised_missing()));
    }
    let (version, now) = (page.versions + 1, tx.now());
    let changed = tx
        .run(
            "update portal_page set state = 'published', versions = $4, public_version = $4, word = null, \
             published_at = $5 where id = $1 and site_id = $2 and edition = $3 and versions + 1 = $4 \
             and state in ('draft', 'withdrawn', 'proposed')",
            args![page.id, desk.site.id, said.edition, version, now],
        )
        .await?;
    once(changed)?;
    freeze(tx, viewer, desk, page, version).await?;
    show_files(tx, page).await?;
    step::record(tx, Some(viewer), desk.site.id, Some(page.id), Verb::Published, None).await?;
    let detail = format!("{} {version}", desk.site.scope);
    audit::write(tx, Some(viewer.account), Action::PagePublished, Some(page.id.to_string()), Some(&detail)).await
}

/// What the director says with the button.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    /// The edition read over.
    pub edition: i64,
    /// That every pupil to be recognised on a picture has the authorisation for it.
    pub authorised: bool,
}

/// The box about pictures.
pub const AUTHORISED: &str = "autorisations";

async fn freeze(tx: &mut Tx, viewer: &Viewer, desk: &Desk, page: &SitePage, version: i64) -> Result<()> {
    let now = tx.now();
    let Director { name, quality } = director::of(tx, &desk.site).await?;
    // A director signs; whoever was given the right publishes under the director's responsibility.
    let own = viewer.name();
    let responsible = if desk.access.directs && !own.is_empty() { own.clone() } else { name };
    tx.run(
        "insert into portal_version (page_id, version, kind, title, blocks, starts_on, starts_at, ends_on, place, \
         proposed_by, proposed_name, published_at, published_by, published_name, responsible, quality) \
         select p.id, $3, p.kind, p.title, p.blocks, p.starts_on, p.starts_at, p.ends_on, p.place, p.proposed_by, \
         p.proposed_name, $4, $5, $6, $7, $8 from portal_page p where p.id = $1 and p.site_id = $2",
        args![page.id, desk.site.id, version, now, viewer.account, own, responsible, quality],
    )
    .await
    .map(drop)
}

/// What the page shows becomes everybody's, what it showed before does not stay so.
async fn show_files(tx: &mut Tx, page: &SitePage) -> Result<()> {
    hide_files(tx, page).await?;
    for file in page.blocks.files() {
        tx.run(
            "insert into portal_shown (page_id, file_id, site_id) values ($1, $2, $3)",
            args![page.id, file, page.site_id],
        )
        .await?;
    }
    Ok(())
}

async fn hide_files(tx: &mut Tx, page: &SitePage) -> Result<()> {
    tx.run("delete from portal_shown where page_id = $1", args![page.id]).await.map(drop)
}

/// Takes a page off line, with a reason; what was asked about it is answered.
///
/// # Errors
/// [`Error::Invalid`] without a reason; [`Error::Conflict`] when it is not on line.
pub async fn withdraw(tx: &mut Tx, viewer: &Viewer, desk: &Desk, page: &SitePage, word: &str) -> Result<()> {
    let word = reason(word)?;
    let changed = tx
        .run(
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
        .run(
            "update portal_page set state = 'archived', public_version = null \
             where id = $1 and site_id = $2 and state <> 'archived'",
            args![page.id, desk.site.id],
        )
        .await?;
    once(changed)?;
    hide_files(tx, page).await?;
    step::record(tx, Some(viewer), desk.site.id, Some(page.id), Verb::Archived, None).await
}

fn once(changed: u64) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
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
