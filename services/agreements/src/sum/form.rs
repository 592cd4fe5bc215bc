//! What is typed about the titre of a sum due.

use crate::{W, deadline, sum_due::SumDue, sum_state::SumState};
use db::{Day, Problems, Result};
use jiff::civil::Date;
use serde::Deserialize;
use web::dates;

/// The longest number of a titre.
const LONGEST_NUMBER: usize = 60;
/// The longest note.
const LONGEST_NOTE: usize = 2_000;

/// A change of state, as typed.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ChangeForm {
    /// The state it goes to.
    #[serde(default)]
    pub etat: String,
    /// The day it did.
    #[serde(default)]
    pub jour: String,
    /// The number of the titre.
    #[serde(default)]
    pub numero: String,
    /// What is to be known.
    #[serde(default)]
    pub note: String,
}

/// A change of state that may be.
#[derive(Debug, Clone)]
pub struct Change {
    /// Where it goes.
    pub to: SumState,
    /// The day it did.
    pub on: Date,
    /// The number of the titre, when it is issued.
    pub titre: String,
    /// What is to be known; empty leaves what is written.
    pub note: String,
}

impl ChangeForm {
    /// The change typed, when the titre may go there from where it stands.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what cannot be.
    pub fn check(&self, sum: &SumDue, today: Date) -> Result<Change> {
        let mut problems = Problems::default();
        let to = SumState::try_from(self.etat.clone()).ok();
        match to {
            None => problems.add("etat", W.sum_state_missing()),
            Some(SumState::Paid | SumState::Remitted | SumState::Cancelled) if sum.state == SumState::Paid => {
                problems.add("etat", W.sum_never_refunded());
            }
            Some(to) if !sum.state.leads_to(to) => {
                problems.add("etat", W.sum_jump(sum.state.word(), to.word()));
            }
            Some(_) => {}
        }
        let on = self.jour.trim().parse::<Date>().ok();
        problems.require(on.is_some(), "jour", W.sum_day_missing());
        if let Some(on) = on {
            problems.require(on <= today, "jour", W.sum_day_to_come());
            if let Some(last) = sum.last_day().filter(|last| on < *last) {
                problems.add("jour", W.sum_day_before(dates::date(last)));
            }
            if let Some(last) = too_late(sum, to, on) {
                problems.add("jour", W.sum_contested_late(dates::date(last)));
            }
        }
        let (titre, note) = (self.numero.trim(), self.note.trim());
        let numbered = !titre.is_empty() && titre.chars().count() <= LONGEST_NUMBER;
        problems.require(to != Some(SumState::Issued) || numbered, "numero", W.sum_number_missing());
        problems.require(note.chars().count() <= LONGEST_NOTE, "note", W.sum_note_too_long());
        match to.zip(on) {
            Some((to, on)) => problems.or(Change { to, on, titre: titre.to_owned(), note: note.to_owned() }),
            None => Err(db::Error::Invalid(problems)),
        }
    }
}

/// The last day it could be contested, when it is contested after that.
fn too_late(sum: &SumDue, to: Option<SumState>, on: Date) -> Option<Date> {
    let notified = sum.notified_on.as_ref().and_then(Day::date).filter(|_| to == Some(SumState::Contested))?;
    Some(deadline::contest(notified)).filter(|last| on > *last)
}
