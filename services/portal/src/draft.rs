//! Writing a page, and changing it: what everybody reads does not move meanwhile.

use crate::{
    page::{PageId, SitePage, State},
    page_form::Content,
    site::{Desk, SiteId},
    slug, step,
    step::Verb,
};
use db::{Day, Result, Tx, args};
use school::Viewer;

/// Begins a page. For those who loaded the desk.
///
/// # Errors
/// A fault of the database.
pub async fn create(tx: &mut Tx, viewer: &Viewer, desk: &Desk, content: &Content) -> Result<PageId> {
    let (id, now): (PageId, _) = (tx.id(), tx.now());
    let slug = free_slug(tx, desk.site.id, &content.title).await?;
    let (starts_on, starts_at, ends_on) = days(content);
    tx.change(
        "insert into portal_page (id, site_id, slug, kind, title, blocks, starts_on, starts_at, ends_on, place, state, \
         edition, versions, created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1, 0, $12, $12)",
        args![
            id,
            desk.site.id,
            slug,
            content.kind,
            &content.title,
            content.blocks.to_json()?,
            starts_on,
            starts_at,
            ends_on,
            &content.place,
            State::Draft,
            now
        ],
    )
    .await?;
    step::record(tx, Some(viewer), desk.site.id, Some(id), Verb::Begun, None).await?;
    Ok(id)
}

/// Changes a page filled in from an edition; false when it changed meanwhile. What waits for the director goes on waiting;
/// anything else is a draft again.
///
/// # Errors
/// A fault of the database.
pub async fn edit(tx: &mut Tx, viewer: &Viewer, page: &SitePage, edition: &str, content: &Content) -> Result<bool> {
    let now = tx.now();
    let (starts_on, starts_at, ends_on) = days(content);
    let state = if page.state == State::Proposed { State::Proposed } else { State::Draft };
    let changed = tx
        .changed_rows(
            "update portal_page set kind = $4, title = $5, blocks = $6, starts_on = $7, starts_at = $8, ends_on = $9, \
             place = $10, state = $11, edition = edition + 1, changed_at = $12 \
             where id = $1 and site_id = $2 and edition = $3 and state = $13",
            args![
                page.id,
                page.site_id,
                edition.parse::<i64>().unwrap_or_default(),
                content.kind,
                &content.title,
                content.blocks.to_json()?,
                starts_on,
                starts_at,
                ends_on,
                &content.place,
                state,
                now,
                page.state
            ],
        )
        .await?;
    if changed == 1 {
        step::record(tx, Some(viewer), page.site_id, Some(page.id), Verb::Changed, None).await?;
    }
    Ok(changed == 1)
}

fn days(content: &Content) -> (Option<Day>, Option<String>, Option<Day>) {
    match &content.occasion {
        None => (None, None, None),
        Some(it) => (Some(it.starts_on.clone()), it.starts_at.clone(), it.ends_on.clone()),
    }
}

/// A short name no page of the site has.
async fn free_slug(tx: &mut Tx, site: SiteId, title: &str) -> Result<String> {
    let wished = slug::of_page(title);
    let taken: Vec<String> = tx.column("select slug from portal_page where site_id = $1", args![site]).await?;
    let (mut slug, mut number) = (wished.clone(), 1);
    while taken.contains(&slug) {
        number += 1;
        slug = format!("{wished}-{number}");
    }
    Ok(slug)
}
