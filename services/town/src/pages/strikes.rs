//! The days of strike of a commune, for those who run it.

use super::{Wanted, carried, sides};
use crate::{
    W,
    charge::Office,
    fields::Fields,
    strike::{self, StrikeState},
    strike_change,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::{Error, Problems, Result, Tx};
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, EmptyState, ErrorSummary, Field, Hidden, Status, StatusKind, Tabs},
    dates,
};

/// Where the list is.
pub(super) const PATH: &str = "/ma-commune/greves";

#[derive(Template)]
#[template(path = "strikes.html")]
struct StrikesPage {
    place: String,
    tabs: Option<Tabs>,
    sides: Tabs,
    summary: Option<ErrorSummary>,
    lines: Vec<(String, String, Status)>,
    empty: Option<EmptyState>,
    carried: Hidden,
    day: Field,
    begin: Button,
}

/// `GET /ma-commune/greves`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, wanted.commune.as_deref()).await?;
    let page = StrikesPage::build(&mut tx, &office, "", &Problems::default()).await?;
    drop(tx);
    visit.page(W.strikes(), &page)
}

/// `POST /ma-commune/greves`
pub(crate) async fn begin(mut visit: SignedIn, Form(fields): Form<Fields>) -> Answer {
    let mut tx = visit.write().await?;
    let office = Office::open(&mut tx, &visit.viewer, Some(fields.text("commune"))).await?;
    match strike_change::begin(&mut tx, &office.charge, fields.text("day")).await {
        Ok(id) => {
            tx.commit().await?;
            Ok(Redirect::to(&format!("{PATH}/{id}")).into_response())
        }
        Err(Error::Invalid(problems)) => {
            let page = StrikesPage::build(&mut tx, &office, fields.text("day"), &problems).await?;
            drop(tx);
            visit.again(W.strikes(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

impl StrikesPage {
    async fn build(tx: &mut Tx, office: &Office, day: &str, problems: &Problems) -> Result<Self> {
        let charge = &office.charge;
        let strikes = strike::of_scope(tx, &charge.scope.to_string()).await?;
        let line = |it: &strike::Strike| {
            let status = match it.state {
                StrikeState::Draft => Status::new(StatusKind::Draft, W.strike_is_draft()),
                StrikeState::Published => Status::new(StatusKind::Published, W.strike_is_told()),
            };
            (dates::long_day(it.day()), format!("{PATH}/{}", it.id), status)
        };
        Ok(Self {
            place: charge.name.clone(),
            tabs: office.tabs(PATH),
            sides: sides(charge, PATH),
            summary: web::summary(problems),
            empty: strikes.is_empty().then(|| EmptyState::new("termine", W.no_strike(), None)),
            lines: strikes.iter().map(line).collect(),
            carried: carried(charge),
            day: Field::date("day", W.strike_day()).value(day).error(problems.of("day")).required(),
            begin: Button::primary(W.prepare_strike()).icon("ajouter"),
        })
    }
}
