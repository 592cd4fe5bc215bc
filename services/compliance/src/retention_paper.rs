//! The proof of retention on paper: how long, what was erased, what is late.

use crate::{
    W,
    controller::Controller,
    schedule::{self, Schedule, duration},
};
use commons::retention::{self, Run};
use db::{Day, Moment, Result, Tx};
use pdf::{Column, Document, Part, Table};
use web::dates;

/// How far back the nights are listed, in days.
pub const LISTED_DAYS: i64 = 90;
/// How far back what was erased is summed.
pub const SUMMED_DAYS: i64 = 365;

/// What the page and the paper show.
#[derive(Debug)]
pub struct Proof {
    /// The times in force.
    pub schedule: Schedule,
    /// The last night of each rule.
    pub last: Vec<Run>,
    /// What each erased in a year.
    pub erased: Vec<(String, i64)>,
    /// The nights that did something.
    pub nights: Vec<Run>,
    /// When it was read.
    pub at: Moment,
}

impl Proof {
    /// Reads it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx, schedule: Schedule) -> Result<Self> {
        let at = tx.now();
        Ok(Self {
            schedule,
            last: retention::last_runs(tx).await?,
            erased: retention::erased_since(tx, at.plus_days(-SUMMED_DAYS)).await?,
            nights: retention::history(tx, at.plus_days(-LISTED_DAYS)).await?,
            at,
        })
    }

    /// The last night of a topic.
    pub fn last_of(&self, topic: &str) -> Option<&Run> {
        self.last.iter().find(|run| run.topic == topic)
    }

    /// What a topic erased in a year.
    pub fn erased_of(&self, topic: &str) -> i64 {
        self.erased.iter().find(|(it, _)| it == topic).map_or(0, |(_, count)| *count)
    }

    /// The label of a topic; its name when no service declares it any more.
    pub fn label(&self, topic: &str) -> String {
        let known = self.schedule.rules().iter().find(|(rule, _)| rule.topic == topic);
        known.map_or_else(|| topic.to_owned(), |(rule, _)| (rule.label)().to_owned())
    }

    /// How many rules are late.
    pub fn late(&self) -> i64 {
        let standings =
            self.schedule.rules().iter().map(|(rule, _)| schedule::standing(rule, self.last_of(rule.topic), self.at));
        let late = standings.filter(|it| matches!(it, schedule::Standing::Late(_)));
        i64::try_from(late.count()).unwrap_or(i64::MAX)
    }
}

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
    let row = |(rule, days): &(commons::retention::Rule, i64)| {
        let last = proof.last_of(rule.topic);
        vec![
            (rule.label)().to_owned(),
            duration(*days),
            last.map_or_else(String::new, |run| day(&run.day)),
            proof.erased_of(rule.topic).to_string(),
            schedule::words(schedule::standing(rule, last, proof.at)),
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
