//! « Indicateurs »: how a place uses the ENT, for those who answer for it.

use super::{
    Asked,
    board_page::{BoardPage, Within},
};
use crate::{W, period::Period, scope};
use db::{Result, Tx};
use school::{Territory, Viewer};
use web::{Answer, Query, SignedIn, component::Tab, place_name};

/// `GET /indicateurs`
pub(crate) async fn show(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let (place, report) = asked.report(&mut tx, &viewer).await?;
    let name = place_name(&mut tx, &place).await?;
    let choice = own_places(&mut tx, &viewer, &place).await?;
    let within = match &report {
        Some(report) => within(&mut tx, &place, report.period).await?,
        None => Vec::new(),
    };
    drop(tx);
    let page = BoardPage::build(&name, choice, report.as_ref(), within);
    visit.set_wide();
    visit.page(W.indicators(), &page)
}

/// The places of somebody who answers for several.
async fn own_places(tx: &mut Tx, viewer: &Viewer, shown: &Territory) -> Result<Vec<Tab>> {
    let own = scope::own(viewer);
    let mut tabs = Vec::new();
    if own.len() > 1 {
        for place in own {
            let name = place_name(tx, &place).await?;
            tabs.push(Tab::new(name, format!("/indicateurs?lieu={place}"), place == *shown));
        }
    }
    Ok(tabs)
}

async fn within(tx: &mut Tx, place: &Territory, period: Period) -> Result<Vec<Within>> {
    let mut within = Vec::new();
    for scope::Inner { place, name } in scope::within(tx, place).await? {
        let name = match name {
            Some(name) => name,
            None => place_name(tx, &place).await?,
        };
        within.push(Within { name, href: super::address("/indicateurs", &place, period) });
    }
    Ok(within)
}
