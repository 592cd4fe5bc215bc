//! What the director says of a site, as it was typed.

use crate::{
    W,
    site::{Desk, Settings},
    wrong::one_line,
};
use db::Problems;
use serde::Deserialize;
use web::component::Field;

/// The longest title, in characters.
const LONGEST_TITLE: usize = 80;
/// The longest of the other texts, in characters.
const LONGEST: usize = 4000;

/// The settings as they were typed.
#[derive(Deserialize)]
pub(crate) struct SettingsForm {
    title: String,
    presentation: String,
    contact: String,
    legal: String,
}

impl SettingsForm {
    pub(super) fn of(desk: &Desk) -> Self {
        let site = desk.site.clone();
        Self { title: site.title, presentation: site.presentation, contact: site.contact, legal: site.legal }
    }

    pub(super) fn check(&self) -> std::result::Result<Settings, Problems> {
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

    pub(super) fn fields(&self, problems: &Problems) -> Vec<Field> {
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
