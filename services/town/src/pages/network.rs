//! The network of the schools of a commune: what is advised, and the sheet of a school.

use crate::{
    W, advice,
    charge::Office,
    network::{Advice, Figures, megabits},
};
use askama::Template;
use db::{Error, Result, Tx};
use school::{SchoolId, SchoolYear};
use serde::Deserialize;
use web::{
    Answer, Path, Query, SignedIn,
    component::{Button, Cell, Column, EmptyState, Field, Hidden, Notice, Table, Tabs},
};

/// Where the page is.
const PATH: &str = "/ma-commune/reseau";
/// The share of pupils connected at once, in hundredths, where nobody says another: a third.
const THIRD: i64 = 33;

#[derive(Template)]
#[template(path = "network.html")]
struct NetworkPage {
    place: String,
    tabs: Option<Tabs>,
    year: String,
    carried: Hidden,
    share: Field,
    count: Button,
    table: Option<Table>,
    empty: Option<EmptyState>,
    rule: Option<String>,
    notices: Vec<Notice>,
}

/// Which commune, and which share.
#[derive(Deserialize)]
pub(crate) struct Asked {
    commune: Option<String>,
    part: Option<String>,
}

impl Asked {
    /// What is no share is the usual one.
    fn share(&self) -> i64 {
        let typed = self.part.as_deref().and_then(|it| it.trim().parse::<i64>().ok());
        typed.filter(|it| (1..=100).contains(it)).unwrap_or(THIRD)
    }
}

/// `GET /ma-commune/reseau`
pub(crate) async fn show(mut visit: SignedIn, Query(asked): Query<Asked>) -> Answer {
    let mut tx = visit.read().await?;
    let office = Office::open(&mut tx, &visit.viewer, asked.commune.as_deref()).await?;
    let page = NetworkPage::build(&mut tx, &office, asked.share()).await?;
    drop(tx);
    visit.page(W.network(), &page)
}

/// `GET /ma-commune/reseau/{school}/fiche.pdf`
pub(crate) async fn sheet(mut visit: SignedIn, Path(id): Path<SchoolId>, Query(asked): Query<Asked>) -> Answer {
    let mut tx = visit.read().await?;
    let school = school::School::load(&mut tx, id).await?;
    is_run(&mut tx, &visit.viewer, id).await?;
    let year = SchoolYear::of(tx.now().day()).0;
    let advice = Advice::of(&mut tx, &school, year, asked.share()).await?;
    let document = advice::sheet(&mut tx, &advice).await?;
    drop(tx);
    let bytes = pdf::document(&document).map_err(Error::fault)?;
    Ok(web::paper::made(bytes, "application/pdf", &format!("conseil-reseau-{}.pdf", school.uai)))
}

/// Whether the viewer runs something around a school.
async fn is_run(tx: &mut Tx, viewer: &school::Viewer, id: SchoolId) -> Result<()> {
    let scopes: Vec<_> = viewer.territories(school::Right::RunTown).collect();
    for scope in scopes {
        if school::schools_in(tx, &scope).await?.iter().any(|school| school.id == id) {
            return Ok(());
        }
    }
    Err(Error::NotFound)
}

impl NetworkPage {
    async fn build(tx: &mut Tx, office: &Office, share: i64) -> Result<Self> {
        let year = SchoolYear::of(tx.now().day());
        let mut advices = Vec::new();
        for school in &office.charge.schools {
            advices.push(Advice::of(tx, school, year.0, share).await?);
        }
        let first = advices.first();
        Ok(Self {
            place: office.charge.name.clone(),
            tabs: office.tabs(PATH),
            year: W.network_year(year),
            carried: super::carried(&office.charge),
            share: Field::number("part", W.advice_share()).hint(W.share_hint()).value(share.to_string()),
            count: Button::secondary(W.count_again()).icon("graphique"),
            table: (!advices.is_empty()).then(|| table(&advices)),
            empty: advices.is_empty().then(|| EmptyState::new("classe", W.no_school(), None)),
            rule: first.map(|advice| rule(&advice.figures)),
            notices: first.map(notices).unwrap_or_default(),
        })
    }
}

fn rule(figures: &Figures) -> String {
    W.advice_rule(
        megabits(figures.base_kbit),
        figures.down_kbit,
        figures.up_kbit,
        megabits(figures.floor_down_kbit),
        megabits(figures.floor_up_kbit),
    )
}

fn notices(advice: &Advice) -> Vec<Notice> {
    let note = (!advice.figures.note.is_empty()).then(|| Notice::info(&advice.figures.note));
    let not_set = (!advice.is_set).then(|| Notice::attention(W.advice_not_set()));
    [note, not_set].into_iter().flatten().collect()
}

fn table(advices: &[Advice]) -> Table {
    let columns = vec![
        Column::new(W.school()),
        Column::numeric(W.advice_pupils()),
        Column::numeric(W.advice_present()),
        Column::numeric(W.advice_down()),
        Column::numeric(W.advice_up()),
        Column::new(W.sheet()),
    ];
    let row = |advice: &Advice| {
        let sheet = format!("{PATH}/{}/fiche.pdf?part={}", advice.school.id, advice.share);
        vec![
            Cell::text(&advice.school.name),
            Cell::text(advice.counted()),
            Cell::text(advice.advised.present.to_string()),
            Cell::text(W.megabits(megabits(advice.advised.down_kbit))),
            Cell::text(W.megabits(megabits(advice.advised.up_kbit))),
            Cell::link(W.download_sheet(&advice.school.name), sheet),
        ]
    };
    Table::new(W.network_table(), columns, advices.iter().map(row).collect()).caption_hidden()
}
