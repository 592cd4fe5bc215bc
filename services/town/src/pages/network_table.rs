//! The figures of the network advice, for the académie or the région that keeps them.

use crate::{
    W,
    fields::Fields,
    network::{self, Figures, LONGEST_NOTE},
};
use askama::Template;
use db::{Error, Problems, Result, Tx};
use school::{SchoolYear, Territory, Viewer};
use serde::Deserialize;
use web::{
    Answer, Form, Query, SignedIn,
    component::{Button, ErrorSummary, Field, Hidden, Notice, Tab, Tabs},
};

/// Where the page is.
const PATH: &str = "/mairies/reseau";

#[derive(Template)]
#[template(path = "network_table.html")]
struct TablePage {
    place: String,
    summary: Option<ErrorSummary>,
    tabs: Tabs,
    scopes: Option<Tabs>,
    not_set: Option<Notice>,
    carried: Vec<Hidden>,
    fields: Vec<Field>,
    save: Button,
}

/// Which scope and which year.
#[derive(Deserialize)]
pub(crate) struct Asked {
    pour: Option<String>,
    annee: Option<i64>,
}

/// `GET /mairies/reseau`
pub(crate) async fn show(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    let scope = network::scope_set_by(&visit.viewer, asked.pour.as_deref())?;
    let mut tx = visit.read().await?;
    let year = year(&tx, asked.annee);
    let page = TablePage::build(&mut tx, &visit.viewer, &scope, year, None).await?;
    drop(tx);
    visit.page(W.network_figures(), &page)
}

/// `POST /mairies/reseau`
pub(crate) async fn save(mut visit: SignedIn, Form(fields): Form<Fields>) -> Answer {
    let wanted = fields.text("pour");
    let scope = network::scope_set_by(&visit.viewer, (!wanted.is_empty()).then_some(wanted))?;
    let mut tx = visit.write().await?;
    let year = year(&tx, fields.text("annee").parse().ok());
    match Figures::typed(&fields) {
        Ok(figures) => {
            figures.keep(&mut tx, &visit.viewer, &scope.to_string(), year.0).await?;
            tx.commit().await?;
            Ok(visit.done(&address(&scope, year), W.figures_saved()))
        }
        Err(Error::Invalid(problems)) => {
            let page = TablePage::build(&mut tx, &visit.viewer, &scope, year, Some((&fields, &problems))).await?;
            drop(tx);
            visit.again(W.network_figures(), &page)
        }
        Err(error) => Err(error.into()),
    }
}

/// This year or the next: what is past was advised already.
fn year(tx: &Tx, wanted: Option<i64>) -> SchoolYear {
    let this = SchoolYear::of(tx.now().day());
    if wanted == Some(this.0 + 1) { SchoolYear(this.0 + 1) } else { this }
}

fn address(scope: &Territory, year: SchoolYear) -> String {
    format!("{PATH}?pour={scope}&annee={}", year.0)
}

impl TablePage {
    async fn build(
        tx: &mut Tx,
        viewer: &Viewer,
        scope: &Territory,
        year: SchoolYear,
        typed: Option<(&Fields, &Problems)>,
    ) -> Result<Self> {
        let written = network::written(tx, &scope.to_string(), year.0).await?;
        let is_set = written.is_some();
        let figures = written.unwrap_or_else(network::first);
        let none = (Fields::default(), Problems::default());
        let (fields, problems) = typed.unwrap_or((&none.0, &none.1));
        Ok(Self {
            place: web::place_name(tx, scope).await?,
            summary: web::summary(problems),
            tabs: years(tx, scope, year),
            scopes: scopes(tx, viewer, scope, year).await?,
            not_set: (!is_set).then(|| Notice::attention(W.figures_not_set())),
            carried: vec![Hidden::new("pour", scope.to_string()), Hidden::new("annee", year.0.to_string())],
            fields: shown(&figures, fields, problems),
            save: Button::primary(W.save()).icon("fait"),
        })
    }
}

fn shown(figures: &Figures, fields: &Fields, problems: &Problems) -> Vec<Field> {
    let number = |name: &'static str, label: &'static str, kept: i64| {
        let value = if fields.0.is_empty() { kept.to_string() } else { fields.text(name).to_owned() };
        Field::number(name, label).value(value).error(problems.of(name)).required()
    };
    let note = if fields.0.is_empty() { figures.note.as_str() } else { fields.text("note") };
    vec![
        number("down", W.figure_down(), figures.down_kbit),
        number("up", W.figure_up(), figures.up_kbit),
        number("base", W.figure_base(), figures.base_kbit),
        number("floor_down", W.figure_floor_down(), figures.floor_down_kbit),
        number("floor_up", W.figure_floor_up(), figures.floor_up_kbit),
        Field::area("note", W.figure_note(), 3)
            .maxlength(LONGEST_NOTE)
            .value(note)
            .error(problems.of("note"))
            .optional(W.optional()),
    ]
}

fn years(tx: &Tx, scope: &Territory, current: SchoolYear) -> Tabs {
    let this = SchoolYear::of(tx.now().day());
    let tab = |year: SchoolYear| Tab::new(W.network_year(year), address(scope, year), year == current);
    Tabs::new(W.network_figures(), vec![tab(this), tab(SchoolYear(this.0 + 1))])
}

/// A tab for each scope whose figures the viewer sets; nothing for one alone.
async fn scopes(tx: &mut Tx, viewer: &Viewer, current: &Territory, year: SchoolYear) -> Result<Option<Tabs>> {
    let mut tabs = Vec::new();
    for scope in network::scopes_of(viewer) {
        tabs.push(Tab::new(web::place_name(tx, &scope).await?, address(&scope, year), scope == *current));
    }
    Ok((tabs.len() > 1).then(|| Tabs::new(W.fact_place(), tabs)))
}
