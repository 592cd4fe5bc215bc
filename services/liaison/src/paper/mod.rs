//! What comes back on paper: entered by somebody of the school, child by child, and taken back when the slip was another's.

mod check;
mod typed;

use crate::{
    mot::{Mot, State},
    pending,
    verb::Verb,
};
use commons::{
    attention,
    audit::{self, Action},
    receipt::{self, Channel},
};
use db::{Error, Moment, Result, Tx};
use school::{PersonId, Viewer};

pub use check::check;
pub use typed::{CODES, SLIPS, Typed, answer_field, code_field, signer_field, ticked};

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
    /// The children, with the version and the adult each row is of.
    rows: Vec<(PersonId, i64, PersonId)>,
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

/// Whether coupons of a mot can be entered: it was sent, and asks something.
pub fn is_open(mot: &Mot) -> bool {
    mot.state == State::Sent && mot.terms.reply.asks()
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
    let own: Vec<_> = own.filter_map(|it| Some((it.entered_at?, (it.child_id, it.version, it.adult_id)))).collect();
    let Some(at) = own.iter().map(|it| it.0).max() else { return Ok(None) };
    let rows = own.into_iter().filter(|it| it.0 == at).map(|it| it.1).collect();
    Ok(Some(Batch { at, rows }))
}

/// Takes back what the viewer entered last; tells for how many children. A signature that is taken back leaves a trace.
///
/// # Errors
/// [`Error::Forbidden`] to those who do not manage the mot; [`Error::Conflict`] when there is nothing to take back, or the
/// mot was withdrawn: its ledger is closed.
pub async fn undo(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<i64> {
    if !mot.is_managed() {
        return Err(Error::Forbidden);
    }
    let batch = last(tx, viewer, mot).await?.filter(|_| is_open(mot)).ok_or(Error::Conflict)?;
    for (child, version, adult) in &batch.rows {
        receipt::forget_paper(tx, mot.thing.id, *version, *child, *adult).await?;
    }
    let detail = format!("{} coupons", batch.children());
    audit::write(tx, Some(viewer.account), Action::PaperUndone, Some(mot.thing.id.to_string()), Some(&detail)).await?;
    Ok(batch.children())
}
