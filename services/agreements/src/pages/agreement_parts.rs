//! The parts of the page of a convention: what is known of it, as somebody of one side sees it.

use super::{agreement::address, document};
use crate::{
    Agreement, Side, W,
    agreement::Party,
    awaited, campaign, day,
    decision::Decision,
    document::Facts,
    enrolment, money,
    signature::{self, Signature},
    step::Step,
    topic::Topic,
};
use commons::paper::Paper;
use db::{Moment, Result, Tx};
use school::Authority;
use web::{
    component::{Cell, Choice, Column, LinkButton, Notice, Opt, Table},
    dates,
};

/// A signature: whose, what is known of it, where it is taken back when it may be.
pub(crate) struct SignaturePart {
    pub(crate) party: String,
    pub(crate) told: String,
    pub(crate) take_back: Option<LinkButton>,
}

/// A paper and its address.
pub(crate) struct PaperPart {
    pub(crate) href: String,
    pub(crate) label: String,
    pub(crate) about: String,
}

/// What is awaited, of whom, in words for the side that reads them.
pub(super) fn awaited(agreement: &Agreement, side: Side, decision: Option<&Decision>) -> Notice {
    let authorised = decision.is_some_and(Decision::lets_sign);
    let step = awaited::step(agreement.state, agreement.authority_signed_on.is_some(), authorised);
    let words = match side {
        Side::Academy => W.agreement_awaited_academy(step),
        Side::Authority => W.agreement_awaited_authority(step),
    };
    let words = match &agreement.reason {
        Some(reason) if agreement.state.is_over() => W.agreement_with_reason(words, reason),
        _ => words,
    };
    Notice::info(words).title(W.agreement_awaited())
}

/// What is known of it, a name and a value each; money only where it is open to the side that reads.
pub(super) fn facts(
    agreement: &Agreement,
    facts: &Facts,
    authority: &Authority,
    open: bool,
) -> Vec<(&'static str, String)> {
    let dated = |day: &Option<String>| day.as_deref().map(day::written).unwrap_or_default();
    let payer = &facts.parties.authority;
    let representative = [payer.representative.as_str(), payer.quality.as_str()];
    let reached = [authority.email.as_deref().unwrap_or_default(), authority.phone.as_deref().unwrap_or_default()];
    let known = [
        (W.agreement_siret(), payer.siret.clone()),
        (W.agreement_representative(), listed(&representative)),
        (W.agreement_contact(), listed(&reached)),
        (W.agreement_academy(), facts.parties.academy.name.clone()),
        (W.agreement_year(), campaign::year_name(agreement.year)),
        (W.agreement_price(), if open { money::euros(agreement.price_cents) } else { String::new() }),
        (W.agreement_proposed_on(), dated(&agreement.proposed_on)),
        (W.agreement_effective_on(), dated(&agreement.effective_on)),
        (W.agreement_ends_on(), day::written(&agreement.ends_on)),
        (W.agreement_ended_on(), agreement.ended_early().map(day::written).unwrap_or_default()),
    ];
    known.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn listed(parts: &[&str]) -> String {
    parts.iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// Its schools, a line each, with what each costs where it is open to the side that reads.
pub(super) fn schools(facts: &Facts, open: bool) -> Table {
    let price = open.then(|| Column::numeric(W.document_amount()));
    let columns: Vec<Column> = std::iter::once(Column::new(W.document_school())).chain(price).collect();
    let line = |school| -> Vec<Cell> {
        let price = open.then(|| Cell::text(money::euros(facts.price_cents)));
        std::iter::once(Cell::text(enrolment::label(school))).chain(price).collect()
    };
    Table::new(W.agreement_schools(), columns, facts.schools.iter().map(line).collect()).caption_hidden()
}

/// Its documents.
pub(super) fn documents(path: &str) -> Vec<LinkButton> {
    let link = |(file, label): (&str, &str)| LinkButton::secondary(label, format!("{path}/{file}")).icon("telecharger");
    document::FILES.into_iter().zip(document::labels()).map(link).collect()
}

/// Both signatures, put or awaited.
pub(super) async fn signatures(
    tx: &mut Tx,
    agreement: &Agreement,
    side: Side,
    put: &[Signature],
) -> Result<Vec<SignaturePart>> {
    let mut shown = Vec::new();
    for whose in Party::ALL.iter().copied() {
        let found = put.iter().find(|it| it.party == whose);
        let may = side == Side::Academy && signature::may_be_taken_back(tx, agreement, whose).await?;
        let href = format!("{}/signatures/{}/retrait", address(agreement.id), whose.as_str());
        shown.push(SignaturePart {
            party: W.breach_party(whose.as_str()),
            told: found.map_or_else(|| W.agreement_not_signed().to_owned(), told_signature),
            take_back: may.then(|| LinkButton::secondary(W.signature_take_back(), href).icon("annuler")),
        });
    }
    Ok(shown)
}

fn told_signature(signature: &Signature) -> String {
    let who = listed(&[&signature.name, &signature.quality]);
    W.agreement_signed(day::written(&signature.signed_on), &signature.place, who)
}

/// A paper, with what it is and when it was kept.
pub(super) fn paper(path: &str, paper: &Paper, now: Moment) -> PaperPart {
    let nature = Topic::try_from(paper.topic.clone()).unwrap_or(Topic::Other);
    PaperPart {
        href: format!("{path}/pieces/{}", paper.id),
        label: web::paper::label(paper),
        about: W.agreement_paper_about(W.agreement_nature(nature.as_str()), dates::past(paper.kept_at, now)),
    }
}

/// What a paper sent is.
pub(super) fn nature() -> Choice {
    let option = |topic: &Topic| Opt::new(topic.as_str(), W.agreement_nature(topic.as_str()));
    Choice::select("nature", W.agreement_paper_nature(), Topic::ALL.iter().map(option).collect())
}

/// A step: when, what, with which words.
pub(super) fn told(step: &Step, now: Moment) -> String {
    let what = W.agreement_step(step.verb.as_str());
    let detail = day::written(&step.detail);
    let told = if detail.is_empty() { what } else { W.agreement_step_with(what, detail) };
    let when = dates::past(step.at, now);
    match &step.who {
        Some(who) => W.agreement_step_by(told, who, when),
        None => W.agreement_step_at(told, when),
    }
}
