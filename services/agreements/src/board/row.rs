//! What the board shows: a convention on a line, what those of a state come to.

use crate::{AgreementId, State, awaited};
use db::{FromRow, Moment};

/// A convention on the board.
#[derive(Debug, Clone, FromRow)]
pub struct Row {
    /// The convention.
    pub id: AgreementId,
    /// Its number.
    pub number: String,
    /// The name of the authority.
    pub authority: String,
    /// The SIRET of the authority.
    pub siret: Option<String>,
    /// Where letters to it go.
    pub email: Option<String>,
    /// Its département.
    pub department: String,
    /// Where it stands.
    pub state: State,
    /// How many schools are on it.
    pub schools: i64,
    /// What a school costs, in cents.
    pub price_cents: i64,
    /// The day it was proposed.
    pub proposed_on: Option<String>,
    /// The day the académie signed.
    pub academy_signed_on: Option<String>,
    /// The day the authority signed.
    pub authority_signed_on: Option<String>,
    /// The day it takes effect.
    pub effective_on: Option<String>,
    /// The day it ends by itself.
    pub ends_on: String,
    /// The day its authority was reminded last.
    pub reminded_on: Option<String>,
    /// The day of the council's decision that authorises the signature.
    pub decided_on: Option<String>,
    /// When something of it changed last.
    pub changed_at: Moment,
}

impl Row {
    /// What it comes to, in cents.
    pub fn total_cents(&self) -> i64 {
        self.schools * self.price_cents
    }

    /// What is awaited, as words name it.
    pub fn step(&self) -> &'static str {
        awaited::step(self.state, self.authority_signed_on.is_some(), self.decided_on.is_some())
    }

    /// Since when, as a day in ISO.
    pub fn since(&self) -> String {
        let changed = || Some(self.changed_at.day().to_string());
        let days = match self.step() {
            "decision" => [self.proposed_on.clone(), None],
            "decision-signed" => [self.academy_signed_on.clone(), None],
            "both" => [self.proposed_on.clone(), self.decided_on.clone()],
            "authority" => [self.academy_signed_on.clone(), self.decided_on.clone()],
            "academy" => [self.authority_signed_on.clone(), None],
            _ => [changed(), None],
        };
        days.into_iter().flatten().max().or_else(changed).unwrap_or_default()
    }

    /// Whether its authority may be reminded that something is awaited of it.
    pub fn awaits_authority(&self) -> bool {
        awaited::is_of_authority(self.state, self.authority_signed_on.is_some())
    }
}

/// What the conventions of a state come to.
#[derive(Debug, Clone, FromRow)]
pub struct Tally {
    /// The state.
    pub state: State,
    /// How many conventions.
    pub agreements: i64,
    /// How many schools are on them.
    pub schools: i64,
    /// What they come to, in cents.
    pub total_cents: i64,
}
