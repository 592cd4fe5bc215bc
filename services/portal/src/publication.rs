//! From a draft to everybody: a page is put on line by the director, as it was read over.

use crate::{
    W,
    director::{self, Director},
    page::SitePage,
    site::Desk,
    step::{self, Verb},
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::Viewer;

pub(crate) use crate::decision::reason;
pub use crate::decision::{LONGEST, archive, give_back, propose, withdraw};

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
        .changed_rows(
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
    tx.change(
        "insert into portal_version (page_id, version, kind, title, blocks, starts_on, starts_at, ends_on, place, \
         proposed_by, proposed_name, published_at, published_by, published_name, responsible, quality) \
         select p.id, $3, p.kind, p.title, p.blocks, p.starts_on, p.starts_at, p.ends_on, p.place, p.proposed_by, \
         p.proposed_name, $4, $5, $6, $7, $8 from portal_page p where p.id = $1 and p.site_id = $2",
        args![page.id, desk.site.id, version, now, viewer.account, own, responsible, quality],
    )
    .await
}

/// What the page shows becomes everybody's, what it showed before does not stay so.
async fn show_files(tx: &mut Tx, page: &SitePage) -> Result<()> {
    hide_files(tx, page).await?;
    for file in page.blocks.files() {
        tx.change(
            "insert into portal_shown (page_id, file_id, site_id) values ($1, $2, $3)",
            args![page.id, file, page.site_id],
        )
        .await?;
    }
    Ok(())
}

pub(crate) async fn hide_files(tx: &mut Tx, page: &SitePage) -> Result<()> {
    tx.change("delete from portal_shown where page_id = $1", args![page.id]).await
}

pub(crate) fn once(changed: u64) -> Result<()> {
    if changed == 1 { Ok(()) } else { Err(Error::Conflict) }
}
