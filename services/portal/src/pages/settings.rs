//! What the director says of a site, and whether everybody reads it.

use super::{desk, legal};
use crate::{
    W,
    site::{self, Desk, Settings, SiteId},
    wrong::one_line,
};
use askama::Template;
use db::{Problems, Result, Tx};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn,
    component::{Button, ErrorSummary, Field, Notice, Tabs},
};

/// The longest title, in characters.
const LONGEST_TITLE: usize = 80;
/// The longest of the other texts, in characters.
const LONGEST: usize = 4000;

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    tabs: Tabs,
    summary: Option<ErrorSummary>,
    notices: Vec<Notice>,
    address: String,
    fields: Vec<Field>,
    keep: Button,
    open: OpenForm,
}

struct OpenForm {
    explained: String,
    address: String,
    button: Button,
}

/// The settings as they were typed.
#[derive(Deserialize)]
pub(crate) struct SettingsForm {
    title: String,
    presentation: String,
    contact: String,
    legal: String,
}

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

impl SettingsForm {
    fn of(desk: &Desk) -> Self {
        let site = desk.site.clone();
        Self { title: site.title, presentation: site.presentation, contact: site.contact, legal: site.legal }
    }

    fn check(&self) -> std::result::Result<Settings, Problems> {
        let mut problems = Problems::default();
        let title = one_line(&self.title);
        problems.require(!title.is_empty(), "title", W.title_missing());
        problems.require(title.chars().count() <= LONGEST_TITLE, "title", W.site_title_too_long());
        for (name, text) in [("presentation", &self.presentation), ("contact", &self.contact), ("legal", &self.legal)] {
            problems.require(text.chars().count() <= LONGEST, name, W.text_too_long());
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let kept = |text: &str| text.trim().to_owned();
        Ok(Settings {
            title,
            presentation: kept(&self.presentation),
            contact: kept(&self.contact),
            legal: kept(&self.legal),
        })
    }

    fn fields(&self, problems: &Problems) -> Vec<Field> {
        let area = |name: &'static str, label: &str, hint: &str, text: &str| {
            let field = Field::area(name, label, 4).hint(hint).optional(W.optional());
            field.value(text).error(problems.of(name))
        };
        vec![
            Field::text("title", W.site_title()).required().value(&self.title).error(problems.of("title")),
            area("presentation", W.presentation(), W.presentation_hint(), &self.presentation),
            area("contact", W.contact(), W.contact_hint(), &self.contact),
            area("legal", W.legal_extras(), W.legal_extras_hint(), &self.legal),
        ]
    }
}

impl SettingsPage {
    async fn build(tx: &mut Tx, desk: &Desk, form: &SettingsForm, problems: &Problems) -> Result<Self> {
        let (_, academy) = legal::editor(tx, &desk.site.territory()?).await?;
        let identity = legal::identity(tx, academy).await?;
        let mut notices = Vec::new();
        if identity.host.trim().is_empty() {
            notices.push(Notice::attention(W.host_to_be_written()));
        }
        let base = desk.site.desk();
        let open = match desk.site.opened_at {
            None => OpenForm {
                explained: W.open_explained(desk.site.address()),
                address: format!("{base}/ouverture"),
                button: Button::secondary(W.open_site()).icon("globe"),
            },
            Some(_) => OpenForm {
                explained: W.close_explained(desk.site.address()),
                address: format!("{base}/fermeture"),
                button: Button::danger(W.close_site()).icon("retire"),
            },
        };
        Ok(Self {
            tabs: desk::tabs(desk, "/reglages"),
            summary: web::summary(problems),
            notices,
            address: format!("{base}/reglages"),
            fields: form.fields(problems),
            keep: Button::primary(W.keep_settings()),
            open,
        })
    }
}
