//! `/remplacements`: the schools whose classes the inspection opens, by list or by national code.

use crate::{W, reach};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::Problems;
use school::{Right, School, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{Button, ErrorSummary, Field},
    summary,
};

/// Where the page is.
pub(crate) const PATH: &str = "/remplacements";

#[derive(Template)]
#[template(path = "territory.html")]
struct TerritoryPage {
    summary: Option<ErrorSummary>,
    uai: Field,
    look: Button,
    schools: Vec<Line>,
}

/// A school of the circonscription.
struct Line {
    name: String,
    href: String,
    about: String,
}

/// Which school.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    uai: String,
}

/// `GET /remplacements`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::OpenClass))?;
    let mut tx = visit.read().await?;
    let asked = !wanted.uai.trim().is_empty();
    if asked && let Some(school) = reach::school_of_code(&mut tx, &visit.viewer, &wanted.uai).await? {
        return Ok(Redirect::to(&address(&school)).into_response());
    }
    let schools = reach::schools(&mut tx, &visit.viewer).await?;
    drop(tx);
    let problems = if asked { Problems::one("uai", W.uai_unknown()) } else { Problems::default() };
    let page = TerritoryPage {
        summary: summary(&problems),
        uai: Field::text("uai", W.uai())
            .value(&wanted.uai)
            .hint(W.uai_hint())
            .maxlength(8)
            .spellcheck_off()
            .error(problems.of("uai")),
        look: Button::primary(W.look()),
        schools: schools.iter().map(Line::of).collect(),
    };
    if asked { visit.again(W.replacements(), &page) } else { visit.page(W.replacements(), &page) }
}

fn address(school: &School) -> String {
    format!("/ecoles/{}/remplacements", school.id)
}

impl Line {
    fn of(school: &School) -> Self {
        let place: Vec<&str> = [school.town.as_deref(), Some(school.uai.as_str())].into_iter().flatten().collect();
        Self { name: school.name.clone(), href: address(school), about: place.join(" · ") }
    }
}
