//! Opening the year for the schools of an académie that have not done it: what will happen to how many of them, then the act. What
//! each would get is worked out by a trial in the terminal only: of thousands of schools it takes minutes.

use super::academy::{self, Asked, academies};
use crate::{
    W,
    turn::{
        season,
        sweep::{self, Progress, progress::Stage},
    },
};
use askama::Template;
use db::{Error, Result, Tx};
use school::{Right, SchoolYear, Territory, viewer::or_not_found};
use web::{
    Answer, Query, SignedIn,
    component::{Button, Hidden},
};

#[derive(Template)]
#[template(path = "turn_sweep_opening.html")]
struct OpeningPage {
    title: String,
    name: String,
    effects: Vec<String>,
    academy: Hidden,
    send: Button,
    back: &'static str,
}

/// Where it is asked for an académie.
pub(super) fn address(academy: &str) -> String {
    format!("{}/ouverture?academie={academy}", academy::PATH)
}

/// `GET /annuaire/rentree/ouverture`
pub(crate) async fn ask(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    or_not_found(visit.viewer.may_over(Right::TurnYear))?;
    let mut tx = visit.read().await?;
    or_not_found(academies(&mut tx, &visit.viewer).await?.contains(&asked.academie))?;
    let page = page(&mut tx, &asked.academie).await?;
    drop(tx);
    visit.page(&page.title, &page)
}

async fn page(tx: &mut Tx, academy: &str) -> Result<OpeningPage> {
    let now = tx.now();
    let year = season::prepared(now.day()).filter(|year| season::may_open(now.day(), *year)).ok_or(Error::Forbidden)?;
    let progress = sweep::progress(tx, academy, year).await?;
    let runs = sweep::all(tx, academy, year).await?.iter().any(|it| it.is_under_way(now));
    let waiting = progress.waiting();
    if runs || waiting == 0 {
        return Err(Error::Conflict);
    }
    Ok(OpeningPage {
        title: W.sweep_opening_title(SchoolYear(year)),
        name: web::place_name(tx, &Territory::Academy(academy.to_owned())).await?,
        effects: effects(&progress),
        academy: Hidden::new("academie", academy),
        send: Button::primary(W.sweep(waiting)).icon("fait"),
        back: academy::PATH,
    })
}

fn effects(it: &Progress) -> Vec<String> {
    let opened = it.of(Stage::Opened) + it.of(Stage::Delivered);
    let counted = [
        (it.of(Stage::Prepared), W.sweep_effect_prepared(it.of(Stage::Prepared))),
        (it.of(Stage::Nothing), W.sweep_effect_nothing(it.of(Stage::Nothing))),
        (it.of(Stage::Planned), W.sweep_effect_planned(it.of(Stage::Planned))),
        (opened, W.sweep_effect_opened(opened)),
    ];
    let said = counted.into_iter().filter(|it| it.0 > 0).map(|it| it.1);
    said.chain([W.sweep_effect_ending().to_owned(), W.sweep_effect_nothing_lost().to_owned()]).collect()
}
