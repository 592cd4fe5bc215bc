//! What somebody of one side may do from the page of a convention.

use super::agreement::address;
use crate::{Agreement, Side, State, W, agreement::Party};
use web::component::{Button, LinkButton};

/// A form of one button.
pub(crate) struct Post {
    pub(crate) action: String,
    pub(crate) button: Button,
}

/// Where one goes from the page, in the order things are done.
pub(super) fn links(agreement: &Agreement, side: Side, decided: bool) -> Vec<LinkButton> {
    let path = address(agreement.id);
    let to = |rest: &str| format!("{path}/{rest}");
    let signs = match side {
        Side::Academy => agreement.awaits(Party::Academy) || agreement.awaits(Party::Authority),
        Side::Authority => agreement.awaits(Party::Authority),
    };
    let decision = if decided { W.decision_change() } else { W.decision_enter() };
    let schools = matches!(agreement.state, State::Draft | State::Proposed | State::SignedByOne);
    let all = [
        (schools, LinkButton::secondary(W.agreement_see_schools(), to("ecoles")).icon("ecole")),
        (agreement.takes_decision(), LinkButton::secondary(decision, to("deliberation")).icon("crayon")),
        (signs, LinkButton::secondary(W.signature_enter(), to("signatures")).icon("a-signer")),
        (agreement.may_be_refused(), LinkButton::danger(W.ending_refuse(), to("refuser")).icon("retire")),
        (
            side == Side::Academy && agreement.may_be_cancelled(),
            LinkButton::danger(W.ending_cancel(), to("annuler")).icon("supprimer"),
        ),
    ];
    all.into_iter().filter(|(may, _)| *may).map(|(_, link)| link).collect()
}

/// What is done at once from the page, by the académie.
pub(super) fn posts(agreement: &Agreement, side: Side) -> Vec<Post> {
    let path = address(agreement.id);
    let propose = Post { action: format!("{path}/proposer"), button: Button::primary(W.propose()).icon("a-envoyer") };
    let again = Post {
        action: format!("{path}/brouillon"),
        button: Button::secondary(W.ending_prepare_again()).icon("retablir"),
    };
    let academy = side == Side::Academy;
    let all =
        [(academy && agreement.state == State::Draft, propose), (academy && agreement.may_be_prepared_again(), again)];
    all.into_iter().filter(|(may, _)| *may).map(|(_, post)| post).collect()
}
