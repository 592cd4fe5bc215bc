//! Which coupons a form says came back, and what is missing.

use super::{CODES, Return, SLIPS, Typed, answer_field, code_field, signer_field};
use crate::{
    W,
    follow::{Grid, Row},
    mot::Mot,
    slip::{self, Code},
    terms::{Acts, LONGEST_ANSWER, Reply},
};
use commons::{House, Level, ThingId};
use db::{Error, FromRow, Problems, Result, Tx, args};
use school::{PersonId, Viewer, person};
use std::str::FromStr;

/// Checks a form of returns.
///
/// # Errors
/// [`Error::Invalid`] under [`SLIPS`] and [`CODES`].
pub async fn check(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    mot: &Mot,
    grid: &Grid,
    typed: &Typed,
) -> Result<Vec<Return>> {
    let mut problems = Problems::default();
    let mut by_code: Vec<Code> = Vec::new();
    for text in typed.text(CODES).split(['\n', ',', ';']).map(str::trim).filter(|it| !it.is_empty()) {
        let code = Code::read(text);
        match refusal(tx, house, viewer, mot, grid, text, code.as_ref()).await? {
            Some(words) => problems.add(CODES, words),
            None => by_code.extend(code),
        }
    }
    let mut returns = Vec::new();
    for row in grid.rows.iter().filter(|row| !row.done) {
        let typed_code = by_code.iter().find(|code| code.child == row.child.code);
        if typed_code.is_none() && !typed.is_ticked(&row.child) {
            continue;
        }
        match came_back(house, mot, row, typed, typed_code) {
            Ok(it) => returns.push(it),
            Err(words) => problems.add(SLIPS, words),
        }
    }
    problems.require(!returns.is_empty() || !problems.is_empty(), SLIPS, W.paper_nothing_ticked());
    problems.or(returns)
}

/// Why a code typed is not taken, if it is not.
async fn refusal(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    mot: &Mot,
    grid: &Grid,
    text: &str,
    code: Option<&Code>,
) -> Result<Option<String>> {
    let Some(code) = code else { return Ok(Some(W.paper_code_unreadable(text))) };
    let own = grid.rows.iter().find(|row| row.child.code == code.child);
    Ok(match own.filter(|_| code.is_of(house, mot.thing.id)) {
        Some(row) if row.done => Some(W.paper_code_done(text, slip::short(&row.child))),
        Some(_) => None,
        None => Some(match elsewhere(tx, house, viewer, mot, code).await? {
            Some((title, child)) => W.paper_code_of_another(text, title, child),
            None => W.paper_code_unknown(text),
        }),
    })
}

#[derive(FromRow)]
struct Found {
    thing_id: ThingId,
    first_name: String,
    last_name: String,
}

/// Of which other mot of the school a code is, when the viewer looks after that one too: its title and the child.
async fn elsewhere(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    mot: &Mot,
    code: &Code,
) -> Result<Option<(String, String)>> {
    if code.version().is_none() {
        return Ok(None);
    }
    let found: Vec<Found> = tx
        .all(
            "select m.thing_id, p.first_name, p.last_name from mot m \
             join mot_child c on c.thing_id = m.thing_id and c.school_id = m.school_id and c.code = $2 \
             join person p on p.id = c.child_id \
             where m.school_id = $1 and m.delivered_at is not null order by m.thing_id desc",
            args![mot.thing.school_id, &code.child],
        )
        .await?;
    let Some(found) = found.into_iter().find(|it| code.is_of(house, it.thing_id)) else { return Ok(None) };
    match Mot::load(tx, viewer, found.thing_id, Level::Manage).await {
        Ok(other) => Ok(Some((other.thing.title, person::short(&found.first_name, &found.last_name)))),
        Err(Error::NotFound | Error::Forbidden) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The coupon of a child as the form says it came back, or what is missing.
fn came_back(
    house: &House,
    mot: &Mot,
    row: &Row,
    typed: &Typed,
    typed_code: Option<&Code>,
) -> std::result::Result<Return, String> {
    let read = Code::read(typed.text(&code_field(&row.child)));
    let code = typed_code.cloned().or(read).filter(|it| it.child == row.child.code && it.is_of(house, mot.thing.id));
    let version = code.and_then(|it| it.version()).map_or(mot.version, |version| version.min(mot.version));
    let adults = signers(mot, row, typed);
    if adults.is_empty() {
        return Err(W.paper_signer_missing(slip::short(&row.child)));
    }
    Ok(Return { child: row.child.child_id, version, adults, answer: answer(mot, row, typed)? })
}

/// Who signed; nobody when it must be said and is not.
fn signers(mot: &Mot, row: &Row, typed: &Typed) -> Vec<PersonId> {
    let name = signer_field(&row.child);
    let said: Vec<PersonId> = typed.texts(&name).filter_map(|it| PersonId::from_str(it).ok()).collect();
    let adults = row.cells.iter().map(|cell| cell.adult).filter(|adult| said.contains(adult));
    let adults: Vec<PersonId> = adults.collect();
    let must_be_said = mot.terms.acts == Acts::Each && !row.cells.is_empty();
    if adults.is_empty() && !must_be_said { vec![row.child.child_id] } else { adults }
}

fn answer(mot: &Mot, row: &Row, typed: &Typed) -> std::result::Result<Option<String>, String> {
    let text = typed.text(&answer_field(&row.child)).split_whitespace().collect::<Vec<_>>().join(" ");
    match mot.terms.reply {
        Reply::None | Reply::Read | Reply::Sign => Ok(None),
        Reply::Choose if mot.terms.choices.contains(&text) => Ok(Some(text)),
        Reply::Choose => Err(W.paper_answer_missing(slip::short(&row.child))),
        Reply::Text if text.chars().count() > LONGEST_ANSWER => Err(W.paper_answer_too_long(slip::short(&row.child))),
        // A coupon can come back signed with nothing written on it.
        Reply::Text => Ok(Some(text).filter(|it| !it.is_empty())),
    }
}
