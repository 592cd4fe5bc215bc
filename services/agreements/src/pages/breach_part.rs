//! The parts of the page of a breach: what was entered, what is awaited, the forms of what may come next.

use super::breach::address;
use crate::{
    Side, State, W,
    agreement::Party,
    breach::{Breach, Case, Deadline, Outcome},
    breach_form::{Act, BreachForm},
    breach_letter, breach_reminder, day, deadline,
};
use commons::paper::Paper;
use db::{Day, Problems};
use jiff::civil::Date;
use web::{
    component::{Button, Choice, Field, Opt, SafeHtml},
    paper,
};

/// A breach as it was entered.
pub(super) struct BreachPart {
    pub(super) title: String,
    pub(super) grievances: Vec<String>,
    /// What happened, and the day.
    pub(super) days: Vec<(String, String)>,
    pub(super) reasons: Vec<String>,
    /// The letters to sign: address, what they are.
    pub(super) letters: Vec<(String, String)>,
    /// The scans kept: address, what they are.
    pub(super) scans: Vec<(String, String)>,
}

/// A form of something that may be entered now.
pub(super) struct FormPart {
    pub(super) title: String,
    pub(super) hint: String,
    pub(super) address: String,
    pub(super) draft_key: String,
    pub(super) fields: Vec<SafeHtml>,
    pub(super) scan: ScanPart,
    pub(super) send: Button,
}

/// The control of a scan.
pub(super) struct ScanPart {
    pub(super) name: &'static str,
    pub(super) error: Option<String>,
}

fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A breach; its letters are made again from what is entered, for the latest one alone.
pub(super) fn breach(breach: &Breach, latest: bool, scans: &[Paper]) -> BreachPart {
    let letters = if latest { breach_letter::ready(breach) } else { Vec::new() };
    let base = address(breach.agreement_id);
    BreachPart {
        title: W.breach_of(breach.by_party.as_str(), day::of(Some(&breach.notice_on))),
        grievances: paragraphs(&breach.grievances),
        days: days(breach),
        reasons: paragraphs(breach.termination_reasons.as_deref().unwrap_or_default()),
        letters: letters.into_iter().map(|(letter, href)| (href, letter.word())).collect(),
        scans: scans.iter().map(|it| (format!("{base}/pieces/{}", it.id), paper::label(it))).collect(),
    }
}

fn days(breach: &Breach) -> Vec<(String, String)> {
    let met = breach.conciliation_outcome.as_deref().unwrap_or("planned");
    let lines = [
        (W.breach_said_received().to_owned(), &breach.notice_received_on),
        (W.breach_said_conciliation(met), &breach.conciliation_on),
        (W.breach_said_settled().to_owned(), &breach.settled_on),
        (W.breach_said_termination().to_owned(), &breach.termination_on),
        (W.breach_said_court().to_owned(), &breach.court_on),
    ];
    let known = lines.into_iter().filter(|(_, day)| day.is_some());
    known.map(|(what, day)| (what, day::of(day.as_ref()))).collect()
}

/// What is awaited, and how long is left.
pub(super) fn awaited(awaited: Deadline, today: Date) -> (String, String) {
    let left = deadline::days_left(today, awaited.day());
    let said = match left {
        ..0 => W.breach_passed().to_owned(),
        0 => W.breach_today().to_owned(),
        left => W.breach_days_left(left),
    };
    (breach_reminder::words(awaited), said)
}

/// The forms of what may be entered now by this side.
pub(super) fn forms(
    case: &Case,
    side: Side,
    typed: Option<(Act, &BreachForm)>,
    problems: &Problems,
    today: Date,
) -> Vec<FormPart> {
    let acts = acts(case, side, today);
    let blank = BreachForm::default();
    let part = |act: Act| {
        let form = typed.filter(|it| it.0 == act).map_or(&blank, |it| it.1);
        form_part(act, case, side, form, problems)
    };
    acts.into_iter().map(part).collect()
}

fn acts(case: &Case, side: Side, today: Date) -> Vec<Act> {
    if case.agreement.state == State::Active {
        return vec![Act::Notice];
    }
    if let Some(breach) = case.open() {
        let receives = breach.notice_received_on.is_none().then_some(Act::Receipt);
        let meets = breach.outcome().is_none().then_some(Act::Conciliation);
        let ends = side == Side::Academy || breach.by_party == Party::Authority;
        let ends = (ends && today >= breach.may_end_from()).then_some(Act::Termination);
        return [receives, meets, Some(Act::Settlement), ends].into_iter().flatten().collect();
    }
    let asks = case.ended().filter(|it| it.court_on.is_none()).and_then(Breach::termination);
    let asks = asks.is_some_and(|letter| today >= deadline::court(letter));
    if asks { vec![Act::Court] } else { Vec::new() }
}

fn form_part(act: Act, case: &Case, side: Side, form: &BreachForm, problems: &Problems) -> FormPart {
    let address = address(case.agreement.id);
    FormPart {
        title: W.breach_act(act.slug()),
        hint: W.breach_act_hint(act.slug()),
        address: if act == Act::Notice { address } else { format!("{address}/{}", act.slug()) },
        draft_key: format!("manquement-{}-{}", case.agreement.id, act.slug()),
        fields: fields(act, case, side, form, problems),
        scan: ScanPart { name: act.scan(), error: problems.of(act.scan()) },
        send: button(act),
    }
}

/// One thing comes next at most; the others are there for when it goes otherwise.
fn button(act: Act) -> Button {
    let label = W.breach_act_button(act.slug());
    match act {
        Act::Notice | Act::Conciliation | Act::Court => Button::primary(label),
        Act::Receipt | Act::Settlement => Button::secondary(label),
        Act::Termination => Button::danger(label),
    }
}

fn fields(act: Act, case: &Case, side: Side, form: &BreachForm, problems: &Problems) -> Vec<SafeHtml> {
    // A meeting already said to come keeps its day until it is held.
    let planned = case.open().filter(|_| act == Act::Conciliation).and_then(|it| it.conciliation_on.as_ref());
    let said = if form.day.is_empty() { planned.map_or("", Day::as_str) } else { form.day.as_str() };
    let day = Field::date(act.day(), W.breach_act_day(act.slug())).value(said).error(problems.of(act.day())).required();
    let day = SafeHtml::of(&day);
    match act {
        Act::Notice => {
            let party = (side == Side::Academy).then(|| SafeHtml::of(&party_choice(form, problems)));
            let received = Field::date("recu", W.breach_received()).value(&form.received).optional(W.office_optional());
            let received = SafeHtml::of(&received.error(problems.of("recu")));
            let grievances = Field::area("griefs", W.breach_grievances(), 8).value(&form.grievances);
            let grievances = grievances.hint(W.breach_grievances_hint()).error(problems.of("griefs")).required();
            party.into_iter().chain([day, received, SafeHtml::of(&grievances)]).collect()
        }
        Act::Conciliation => vec![day, SafeHtml::of(&outcome_choice(form, problems))],
        Act::Termination => {
            let reasons = Field::area("motifs", W.breach_reasons(), 8).value(&form.reasons);
            let reasons = reasons.hint(W.breach_reasons_hint()).error(problems.of("motifs")).required();
            vec![day, SafeHtml::of(&reasons)]
        }
        Act::Receipt | Act::Settlement | Act::Court => vec![day],
    }
}

fn party_choice(form: &BreachForm, problems: &Problems) -> Choice {
    let option =
        |party: &Party| Opt::new(party.as_str(), W.breach_party(party.as_str())).checked(form.party == party.as_str());
    Choice::radios("partie", W.breach_by(), Party::ALL.iter().map(option).collect())
        .error(problems.of("partie"))
        .required()
}

fn outcome_choice(form: &BreachForm, problems: &Problems) -> Choice {
    let option = |outcome: &Outcome| {
        Opt::new(outcome.as_str(), W.breach_outcome(outcome.as_str())).checked(form.outcome == outcome.as_str())
    };
    let unknown = Opt::new("", W.breach_outcome("planned")).checked(form.outcome.is_empty());
    let options = std::iter::once(unknown).chain(Outcome::ALL.iter().map(option)).collect();
    Choice::radios("issue", W.breach_outcome_title(), options).error(problems.of("issue"))
}
