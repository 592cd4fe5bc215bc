//! What is typed about the notification of a breach, and about people told of it.

use super::{DataBreach, form::instant};
use crate::W;
use db::{Error, Moment, Problems, Result};
use serde::Deserialize;

/// The longest text of a field.
const LONGEST: usize = 6000;

/// What is typed about a notification, about people told, about the rest.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ActForm {
    /// `oui` when it was done, `non` when it was not and need not be.
    pub fait: String,
    /// The day it was done.
    pub jour: String,
    /// Its hour.
    pub heure: String,
    /// The reference of the CNIL; how people were told.
    pub precision: String,
    /// Why not; why late.
    pub motif: String,
}

/// What was decided.
#[derive(Debug, Clone)]
pub(super) enum Act {
    Done { at: Moment, how: String, late: Option<String> },
    Not(String),
}

impl ActForm {
    pub(super) fn check(&self, breach: &DataBreach, now: Moment, latest: Option<Moment>) -> Result<Act> {
        let mut problems = Problems::default();
        let motif = self.motif.trim();
        problems.require(self.motif.chars().count() <= LONGEST, "motif", W.too_long());
        problems.require(self.precision.chars().count() <= LONGEST, "precision", W.too_long());
        match self.fait.as_str() {
            "oui" => {
                let at = instant(&self.jour, &self.heure).filter(|at| *at <= now && *at >= breach.discovered_at);
                problems.require(at.is_some(), "jour", W.act_when_wrong());
                problems.require(!self.precision.trim().is_empty(), "precision", W.act_how_missing());
                let is_late = at.zip(latest).is_some_and(|(at, latest)| at > latest);
                problems.require(!is_late || !motif.is_empty(), "motif", W.act_late_missing());
                let late = is_late.then(|| motif.to_owned());
                problems.or(Act::Done { at: at.unwrap_or(now), how: self.precision.trim().to_owned(), late })
            }
            "non" => {
                problems.require(!motif.is_empty(), "motif", W.act_why_missing());
                problems.or(Act::Not(motif.to_owned()))
            }
            _ => Err(Error::invalid("fait", W.act_missing())),
        }
    }
}
