//! `/assistance/chiffres`: what a desk does, in figures.

use super::adult;
use crate::{
    W,
    desk::Desk,
    figures::{self, Figures},
    group::Group,
    request::Rating,
};
use askama::Template;
use db::Result;
use school::viewer::or_not_found;
use web::{
    Answer, SignedIn,
    component::{Cell, Column, LinkButton, Table},
    paper,
};

#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresPage {
    whole: Vec<(String, &'static str)>,
    states: Table,
    ratings: Table,
    places: Option<Table>,
    export: LinkButton,
}

async fn read(visit: &mut SignedIn) -> Result<Figures> {
    adult(&visit.viewer)?;
    let mut tx = visit.read().await?;
    let desk = Desk::of(&mut tx, &visit.viewer).await?;
    or_not_found(!desk.is_empty())?;
    figures::of(&mut tx, &desk).await
}

/// `GET /assistance/chiffres`
pub(crate) async fn show(mut visit: SignedIn) -> Answer {
    let figures = read(&mut visit).await?;
    let page = FiguresPage::of(&figures);
    visit.page(W.figures_title(), &page)
}

/// `GET /assistance/chiffres.csv`
pub(crate) async fn spreadsheet(mut visit: SignedIn) -> Answer {
    let figures = read(&mut visit).await?;
    Ok(paper::made(figures::spreadsheet(&figures)?, "text/csv", "assistance.csv"))
}

impl FiguresPage {
    fn of(figures: &Figures) -> Self {
        let whole = &figures.whole;
        let [good, fair, poor] = whole.ratings;
        let counted = |word: &'static str, count: i64| vec![Cell::text(word), Cell::text(count.to_string())];
        let states = figures.states.iter().map(|(state, count)| counted(state.word(), *count)).collect();
        let ratings = [(Rating::Good, good), (Rating::Fair, fair), (Rating::Poor, poor)];
        let ratings = ratings.map(|(rating, count)| counted(rating.word(), count)).to_vec();
        let two = |label: &str| vec![Column::new(label), Column::numeric(W.count())];
        Self {
            whole: vec![
                (whole.all.to_string(), W.figures_all()),
                (whole.incidents.to_string(), W.figures_incidents()),
                ((whole.all - whole.incidents).to_string(), W.figures_accompaniments()),
                (whole.open.to_string(), W.figures_open()),
                (whole.delay_words(), W.figures_delay()),
            ],
            states: Table::new(W.figures_states(), two(W.state()), states),
            ratings: Table::new(W.figures_ratings(), two(W.rating()), ratings),
            places: (!figures.places.is_empty()).then(|| places(&figures.places)),
            export: LinkButton::secondary(W.export_csv(), "/assistance/chiffres.csv").icon("telecharger"),
        }
    }
}

fn places(groups: &[Group]) -> Table {
    let columns = vec![
        Column::new(W.figures_place()),
        Column::numeric(W.figures_all()),
        Column::numeric(W.figures_open()),
        Column::new(W.figures_delay()),
        Column::numeric(W.rating_good()),
        Column::numeric(W.rating_fair()),
        Column::numeric(W.rating_poor()),
    ];
    let row = |group: &Group| {
        let mut cells = vec![
            Cell::text(&group.label),
            Cell::text(group.all.to_string()),
            Cell::text(group.open.to_string()),
            Cell::text(group.delay_words()),
        ];
        cells.extend(group.ratings.map(|count| Cell::text(count.to_string())));
        cells
    };
    Table::new(W.figures_places(), columns, groups.iter().map(row).collect())
}
