//! The advice sheet of a school, on paper.

use crate::{
    W,
    network::{Advice, megabits},
};
use commons::identity::Identity;
use db::{Result, Tx};
use pdf::{Column, Document, Part, Table};
use school::SchoolYear;
use web::dates;

/// The sheet of a school, as it is laid out.
///
/// # Errors
/// A fault of the database.
pub async fn sheet(tx: &mut Tx, advice: &Advice) -> Result<Document> {
    let identity = Identity::of(tx, &format!("academy:{}", advice.school.academy)).await?;
    let address = identity.address.lines().map(str::to_owned);
    let issuer = [identity.name].into_iter().chain(address).filter(|line| !line.trim().is_empty());
    let school = &advice.school;
    let town = school.town.clone().unwrap_or_default();
    Ok(Document {
        title: W.advice_title(SchoolYear(advice.year)),
        issuer: issuer.collect(),
        recipient: Vec::new(),
        about: vec![W.advice_of(&school.name, &town, &school.uai), W.advice_made(dates::date(tx.now().day()))],
        footer: W.advice_footer().to_owned(),
        parts: parts(advice),
    })
}

fn parts(advice: &Advice) -> Vec<Part> {
    let (figures, advised) = (&advice.figures, &advice.advised);
    let mut parts = vec![
        Part::Paragraph(W.advice_lead().to_owned()),
        Part::Strong(W.advice_result(megabits(advised.down_kbit), megabits(advised.up_kbit))),
        Part::Heading(W.advice_how().to_owned()),
        Part::Table(Table {
            caption: W.advice_table().to_owned(),
            columns: vec![column(W.advice_what(), 3, false), column(W.advice_value(), 1, true)],
            rows: rows(advice),
            total: None,
        }),
        Part::Paragraph(W.advice_rule(
            megabits(figures.base_kbit),
            figures.down_kbit,
            figures.up_kbit,
            megabits(figures.floor_down_kbit),
            megabits(figures.floor_up_kbit),
        )),
        Part::Heading(W.advice_inside().to_owned()),
        Part::List(W.advice_inside_list().split('|').map(|it| it.trim().to_owned()).collect()),
    ];
    if !figures.note.is_empty() {
        parts.push(Part::Paragraph(figures.note.clone()));
    }
    if !advice.is_set {
        parts.push(Part::Paragraph(W.advice_not_set().to_owned()));
    }
    parts
}

fn rows(advice: &Advice) -> Vec<Vec<String>> {
    let row = |what: &str, value: String| vec![what.to_owned(), value];
    vec![
        row(W.advice_pupils(), advice.counted()),
        row(W.advice_share(), W.percent(advice.share)),
        row(W.advice_present(), advice.advised.present.to_string()),
        row(W.advice_down(), W.megabits(megabits(advice.advised.down_kbit))),
        row(W.advice_up(), W.megabits(megabits(advice.advised.up_kbit))),
    ]
}

fn column(label: &str, share: u16, numeric: bool) -> Column {
    Column { label: label.to_owned(), share, numeric }
}
