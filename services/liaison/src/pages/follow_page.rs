//! The grid, who is not reached and what to do, who would be reminded.

use super::mark::Mark;
use crate::{
    W,
    follow::{Cell as Adult, Grid, Row, Standing},
    mot::{Mot, State},
    pending::{self, Pending},
    relance, sending, telephone,
    terms::Reply,
};
use askama::{Template, filters::HtmlSafe};
use commons::attention::{self, Why};
use db::{Moment, Result, Tx};
use school::{PersonId, person};
use web::{
    component::{Button, Cell, Column, LinkButton, SafeHtml, Table},
    dates,
};

/// The follow-up.
#[derive(Template)]
#[template(path = "follow.html")]
pub(crate) struct FollowPage {
    title: String,
    progress: String,
    totals: Vec<(Mark, i64)>,
    answers: Vec<(String, i64)>,
    unreached: Vec<Missing>,
    relance: Option<Relance>,
    newcomers: Option<Newcomers>,
    table: Table,
    links: Vec<LinkButton>,
    back: String,
}

/// Somebody nothing reaches, and what to do.
struct Missing {
    who: String,
    why: &'static str,
    numbers: Vec<String>,
}

/// Who would be reminded, or that it was done today.
struct Relance {
    names: Vec<String>,
    address: String,
    button: Option<Button>,
}

/// Children who came since.
struct Newcomers {
    words: String,
    address: String,
    button: Button,
}

/// One adult of the grid.
#[derive(Template)]
#[template(path = "follow_cell.html")]
struct CellPart {
    mark: Mark,
    late: Option<Mark>,
    name: String,
    answer: Option<String>,
    when: Option<String>,
}

impl HtmlSafe for CellPart {}

impl FollowPage {
    /// The follow-up of a mot the viewer manages.
    pub(crate) async fn build(tx: &mut Tx, mot: &Mot) -> Result<Self> {
        let now = tx.now();
        let grid = Grid::of(tx, mot).await?;
        let pending = pending::of(tx, mot.thing.school_id, mot.thing.id).await?;
        Ok(Self {
            title: mot.thing.title.clone(),
            progress: progress(mot, &grid),
            totals: totals(mot, &grid),
            answers: mot.terms.choices.iter().map(|choice| (choice.clone(), grid.answered(choice))).collect(),
            unreached: unreached(tx, mot, &grid, &pending).await?,
            relance: relance_part(tx, mot, &pending),
            newcomers: newcomers(tx, mot).await?,
            table: table(mot, &grid, now),
            links: paper_links(mot),
            back: mot.path(),
        })
    }
}

fn progress(mot: &Mot, grid: &Grid) -> String {
    match mot.terms.reply {
        Reply::None => {
            let opened = grid.rows.iter().filter(|row| row.cells.iter().any(|it| it.standing >= Standing::Read));
            W.opened_of(i64::try_from(opened.count()).unwrap_or(i64::MAX), grid.all())
        }
        Reply::Read | Reply::Sign | Reply::Choose | Reply::Text => W.done_of(grid.done(), grid.all()),
    }
}

/// How many adults stand where; what nobody is asked is not counted.
fn totals(mot: &Mot, grid: &Grid) -> Vec<(Mark, i64)> {
    let all = [Standing::Unread, Standing::Read, Standing::Signed, Standing::Paper];
    let shown = all.into_iter().filter(|it| mot.terms.reply.asks() || *it < Standing::Signed);
    shown.map(|standing| (Mark::of(standing), grid.at(standing))).collect()
}

/// First those nothing reaches: of the adults still awaited, or of all when nothing is asked.
async fn unreached(tx: &mut Tx, mot: &Mot, grid: &Grid, pending: &[Pending]) -> Result<Vec<Missing>> {
    let awaited: Vec<PersonId> = match mot.terms.reply.asks() {
        true => pending::adults(pending),
        false => grid.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.adult).collect(),
    };
    let unreached = attention::unreached(tx, &awaited).await?;
    let people: Vec<PersonId> = unreached.iter().map(|it| it.person).collect();
    let telephones = telephone::of(tx, &people).await?;
    let mut missing: Vec<Missing> = Vec::new();
    for it in unreached {
        let numbers = telephones.iter().find(|(adult, _)| *adult == it.person).map(|(_, numbers)| numbers.clone());
        for row in grid.rows.iter() {
            let Some(cell) = row.cells.iter().find(|cell| cell.adult == it.person) else { continue };
            let who = W.adult_for_child(&cell.name, short(row));
            missing.push(Missing { who, why: why(it.why), numbers: numbers.clone().unwrap_or_default() });
        }
    }
    let alone = grid.rows.iter().filter(|row| row.cells.is_empty() && !row.done);
    missing.extend(alone.map(|row| Missing { who: short(row), why: W.no_adult_known(), numbers: Vec::new() }));
    Ok(missing)
}

fn short(row: &Row) -> String {
    person::short(&row.child.first_name, &row.child.last_name)
}

fn why(why: Why) -> &'static str {
    match why {
        Why::NeverSignedIn => W.never_signed_in(),
        Why::MailBounced => W.mail_bounced(),
        Why::NoWay => W.no_way(),
    }
}

fn relance_part(tx: &Tx, mot: &Mot, pending: &[Pending]) -> Option<Relance> {
    if pending.is_empty() {
        return None;
    }
    let button = relance::is_possible(tx, mot).then(|| Button::primary(relance_word(mot.terms.reply)).icon("cloche"));
    Some(Relance {
        names: pending.iter().map(|it| W.adult_for_child(it.adult(), it.child())).collect(),
        address: format!("{}/relance", mot.path()),
        button,
    })
}

fn relance_word(reply: Reply) -> &'static str {
    match reply {
        Reply::None | Reply::Read => W.relance_readers(),
        Reply::Sign => W.relance_signers(),
        Reply::Choose | Reply::Text => W.relance_answers(),
    }
}

async fn newcomers(tx: &mut Tx, mot: &Mot) -> Result<Option<Newcomers>> {
    let pupils = sending::newcomers(tx, mot).await?;
    if pupils.is_empty() {
        return Ok(None);
    }
    let names: Vec<String> = pupils.iter().map(crate::child::Pupil::full).collect();
    Ok(Some(Newcomers {
        words: W.newcomers(names.join(", ")),
        address: format!("{}/eleves", mot.path()),
        button: Button::secondary(W.add_newcomers()).icon("ajouter"),
    }))
}

/// The ways of paper: slips for families without an account, what comes back, the proof.
fn paper_links(mot: &Mot) -> Vec<LinkButton> {
    let path = mot.path();
    let proof = LinkButton::secondary(W.export_proof(), format!("{path}/preuve.pdf")).icon("telecharger");
    if mot.state != State::Sent || !mot.terms.reply.asks() {
        return vec![proof];
    }
    vec![
        LinkButton::secondary(W.print_slips(), format!("{path}/coupons")).icon("imprimer"),
        LinkButton::secondary(W.enter_paper(), format!("{path}/papier")).icon("deposer"),
        proof,
    ]
}

/// Children in rows, adults in columns, in the order of contact.
fn table(mot: &Mot, grid: &Grid, now: Moment) -> Table {
    let columns = grid.columns().max(1);
    let unsaid = grid.rows.iter().any(|row| row.unsaid.is_some());
    let mut heads = vec![Column::new(W.pupil())];
    heads.extend((1..=columns).map(|number| Column::new(W.adult_number(number))));
    if unsaid {
        heads.push(Column::new(W.slip()));
    }
    let rows = grid.rows.iter().map(|row| {
        let mut cells = vec![Cell::text(row.child.full())];
        cells.extend((0..columns).map(|number| row.cells.get(number).map_or_else(blank, |it| cell(mot, it, now))));
        if unsaid {
            cells.push(row.unsaid.as_ref().map_or_else(blank, |it| cell(mot, it, now)));
        }
        cells
    });
    Table::new(W.follow_caption(), heads, rows.collect())
}

fn blank() -> Cell {
    Cell::text("–")
}

fn cell(mot: &Mot, adult: &Adult, now: Moment) -> Cell {
    let part = CellPart {
        mark: Mark::of(adult.standing),
        late: (adult.awaited && mot.is_late(now)).then(Mark::late),
        name: adult.name.clone(),
        answer: adult.answer.clone(),
        when: adult.at.map(|at| dates::past(at, now)),
    };
    Cell::html(SafeHtml::of(&part))
}
