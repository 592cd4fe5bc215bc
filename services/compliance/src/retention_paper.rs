//! The proof of retention on paper: how long, what was erased, what is late.

use crate::{
    W,
    controller::Controller,
    schedule::{self, duration},
};
use commons::retention::{Rule, Run};
use db::Day;
use pdf::{Column, Document, Part, Table};
use web::dates;

pub use crate::retention_proof::{LISTED_DAYS, Proof, SUMMED_DAYS};

/// « 30 septembre 2026 » for a day in ISO.
pub fn day(iso: &str) -> String {
    iso.parse().map_or_else(|_| iso.to_owned(), dates::date)
}

/// The document.
pub fn document(proof: &Proof, controller: &Controller) -> Document {
    let mut parts = vec![
        Part::Paragraph(W.retention_lead().to_owned()),
        Part::Table(rules(proof)),
        Part::Heading(W.retention_nights().to_owned()),
        Part::Paragraph(W.retention_nights_about(LISTED_DAYS)),
    ];
    parts.push(match proof.nights.is_empty() {
        true => Part::Paragraph(W.retention_no_night().to_owned()),
        false => Part::Table(nights(proof)),
    });
    parts.push(Part::Heading(W.retention_without().to_owned()));
    parts.push(Part::Paragraph(W.retention_without_about().to_owned()));
    parts.push(Part::List(schedule::without_term().map(str::to_owned).into()));
    Document {
        title: W.retention_title().to_owned(),
        issuer: vec![controller.name.clone()],
        about: vec![W.register_printed(dates::date(proof.at.day()))],
        footer: W.retention_title().to_owned(),
        parts,
        ..Document::default()
    }
}

fn column(label: &str, share: u16, numeric: bool) -> Column {
    Column { label: label.to_owned(), share, numeric }
}

fn rules(proof: &Proof) -> Table {
    let row = |(rule, days): &(Rule, i64)| {
        let last = proof.last_of(rule.topic);
        vec![
            (rule.label)().to_owned(),
            duration(*days),
            last.map_or_else(String::new, |run| day(&run.day)),
            proof.erased_of(rule.topic).to_string(),
            schedule::words(proof.standing(rule)),
        ]
    };
    Table {
        caption: W.retention_rules().to_owned(),
        columns: vec![
            column(W.retention_data(), 6, false),
            column(W.retention_time(), 3, false),
            column(W.retention_last(), 4, false),
            column(W.retention_erased(), 3, true),
            column(W.retention_state(), 4, false),
        ],
        rows: proof.schedule.rules().iter().map(row).collect(),
        total: None,
    }
}

fn nights(proof: &Proof) -> Table {
    let row = |run: &Run| {
        vec![
            day(&run.day),
            proof.label(&run.topic),
            day(Day::from(run.older_than.day()).as_str()),
            run.erased.to_string(),
            run.left_over.map_or_else(String::new, |left| left.to_string()),
        ]
    };
    Table {
        caption: W.retention_nights().to_owned(),
        columns: vec![
            column(W.retention_night(), 4, false),
            column(W.retention_data(), 6, false),
            column(W.retention_before(), 4, false),
            column(W.retention_erased_night(), 3, true),
            column(W.retention_left(), 3, true),
        ],
        rows: proof.nights.iter().map(row).collect(),
        total: None,
    }
}
