//! Making a site, saying what it is, opening and closing it.

use crate::{
    W,
    site::{PublicSite, SiteId},
    site_access::may,
    slug::slug,
    step::{self, Verb},
};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::{Right, School, Territory, Viewer, viewer::or_not_found};

/// Makes the site of a school or of a commune; closed until its director opens it.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not its director of publication; [`Error::Conflict`] when it is there already.
pub async fn create(tx: &mut Tx, viewer: &Viewer, scope: &str) -> Result<SiteId> {
    or_not_found(may(viewer, Right::PublishPages, scope))?;
    let territory = Territory::of(scope).ok_or(Error::NotFound)?;
    let (title, slug) = named(tx, &territory).await?;
    let (id, now): (SiteId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into portal_site (id, scope, slug, title, presentation, contact, legal, created_at, changed_at) \
         values ($1, $2, $3, $4, '', '', '', $5, $5)",
        args![id, territory.to_string(), slug, title, now],
    )
    .await?;
    step::record(tx, Some(viewer), id, None, Verb::Made, None).await?;
    Ok(id)
}

/// The title and the short name a site begins with.
async fn named(tx: &mut Tx, territory: &Territory) -> Result<(String, String)> {
    match territory {
        Territory::School(id) => {
            let school = School::load(tx, *id).await?;
            let slug = slug(&format!("{} {}", school.uai, school.name));
            Ok((school_title(&school.name), slug))
        }
        Territory::Town(department, key) => {
            let slug = format!("{}-{key}", department.to_lowercase());
            Ok((web::place_name(tx, territory).await?, slug))
        }
        _ => Err(Error::NotFound),
    }
}

/// « École Les Tilleuls »: directories write that word before some names, and not before others.
pub(crate) fn school_title(name: &str) -> String {
    if db::fold(name).starts_with("ecole") { name.to_owned() } else { W.school_title(name) }
}

/// What the director says of a site.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Its title.
    pub title: String,
    /// What it is.
    pub presentation: String,
    /// Where to write, call, come.
    pub contact: String,
    /// What its legal notice says besides.
    pub legal: String,
}

/// Keeps what the director says of a site.
///
/// # Errors
/// A fault of the database.
pub async fn set(tx: &mut Tx, viewer: &Viewer, site: &PublicSite, settings: &Settings) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update portal_site set title = $2, presentation = $3, contact = $4, legal = $5, changed_at = $6 where id = $1",
        args![site.id, &settings.title, &settings.presentation, &settings.contact, &settings.legal, now],
    )
    .await?;
    step::record(tx, Some(viewer), site.id, None, Verb::Settled, None).await
}

/// Opens a site to everybody, or closes it.
///
/// # Errors
/// [`Error::Conflict`] when it is so already.
pub async fn set_open(tx: &mut Tx, viewer: &Viewer, site: &PublicSite, open: bool) -> Result<()> {
    let now = tx.now();
    let changed = match open {
        true => {
            tx.changed_rows(
                "update portal_site set opened_at = $2 where id = $1 and opened_at is null",
                args![site.id, now],
            )
            .await?
        }
        false => {
            tx.changed_rows(
                "update portal_site set opened_at = null where id = $1 and opened_at is not null",
                args![site.id],
            )
            .await?
        }
    };
    if changed == 0 {
        return Err(Error::Conflict);
    }
    let (verb, action) = if open { (Verb::Opened, Action::SiteOpened) } else { (Verb::Closed, Action::SiteClosed) };
    step::record(tx, Some(viewer), site.id, None, verb, None).await?;
    audit::write(tx, Some(viewer.account), action, Some(site.scope.clone()), None).await
}
