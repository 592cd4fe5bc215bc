//! Flashes over every page: read again by the request whose turn it is, drawn as banners. What the foot of every page says of
//! accessibility is read with them.

use crate::{Site, component::Banner};
use commons::flash::{Flash, Turn};
use db::{Result, Tx, Uuid};
use school::Viewer;

/// Reads the flashes of all services again. A page never fails for it.
pub(crate) async fn read_again(tx: &mut Tx, site: &Site, turn: Turn) {
    match read(tx, site).await {
        Ok(flashes) => site.house.flashes.keep(turn, flashes),
        Err(error) => {
            tracing::warn!(%error, "flashes were not read");
            site.house.flashes.give_back(turn);
        }
    }
}

async fn read(tx: &mut Tx, site: &Site) -> Result<Vec<Flash>> {
    let mut flashes = Vec::new();
    for service in site.services {
        flashes.extend((service.flashes)(tx).await?);
        if let Some(state) = (service.conformity)(tx).await? {
            site.house.conformity.set(state);
        }
    }
    Ok(flashes)
}

/// What is said over a page of a viewer, but for what this browser closed. `back` is the page to come back to.
pub(crate) fn banners(site: &Site, viewer: &Viewer, closed: &[Uuid], back: &str) -> Vec<Banner> {
    let said = site.house.flashes.said_to(viewer, site.house.db.now());
    let open = said.into_iter().filter(|flash| !closed.contains(&flash.id.0));
    open.map(|flash| Banner::new(flash.title, flash.text, flash.href, flash.close).back(back)).collect()
}
