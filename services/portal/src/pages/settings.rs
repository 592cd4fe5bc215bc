//! What the director says of a site, and whether everybody reads it.

use super::{settings_form::SettingsForm, settings_page::SettingsPage};
use crate::{
    W,
    site::{self, Desk, SiteId},
};
use db::Problems;
use web::{Answer, Form, Path, SignedIn};

/// `GET /mon-site/{site}/reglages`
pub(crate) async fn ask(mut visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load_to_direct(&mut tx, &visit.viewer, id).await?;
    let page = SettingsPage::build(&mut tx, &desk, &SettingsForm::of(&desk), &Problems::default()).await?;
    drop(tx);
    visit.page(W.settings(), &page)
}

/// `POST /mon-site/{site}/reglages`
pub(crate) async fn set(mut visit: SignedIn, Path(id): Path<SiteId>, Form(form): Form<SettingsForm>) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_direct(&mut tx, &visit.viewer, id).await?;
    match form.check() {
        Ok(settings) => {
            site::set(&mut tx, &visit.viewer, &desk.site, &settings).await?;
            tx.commit().await?;
            Ok(visit.done(&format!("{}/reglages", desk.site.desk()), W.settings_kept()))
        }
        Err(problems) => {
            let page = SettingsPage::build(&mut tx, &desk, &form, &problems).await?;
            drop(tx);
            visit.again(W.settings(), &page)
        }
    }
}

/// `POST /mon-site/{site}/ouverture`
pub(crate) async fn open(visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    set_open(visit, id, true).await
}

/// `POST /mon-site/{site}/fermeture`
pub(crate) async fn close(visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    set_open(visit, id, false).await
}

async fn set_open(mut visit: SignedIn, id: SiteId, open: bool) -> Answer {
    let mut tx = visit.write().await?;
    let desk = Desk::load_to_direct(&mut tx, &visit.viewer, id).await?;
    site::set_open(&mut tx, &visit.viewer, &desk.site, open).await?;
    tx.commit().await?;
    Ok(visit.done(&desk.site.desk(), if open { W.site_opened() } else { W.site_closed() }))
}
