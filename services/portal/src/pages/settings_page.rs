//! The settings of a site, drawn: what the director says of it, and whether everybody reads it.

use super::{desk, legal, settings_form::SettingsForm};
use crate::{W, site::Desk};
use askama::Template;
use db::{Problems, Result, Tx};
use web::component::{Button, ErrorSummary, Field, Notice, Tabs};

#[derive(Template)]
#[template(path = "settings.html")]
pub(super) struct SettingsPage {
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

impl SettingsPage {
    pub(super) async fn build(tx: &mut Tx, desk: &Desk, form: &SettingsForm, problems: &Problems) -> Result<Self> {
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
