//! The sites somebody works at: those there are, and those there could be.

use crate::site::{PublicSite, belongs, may, select_site};
use db::{Result, Tx, args};
use school::{CircleKind, Profile, Right, Territory, Viewer};

/// A school or a commune somebody writes for.
#[derive(Debug, Clone)]
pub struct Spot {
    /// Whose site it is, as a territory is printed.
    pub scope: String,
    /// What it is called.
    pub label: String,
    /// Whether the viewer is its director of publication.
    pub directs: bool,
    /// The site, once it was made.
    pub site: Option<PublicSite>,
}

/// Whether somebody could have a site to work at: spares a question to everybody else.
pub fn may_have(viewer: &Viewer) -> bool {
    viewer.profile() >= Profile::Staff
}

/// The schools and communes somebody writes for, and the sites somebody was given to publish.
///
/// # Errors
/// A fault of the database.
pub async fn spots(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Spot>> {
    let mut spots = Vec::new();
    for (territory, label) in places(tx, viewer).await? {
        let scope = territory.to_string();
        let directs = may(viewer, Right::PublishPages, &scope);
        let site = PublicSite::of_scope(tx, &scope).await?;
        spots.push(Spot { scope, label, directs, site });
    }
    for site in delegated(tx, viewer).await? {
        if spots.iter().all(|spot| spot.scope != site.scope) {
            spots.push(Spot { scope: site.scope.clone(), label: site.title.clone(), directs: false, site: Some(site) });
        }
    }
    Ok(spots)
}

async fn places(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<(Territory, String)>> {
    let mut places: Vec<(Territory, String)> = Vec::new();
    for seat in viewer.seats_in(CircleKind::Staff) {
        let school = Territory::School(seat.school);
        if viewer.may_at(Right::ProposePages, seat.school) && places.iter().all(|known| known.0 != school) {
            places.push((school, seat.school_name.clone()));
        }
    }
    for town in viewer.territories(Right::ProposePages) {
        if matches!(town, Territory::Town(..)) && places.iter().all(|known| known.0 != town) {
            let label = web::place_name(tx, &town).await?;
            places.push((town, label));
        }
    }
    Ok(places)
}

/// The sites somebody was given to publish, today.
async fn delegated(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<PublicSite>> {
    let today = tx.now().day().to_string();
    let mut sites: Vec<PublicSite> = tx
        .all(
            select_site!(
                "where s.id in (select d.site_id from portal_delegation d where d.account_id = $1 \
             and d.ended_at is null and d.since_on <= $2 and d.until_on >= $2) order by s.title, s.id"
            ),
            args![viewer.account, today],
        )
        .await?;
    sites.retain(|site| belongs(viewer, &site.scope));
    Ok(sites)
}

/// A site somebody puts pages on line in.
#[derive(Debug, Clone)]
pub struct Published {
    /// The site.
    pub site: PublicSite,
    /// Whether it is as the head of its school.
    pub as_head: bool,
}

/// The sites somebody puts pages on line in.
///
/// # Errors
/// A fault of the database.
pub async fn published_by(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Published>> {
    if !may_have(viewer) {
        return Ok(Vec::new());
    }
    let headed = viewer.headed().into_iter().map(|seat| Territory::School(seat.school));
    let towns = viewer.territories(Right::PublishPages).filter(|it| matches!(it, Territory::Town(..)));
    let scopes: Vec<String> = headed.chain(towns).map(|territory| format!("\"{territory}\"")).collect();
    let mut published = Vec::new();
    if !scopes.is_empty() {
        let list = format!("[{}]", scopes.join(","));
        let sites: Vec<PublicSite> = tx
            .all(select_site!("where s.scope in (select value from json_each($1)) order by s.title, s.id"), args![list])
            .await?;
        published.extend(sites.into_iter().map(|site| Published { as_head: site.is_of_school(), site }));
    }
    for site in delegated(tx, viewer).await? {
        if published.iter().all(|known: &Published| known.site.id != site.id) {
            published.push(Published { site, as_head: false });
        }
    }
    Ok(published)
}
