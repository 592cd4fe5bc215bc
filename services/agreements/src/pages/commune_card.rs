//! A convention on the page of its commune: its schools, what it comes to, where it stands in plain words, what is next.

use super::{agreement::address, agreement_parts as parts, commune::act, status::status, sum};
use crate::{
    Agreement, Side, W,
    agreement::Party,
    awaited, campaign,
    decision::{self, Decision},
    enrolment, money, sum_due,
};
use commons::identity::Identity;
use db::{Result, Tx};
use web::component::{LinkButton, Notice, Status};

/// A convention, as its authority reads it.
pub(super) struct Card {
    pub(super) title: String,
    pub(super) number: String,
    pub(super) status: Status,
    pub(super) awaited: Notice,
    pub(super) next: LinkButton,
    pub(super) schools: Vec<String>,
    /// What it comes to, once it is proposed.
    pub(super) amount: Option<String>,
    pub(super) sum: Option<(Status, LinkButton)>,
    pub(super) documents: Vec<LinkButton>,
    /// Whom one asks, a line each.
    pub(super) contact: Vec<String>,
}

/// The card of a convention. For those who handle it.
///
/// # Errors
/// A fault of the database.
pub(super) async fn card(tx: &mut Tx, agreement: &Agreement, first: &mut bool) -> Result<Card> {
    let schools = enrolment::of(tx, agreement.id).await?;
    let decision = decision::of(tx, agreement.id).await?;
    let sum = sum_due::of(tx, agreement.id).await?;
    let identity = Identity::of(tx, &format!("academy:{}", agreement.academy)).await?;
    let total = agreement.price_cents * i64::try_from(schools.len()).unwrap_or(i64::MAX);
    let open = agreement.is_open_to(Side::Authority);
    let follow = |it: &sum_due::SumDue| {
        let link = LinkButton::secondary(W.sum_panel_follow(), sum::address(agreement.id));
        (sum::status(it.state), link)
    };
    Ok(Card {
        title: W.document_year(campaign::year_name(agreement.year)),
        number: W.agreement_number(&agreement.number),
        status: status(agreement.state),
        awaited: parts::awaited(agreement, Side::Authority, decision.as_ref()),
        next: next(agreement, decision.as_ref(), first),
        schools: schools.iter().map(enrolment::label).collect(),
        amount: open.then(|| W.agreement_amount(money::euros(total), money::in_words(total))),
        sum: sum.as_ref().map(follow),
        documents: if open { parts::documents(&address(agreement.id)) } else { Vec::new() },
        contact: contact(identity),
    })
}

/// What its authority does next: decides, signs, or looks.
fn next(agreement: &Agreement, decision: Option<&Decision>, first: &mut bool) -> LinkButton {
    let path = address(agreement.id);
    let authorised = decision.is_some_and(Decision::lets_sign);
    match awaited::step(agreement.state, agreement.authority_signed_on.is_some(), authorised) {
        "decision" | "decision-signed" => act(W.commune_decide(), format!("{path}/deliberation"), first).icon("crayon"),
        "both" | "authority" if agreement.awaits(Party::Authority) => {
            act(W.commune_sign(), format!("{path}/signatures"), first).icon("a-signer")
        }
        _ => LinkButton::secondary(W.commune_open(), path).icon("document"),
    }
}

fn contact(identity: Identity) -> Vec<String> {
    [identity.name, identity.email, identity.phone].into_iter().filter(|line| !line.trim().is_empty()).collect()
}
