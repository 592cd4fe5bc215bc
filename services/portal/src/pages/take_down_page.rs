//! What is asked of whoever wants a content to be taken off line.

use super::open::Around;
use crate::{
    W,
    public::{self, Shown},
    report::{LONGEST, ReportForm},
    site::PublicSite,
};
use askama::Template;
use db::{Problems, Result, Tx};
use web::component::{Button, ErrorSummary, Field};

#[derive(Template)]
#[template(path = "take_down.html")]
pub(super) struct TakeDownPage {
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
pub(super) struct ReceivedPage {
    pub(super) around: Around,
}

/// What somebody asks about: a page on line, or the site.
pub(super) struct About {
    pub(super) site: PublicSite,
    pub(super) page: Option<Shown>,
}

impl About {
    pub(super) async fn load(tx: &mut Tx, slug: &str, page: Option<&str>) -> Result<Self> {
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
    pub(super) async fn build(tx: &mut Tx, about: &About, form: &ReportForm, problems: &Problems) -> Result<Self> {
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
