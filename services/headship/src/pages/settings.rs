//! `/ecoles/{school}/reglages`: everything a head sets for the school, in one list.

use crate::{W, contact};
use askama::Template;
use school::{Right, School, SchoolId, viewer::or_not_found};
use web::{Answer, Path, SignedIn};

#[derive(Template)]
#[template(path = "settings.html")]
struct SettingsPage {
    school: String,
    back: String,
    rows: Vec<Row>,
    facts: Vec<(&'static str, String)>,
}

/// A page where something is set, and what it is for.
struct Row {
    label: &'static str,
    href: String,
    about: &'static str,
}

/// `GET /ecoles/{school}/reglages`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    or_not_found(visit.viewer.may_at(Right::RunSchool, id))?;
    let mut tx = visit.read().await?;
    let school = School::load(&mut tx, id).await?;
    let facts = contact::of(&mut tx, id).await?;
    drop(tx);
    let back = format!("/ecoles/{id}");
    visit.page(W.settings(), &SettingsPage { school: school.name, rows: rows(&back), back, facts })
}

fn rows(school: &str) -> Vec<Row> {
    let row = |label, end: &str, about| Row { label, href: format!("{school}{end}"), about };
    vec![
        row(W.services(), "/services", W.services_about()),
        row(W.hours(), "/heures", W.hours_about()),
        row(W.communication(), "/communication", W.communication_about()),
        row(W.team(), "", W.team_about()),
        row(W.delegations(), "/delegations", W.delegations_about()),
        row(W.replacements(), "/remplacements", W.replacements_about()),
    ]
}
