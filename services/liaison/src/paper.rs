//! What comes back on paper: entered by somebody of the school, child by child, and taken back when the slip was another's.

use crate::{
    W,
    child::Aimed,
    follow::{Grid, Row},
    mot::{Mot, State},
    pending,
    slip::{self, Code},
    terms::{Acts, LONGEST_ANSWER, Reply},
    verb::Verb,
};
use commons::{
    House, Level, ThingId, attention,
    audit::{self, Action},
    receipt::{self, Channel},
};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args};
use school::{PersonId, Viewer, person};
use std::str::FromStr;

/// The list of children, in problems.
pub const SLIPS: &str = "coupons";
/// The codes typed, in problems.
pub const CODES: &str = "codes";

/// What the form of returns sends, whatever the children.
#[derive(Debug, Clone, Default)]
pub struct Typed(pub Vec<(String, String)>);

/// A coupon that came back, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// The child.
    pub child: PersonId,
    /// The version that was printed.
    pub version: i64,
    /// Who signed; the child's own row when the coupon does not say.
    pub adults: Vec<PersonId>,
    /// The answer given.
    pub answer: Option<String>,
}

/// What was entered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Entered {
    /// How many coupons.
    pub slips: i64,
    /// How many of them were of a version that no longer counts.
    pub outdated: i64,
}

/// What the viewer entered last, in one go.
#[derive(Debug, Clone)]
pub struct Batch {
    /// When.
    pub at: Moment,
    /// The children, with the adult each row is of.
    rows: Vec<(PersonId, PersonId)>,
}

impl Batch {
    /// How many children it is about.
    pub fn children(&self) -> i64 {
        let mut children: Vec<PersonId> = self.rows.iter().map(|row| row.0).collect();
        children.sort_unstable();
        children.dedup();
        i64::try_from(children.len()).unwrap_or(i64::MAX)
    }
}

impl Typed {
    /// The first value of a field; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value)
    }

    /// All the values of a field.
    pub fn texts<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the coupon of a child was ticked.
    pub fn is_ticked(&self, child: &Aimed) -> bool {
        !self.text(&ticked(child)).is_empty()
    }
}

/// The field that says that the coupon of a child came back.
pub fn ticked(child: &Aimed) -> String {
    format!("rendu-{}", child.code)
}

/// The field that holds the whole code of that coupon.
pub fn code_field(child: &Aimed) -> String {
    format!("code-{}", child.code)
}

/// The field that says who signed it.
pub fn signer_field(child: &Aimed) -> String {
    format!("signataire-{}", child.code)
}

/// The field that holds its answer.
pub fn answer_field(child: &Aimed) -> String {
    format!("reponse-{}", child.code)
}

/// Whether coupons of a mot can be entered: it was sent, and asks something.
pub fn is_open(mot: &Mot) -> bool {
    mot.state == State::Sent && mot.terms.reply.asks()
}

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

/// Enters what came back. What an adult did in the application stays as it is.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage the mot; [`Error::Conflict`] when nothing is asked.
pub async fn enter(tx: &mut Tx, viewer: &Viewer, mot: &Mot, returns: &[Return]) -> Result<Entered> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    if !is_open(mot) {
        return Err(Error::Conflict);
    }
    let actor = mot.acting(viewer)?;
    let thing = &mot.thing;
    let before = pending::of(tx, thing.school_id, thing.id).await?;
    let mut entered = Entered::default();
    for it in returns {
        let mut noted = false;
        for adult in &it.adults {
            let answer = it.answer.as_deref();
            noted |= receipt::paper(tx, thing.id, it.version, it.child, *adult, answer, actor).await?;
        }
        entered.slips += i64::from(noted);
        entered.outdated += i64::from(noted && it.version < mot.asked_version);
    }
    let after = pending::of(tx, thing.school_id, thing.id).await?;
    let still = pending::adults(&after);
    let mut relieved = pending::adults(&before);
    relieved.retain(|adult| !still.contains(adult));
    attention::hush_for(tx, thing.id, &relieved).await?;
    Verb::Answered.record(tx, thing.school_id, thing.id, actor, Some("paper")).await?;
    if !before.is_empty() && after.is_empty() {
        Verb::Complete.tell_author(tx, thing, actor, None).await?;
    }
    Ok(entered)
}

/// What the viewer entered last about a mot, if it is still there.
///
/// # Errors
/// A fault of the database.
pub async fn last(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<Option<Batch>> {
    let receipts = receipt::of(tx, mot.thing.id, 1).await?;
    let own = receipts
        .iter()
        .filter(|it| it.channel == Channel::Paper && viewer.people.iter().any(|me| Some(me.id) == it.entered_by));
    let own: Vec<_> = own.filter_map(|it| Some((it.entered_at?, it.child_id, it.adult_id))).collect();
    let Some(at) = own.iter().map(|it| it.0).max() else { return Ok(None) };
    let rows = own.into_iter().filter(|it| it.0 == at).map(|it| (it.1, it.2)).collect();
    Ok(Some(Batch { at, rows }))
}

/// Takes back what the viewer entered last; tells for how many children. A signature that is taken back leaves a trace.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage the mot; [`Error::Conflict`] when there is nothing to take back.
pub async fn undo(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<i64> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    let batch = last(tx, viewer, mot).await?.ok_or(Error::Conflict)?;
    for (child, adult) in &batch.rows {
        receipt::forget_paper(tx, mot.thing.id, *child, *adult).await?;
    }
    let detail = format!("{} coupons", batch.children());
    audit::write(tx, Some(viewer.account), Action::PaperUndone, Some(mot.thing.id.to_string()), Some(&detail)).await?;
    Ok(batch.children())
}
