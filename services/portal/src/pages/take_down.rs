//! « Signaler ce contenu »: anybody asks for something to be taken off line, without an account.

use super::open::Around;
use crate::{
    W,
    public::{self, Shown},
    report::{self, LONGEST, ReportForm},
    site::PublicSite,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::{Error, Problems, Result, Tx};
use serde::Deserialize;
use web::{
    Answer, Form, Paced, Passerby, Path,
    component::{Button, ErrorSummary, Field},
    unlisted,
};

#[derive(Template)]
#[template(path = "take_down.html")]
struct TakeDownPage {
    around: Around,
    title: String,
    summary: Option<ErrorSummary>,
    address: String,
    reason: Field,
    email: Field,
    send: Button,
    back: String,
}

#[derive(Template)]
#[template(path = "received.html")]
struct ReceivedPage {
    around: Around,
}

/// What was typed.
#[derive(Deserialize)]
pub(crate) struct TypedReport {
    reason: String,
    #[serde(default)]
    email: String,
}

/// What somebody asks about: a page on line, or the site.
struct About {
    site: PublicSite,
    page: Option<Shown>,
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

impl About {
    async fn load(tx: &mut Tx, slug: &str, page: Option<&str>) -> Result<Self> {
        let site = PublicSite::open(tx, slug).await?;
        let page = match page {
            Some(page) => Some(public::page(tx, &site, page).await?),
            None => None,
        };
        Ok(Self { site, page })
    }

    fn address(&self) -> String {
        match &self.page {
            Some(page) => format!("{}/{}", self.site.address(), page.slug),
            None => self.site.address(),
        }
    }
}

impl TakeDownPage {
    async fn build(tx: &mut Tx, about: &About, form: &ReportForm, problems: &Problems) -> Result<Self> {
        let reason = Field::area("reason", W.report_reason(), 5).maxlength(LONGEST).required();
        let email = Field::email("email", W.report_email()).hint(W.report_email_hint()).optional(W.optional());
        Ok(Self {
            around: Around::of(tx, &about.site, "signalement").await?,
            title: about.page.as_ref().map_or_else(|| about.site.title.clone(), |page| page.title.clone()),
            summary: web::summary(problems),
            address: format!("{}/signalement", about.address()),
            reason: reason.value(&form.reason).error(problems.of("reason")),
            email: email.autocomplete("email").value(&form.email).error(problems.of("email")),
            send: Button::primary(W.report_send()).icon("signaler"),
            back: about.address(),
        })
    }
}
