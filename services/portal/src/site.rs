//! A public site: that of a school or of a commune, and who does what with it.

use crate::{W, delegation, slug::slug, step, step::Verb};
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use school::{CircleKind, Right, School, Territory, Viewer, viewer::or_not_found};

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

/// What somebody may do with a site.
#[derive(Debug, Clone, Copy)]
pub struct Access {
    /// Puts pages on line: a director, or who was given the right for some days.
    pub publishes: bool,
    /// Is the director of publication.
    pub directs: bool,
}

/// A site, seen by somebody who works at it.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The site.
    pub site: PublicSite,
    /// What the viewer may do.
    pub access: Access,
}

impl Desk {
    /// A site the viewer writes for.
    ///
    /// # Errors
    /// [`Error::NotFound`] for whoever does not.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, id: SiteId) -> Result<Self> {
        let site: PublicSite = tx.one(select_site!("where s.id = $1"), args![id]).await?;
        let directs = may(viewer, Right::PublishPages, &site.scope);
        let publishes =
            directs || (belongs(viewer, &site.scope) && delegation::holds(tx, site.id, viewer.account).await?);
        or_not_found(publishes || may(viewer, Right::ProposePages, &site.scope))?;
        Ok(Self { site, access: Access { publishes, directs } })
    }

    /// The same, for those who put pages on line.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn load_to_publish(tx: &mut Tx, viewer: &Viewer, id: SiteId) -> Result<Self> {
        let desk = Self::load(tx, viewer, id).await?;
        if desk.access.publishes { Ok(desk) } else { Err(Error::Forbidden) }
    }

    /// The same, for the director of publication.
    ///
    /// # Errors
    /// [`Error::NotFound`], [`Error::Forbidden`].
    pub async fn load_to_direct(tx: &mut Tx, viewer: &Viewer, id: SiteId) -> Result<Self> {
        let desk = Self::load(tx, viewer, id).await?;
        if desk.access.directs { Ok(desk) } else { Err(Error::Forbidden) }
    }
}

/// Whether a role of the viewer carries a right over a school or a commune. Nobody acts from above: an académie asks.
pub fn may(viewer: &Viewer, right: Right, scope: &str) -> bool {
    match Territory::of(scope) {
        Some(Territory::School(school)) => viewer.may_at(right, school),
        Some(town @ Territory::Town(..)) => viewer.territories(right).any(|territory| territory == town),
        _ => false,
    }
}

/// Whether the viewer is of a school or of a commune today: whoever left it publishes nothing there any more, whatever was
/// delegated.
pub fn belongs(viewer: &Viewer, scope: &str) -> bool {
    match Territory::of(scope) {
        Some(Territory::School(school)) => {
            viewer.seats.iter().any(|seat| seat.school == school && seat.kind == CircleKind::Staff)
        }
        _ => viewer.grants.iter().any(|grant| grant.scope == scope),
    }
}

/// Makes the site of a school or of a commune; closed until its director opens it.
///
/// # Errors
/// [`Error::NotFound`] for whoever is not its director of publication; [`Error::Conflict`] when it is there already.
pub async fn create(tx: &mut Tx, viewer: &Viewer, scope: &str) -> Result<SiteId> {
    or_not_found(may(viewer, Right::PublishPages, scope))?;
    let territory = Territory::of(scope).ok_or(Error::NotFound)?;
    let (title, slug) = named(tx, &territory).await?;
    let (id, now): (SiteId, _) = (tx.id(), tx.now());
    tx.run(
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
    tx.run(
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
            tx.run("update portal_site set opened_at = $2 where id = $1 and opened_at is null", args![site.id, now])
                .await?
        }
        false => {
            tx.run("update portal_site set opened_at = null where id = $1 and opened_at is not null", args![site.id])
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
