//! The schools of an académie that stand at one place before the rentrée.

use super::academy::{self, academies, named};
use crate::{
    W,
    turn::{
        self,
        sweep::{
            self,
            progress::{PAGE, Stage, Standing},
        },
    },
};
use askama::Template;
use db::{Error, Result, Tx};
use school::{Right, SchoolYear, Territory, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{Notice, Pager},
};

#[derive(Template)]
#[template(path = "turn_schools.html")]
struct SchoolsPage {
    title: String,
    about: String,
    none: Option<Notice>,
    schools: Vec<(String, String)>,
    pager: Pager,
    back: &'static str,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    academie: String,
    #[serde(default)]
    etat: String,
    page: Option<u32>,
}

/// Where the schools of an académie that stand at one place are listed.
pub(super) fn address(academy: &str, stage: Stage) -> String {
    format!("{}/ecoles?academie={academy}&etat={}", academy::PATH, stage.as_str())
}

/// `GET /annuaire/rentree/ecoles`
pub(crate) async fn show(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::TurnYear))?;
    let mut tx = visit.read().await?;
    or_not_found(academies(&mut tx, &visit.viewer).await?.contains(&asked.academie))?;
    let stage = Stage::try_from(asked.etat).map_err(|_text| Error::NotFound)?;
    let page = page(&mut tx, &asked.academie, stage, i64::from(asked.page.unwrap_or(1).max(1))).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

async fn page(tx: &mut Tx, academy: &str, stage: Stage, page: i64) -> Result<SchoolsPage> {
    let year = academy::year_of(tx.now());
    let count = sweep::progress(tx, academy, year).await?.of(stage);
    let schools = sweep::progress::schools(tx, academy, year, stage, page).await?;
    let name = web::place_name(tx, &Territory::Academy(academy.to_owned())).await?;
    let number = |it: i64| u64::try_from(it).unwrap_or(1);
    let pages = number((count + PAGE - 1) / PAGE);
    Ok(SchoolsPage {
        title: W.academy_title(SchoolYear(year)),
        about: W.schools_at_stage(count, name, academy::label(stage)),
        none: schools.is_empty().then(|| Notice::info(W.no_school_there())),
        schools: schools.iter().map(line).collect(),
        pager: Pager::new(address(academy, stage), number(page), pages, W.pages_of_schools())
            .steps(W.page_before(), W.page_after()),
        back: academy::PATH,
    })
}

fn line(it: &Standing) -> (String, String) {
    (named(&it.name, it.town.as_deref()), turn::path(it.id))
}
