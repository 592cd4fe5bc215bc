//! What the list of sums due shows: a sum, what those of a state come to, a line for an accountant.

use crate::{AgreementId, sum_due::SumId, sum_state::SumState};
use db::FromRow;

/// A sum due, in the list.
#[derive(Debug, Clone, FromRow)]
pub struct Row {
    /// The statement.
    pub id: SumId,
    /// Its convention.
    pub agreement_id: AgreementId,
    /// The number of the convention.
    pub number: String,
    /// The name of the authority.
    pub authority: String,
    /// Where the titre stands.
    pub state: SumState,
    /// The number of the titre.
    pub titre_number: Option<String>,
    /// How many schools.
    pub schools: i64,
    /// What is due, in cents.
    pub total_cents: i64,
}

/// What the sums of a state come to.
#[derive(Debug, Clone, FromRow)]
pub struct Tally {
    /// The state.
    pub state: SumState,
    /// How many sums.
    pub sums: i64,
    /// How many lines.
    pub lines: i64,
    /// What they come to, in cents.
    pub total_cents: i64,
}

/// A line as an accountant receives it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Line {
    /// The number of the convention.
    pub number: String,
    /// The SIRET of the authority.
    pub siret: Option<String>,
    /// The name of the authority.
    pub authority: String,
    /// Its address.
    pub address: String,
    /// Its postcode.
    pub postcode: String,
    /// The town of its address.
    pub town: String,
    /// The service code of Chorus Pro.
    pub chorus_service: Option<String>,
    /// The commitment number of Chorus Pro.
    pub chorus_commitment: Option<String>,
    /// The national code of the school.
    pub uai: String,
    /// Its line of the annex.
    pub label: String,
    /// The year the school year begins in.
    pub year: i64,
    /// What is due for it, in cents.
    pub amount_cents: i64,
    /// Where the titre stands.
    pub state: SumState,
    /// The number of the titre.
    pub titre_number: Option<String>,
}
