//! « Signaler ce contenu »: anybody asks for something to be taken off line, without an account.

use super::{
    open::Around,
    take_down_page::{About, ReceivedPage, TakeDownPage},
};
use crate::{
    W,
    report::{self, ReportForm},
    site::PublicSite,
};
use axum::response::{IntoResponse, Redirect};
use db::{Error, Problems};
use serde::Deserialize;
use web::{Answer, Form, Paced, Passerby, Path, unlisted};

/// What was typed.
#[derive(Deserialize)]
pub(crate) struct TypedReport {
    reason: String,
    #[serde(default)]
    email: String,
}

/// `GET /sites/{slug}/signalement`
pub(crate) async fn ask_site(visit: Passerby, Path(slug): Path<String>) -> Answer {
    ask(visit, &slug, None).await
}

/// `POST /sites/{slug}/signalement`
pub(crate) async fn report_site(
    _: Paced,
    visit: Passerby,
    Path(slug): Path<String>,
    Form(form): Form<TypedReport>,
) -> Answer {
    send(visit, &slug, None, form).await
}

/// `GET /sites/{slug}/{page}/signalement`
pub(crate) async fn ask_page(visit: Passerby, Path((slug, page)): Path<(String, String)>) -> Answer {
    ask(visit, &slug, Some(&page)).await
}

/// `POST /sites/{slug}/{page}/signalement`
pub(crate) async fn report_page(
    _: Paced,
    visit: Passerby,
    Path((slug, page)): Path<(String, String)>,
    Form(form): Form<TypedReport>,
) -> Answer {
    send(visit, &slug, Some(&page), form).await
}

/// `GET /sites/{slug}/signalement-recu`
pub(crate) async fn received(visit: Passerby, Path(slug): Path<String>) -> Answer {
    let mut tx = visit.read().await?;
    let site = PublicSite::open(&mut tx, &slug).await?;
    let page = ReceivedPage { around: Around::of(&mut tx, &site, "signalement-recu").await? };
    drop(tx);
    let mut response = visit.page(W.report_received(), &page)?;
    unlisted(response.headers_mut());
    Ok(response)
}

async fn ask(visit: Passerby, slug: &str, page: Option<&str>) -> Answer {
    let mut tx = visit.read().await?;
    let about = About::load(&mut tx, slug, page).await?;
    let shown = TakeDownPage::build(&mut tx, &about, &ReportForm::default(), &Problems::default()).await?;
    drop(tx);
    let mut response = visit.page(W.report_content(), &shown)?;
    unlisted(response.headers_mut());
    Ok(response)
}

async fn send(visit: Passerby, slug: &str, page: Option<&str>, typed: TypedReport) -> Answer {
    let form = ReportForm { reason: typed.reason, email: typed.email };
    let mut tx = visit.write().await?;
    let about = About::load(&mut tx, slug, page).await?;
    match report::file(&mut tx, &about.site, about.page.as_ref(), &form).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(Redirect::to(&format!("{}/signalement-recu", about.site.address())).into_response())
        }
        Err(Error::Invalid(problems)) => {
            let shown = TakeDownPage::build(&mut tx, &about, &form, &problems).await?;
            drop(tx);
            visit.again(W.report_content(), &shown)
        }
        Err(error) => Err(error.into()),
    }
}
