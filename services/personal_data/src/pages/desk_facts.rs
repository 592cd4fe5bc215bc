//! What the desk reads of a request, and where it goes from there.

use super::desk;
use crate::{
    W,
    request::{Channel, Request, Step},
};
use db::{Moment, Problems};
use web::{
    component::{Button, Field, LinkButton},
    dates,
};

pub(super) fn facts(request: &Request, now: Moment) -> Vec<(String, String)> {
    let channel = match request.channel {
        Channel::Account => W.from_account(),
        Channel::Paper => W.from_letter(),
    };
    let identity = match request.identity.as_deref() {
        None => W.identity_to_check().to_owned(),
        Some("account") => W.identity_by_account().to_owned(),
        Some(how) => how.to_owned(),
    };
    let received = request.received_on.date().map(dates::date).unwrap_or_default();
    let topics: Vec<String> = request.topics.split_whitespace().map(|it| W.limit_topic(it)).collect();
    let facts = [
        (W.column_right(), W.right(request.kind.as_str())),
        (W.column_about(), request.subject_name.clone()),
        (W.fact_channel(), channel.to_owned()),
        (W.column_received(), received),
        (W.column_due(), desk::due(request, now.day())),
        (W.fact_identity(), identity),
        (W.fact_topics(), topics.join(" · ")),
        (W.fact_extension(), request.extension_reason.clone().unwrap_or_default()),
    ];
    let known = facts.into_iter().filter(|(_, value)| !value.is_empty());
    known.map(|(label, value)| (label.to_owned(), value)).collect()
}

/// « Identité vérifiée · Adélaïde Costes · aujourd’hui à 10 h · Carte présentée ».
pub(super) fn said(step: &Step, now: Moment) -> String {
    let parts = [
        W.request_state(&step.verb),
        step.name.clone().unwrap_or_default(),
        dates::past(step.at, now),
        step.detail.clone(),
    ];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

pub(super) fn identity(typed: &str, problems: &Problems) -> (Field, Button) {
    let field = Field::area("identite", W.identity_how(), 2)
        .value(typed)
        .hint(W.identity_how_hint())
        .required()
        .error(problems.of("identite"));
    (field, Button::secondary(W.identity_check()))
}

pub(super) fn links(request: &Request) -> Vec<LinkButton> {
    let path = request.desk_path();
    if request.state.is_over() {
        return vec![LinkButton::secondary(W.letter_fetch(), format!("{path}/reponse.pdf")).icon("telecharger")];
    }
    let extend = request
        .extended_at
        .is_none()
        .then(|| LinkButton::secondary(W.extend(), format!("{path}/prolongation")).icon("sablier"));
    let refuse = LinkButton::danger(W.refuse(), format!("{path}/refus"));
    extend.into_iter().chain([refuse]).collect()
}
