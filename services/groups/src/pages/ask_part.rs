//! Asking another school: searched by name or commune, or named by its code.

use super::{challenges::uai, groups::Asked};
use crate::{
    W,
    group::Desk,
    part,
    school_search::{self, Found},
};
use db::{Problems, Result, Tx};
use school::{School, Viewer};
use web::component::{Button, Field};

/// What finds a school and asks it.
pub(super) struct AskPart {
    pub(super) search: Field,
    pub(super) find: Button,
    /// What is said of the search, when it does not answer by itself.
    pub(super) told: Option<&'static str>,
    pub(super) found: Vec<FoundLine>,
    pub(super) code: Field,
    pub(super) send: Button,
}

/// A school found, and what asks it.
pub(super) struct FoundLine {
    pub(super) name: String,
    pub(super) about: String,
    pub(super) ask: Button,
}

impl AskPart {
    /// For who asks other schools to join; nothing for others, whatever they look for.
    pub(super) async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        desk: &Desk,
        typed: &Asked,
        problems: &Problems,
    ) -> Result<Option<Self>> {
        if !part::asks(viewer, &desk.group) || !desk.group.is_of_year(tx.now().day()) {
            return Ok(None);
        }
        let looked_for = typed.school.trim();
        let (found, told) = match looked_for.is_empty() {
            true => (Vec::new(), None),
            false => answer(school_search::find(tx, viewer, desk, looked_for).await?),
        };
        Ok(Some(Self {
            search: Field::search("ecole", W.find_school()).value(&typed.school).hint(W.find_school_hint()),
            find: Button::secondary(W.find_school_send()).icon("chercher"),
            told,
            found: found.iter().map(FoundLine::new).collect(),
            code: uai(&typed.uai, problems).hint(W.ask_hint()),
            send: Button::secondary(W.ask_school()),
        }))
    }
}

fn answer(found: Found) -> (Vec<School>, Option<&'static str>) {
    match found {
        Found::Short => (Vec::new(), Some(W.found_short())),
        Found::Schools(schools, _) if schools.is_empty() => (schools, Some(W.found_none())),
        Found::Schools(schools, more) => (schools, more.then(|| W.found_more())),
    }
}

impl FoundLine {
    fn new(school: &School) -> Self {
        let about: Vec<&str> = school.town.as_deref().into_iter().chain([school.uai.as_str()]).collect();
        Self {
            name: school.name.clone(),
            about: about.join(" · "),
            ask: Button::secondary(W.ask_named(&school.name)).name_value("uai", school.uai.clone()),
        }
    }
}
