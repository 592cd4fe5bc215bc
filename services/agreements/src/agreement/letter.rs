//! Letters to the other side of a convention: that something awaits it, and where. They name the parties, nobody else.

use crate::{Agreement, Side, W, campaign};
use commons::{
    identity::Identity,
    mail::{self, Letter},
};
use db::{Result, Tx};
use school::Authority;

/// What the other side is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It was proposed.
    Proposed,
    /// The council's decision was entered.
    Decided,
    /// A party signed.
    Signed,
    /// Both signed.
    InForce,
    /// It was refused.
    Refused,
    /// It was cancelled.
    Cancelled,
    /// It is prepared again.
    PreparedAgain,
    /// A signature was taken back.
    TakenBack,
}

impl News {
    const fn key(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Decided => "decided",
            Self::Signed => "signed",
            Self::InForce => "in-force",
            Self::Refused => "refused",
            Self::Cancelled => "cancelled",
            Self::PreparedAgain => "prepared-again",
            Self::TakenBack => "taken-back",
        }
    }
}

/// Writes to the side that did not act; whoever has no address is not written to. `house` is the address people type.
///
/// # Errors
/// A fault of the database.
pub async fn tell_other(tx: &mut Tx, house: &str, agreement: &Agreement, acted: Side, news: News) -> Result<()> {
    let to = match acted {
        Side::Academy => Authority::load(tx, agreement.authority_id).await?.email,
        Side::Authority => Some(Identity::of(tx, &format!("academy:{}", agreement.academy)).await?.email),
    };
    let Some(to) = to.filter(|it| !it.trim().is_empty()) else { return Ok(()) };
    let year = campaign::year_name(agreement.year);
    let link = format!("{house}/conventions/{}", agreement.id);
    let letter = Letter {
        to: to.trim().to_owned(),
        subject: W.letter_agreement_subject(&year, &agreement.authority),
        text: web::letter(&[
            &W.letter_agreement_news(&agreement.number, &agreement.authority, &year, news.key()),
            &W.letter_agreement_link(link),
        ]),
    };
    mail::post(tx, &letter).await
}
