//! A breach on paper, with what article 33 asks for; the notebook as a table.

use super::{DataBreach, Nature, Risk, act, clock::deadline, step::Step};
use crate::{W, controller::Controller};
use db::{Moment, Result};
use pdf::{Column, Document, Part, Table};
use web::sheet;

/// The word of a risk.
pub fn risk_word(risk: Risk) -> &'static str {
    match risk {
        Risk::Unlikely => W.risk_none(),
        Risk::Likely => W.risk_some(),
        Risk::High => W.risk_high(),
    }
}

/// The word of a nature.
pub fn nature_word(nature: Nature) -> &'static str {
    match nature {
        Nature::Confidentiality => W.nature_confidentiality(),
        Nature::Integrity => W.nature_integrity(),
        Nature::Availability => W.nature_availability(),
    }
}

/// What was harmed, in words.
pub fn natures_words(natures: &str) -> String {
    let known = natures.split(' ').filter_map(|word| Nature::try_from(word.to_owned()).ok());
    known.map(nature_word).collect::<Vec<_>>().join(" ; ")
}

/// What is known of a breach, a label and its text each.
pub fn facts(breach: &DataBreach, now: Moment) -> Vec<(&'static str, String)> {
    let counted = |count: Option<i64>| count.map_or_else(|| W.count_unknown().to_owned(), |it| it.to_string());
    let or_none = |text: &str| if text.is_empty() { W.not_said().to_owned() } else { text.to_owned() };
    let natures = breach.natures().into_iter().map(nature_word).collect::<Vec<_>>().join(" ; ");
    vec![
        (W.breach_discovered(), act::said(breach.discovered_at)),
        (W.breach_happened(), or_none(&breach.happened)),
        (W.breach_natures(), natures),
        (W.breach_story(), breach.story.clone()),
        (W.breach_people(), breach.people.clone()),
        (W.breach_people_count(), counted(breach.people_count)),
        (W.breach_data(), breach.data.clone()),
        (W.breach_records_count(), counted(breach.records_count)),
        (W.breach_consequences(), or_none(&breach.consequences)),
        (W.breach_measures(), or_none(&breach.measures)),
        (W.breach_risk(), risk_word(breach.risk).to_owned()),
        (W.breach_notification(), notification(breach, now)),
        (W.breach_telling(), telling(breach)),
        (W.breach_closing(), breach.closed_at.map_or_else(|| W.not_yet().to_owned(), act::said)),
    ]
}

fn notification(breach: &DataBreach, now: Moment) -> String {
    match (breach.notified_at, &breach.unnotified_reason) {
        (Some(at), _) => {
            let reference = breach.reference.clone().unwrap_or_default();
            let late = breach.late_reason.as_ref().map(|why| W.breach_late_because(why));
            [Some(W.breach_notified_at(act::said(at), reference)), late]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ")
        }
        (None, Some(why)) => W.breach_not_notified(why),
        (None, None) if deadline(breach) < now => W.breach_notify_late(act::said(deadline(breach))),
        (None, None) => W.breach_notify_before(act::said(deadline(breach))),
    }
}

fn telling(breach: &DataBreach) -> String {
    match (breach.told_at, &breach.untold_reason) {
        (Some(at), _) => W.breach_told_at(act::said(at), breach.told_how.clone().unwrap_or_default()),
        (None, Some(why)) => W.breach_not_told(why),
        (None, None) if breach.risk == Risk::High => W.breach_to_tell().to_owned(),
        (None, None) => W.breach_need_not_tell().to_owned(),
    }
}

/// The sheet of a breach.
pub fn document(breach: &DataBreach, steps: &[Step], controller: &Controller, now: Moment) -> Document {
    let mut parts = vec![
        Part::Heading(W.register_controller().to_owned()),
        Part::List(controller.region.clone()),
        Part::Heading(W.register_officer().to_owned()),
        Part::List(controller.officer.clone()),
        Part::Heading(W.breach_facts().to_owned()),
    ];
    for (label, text) in facts(breach, now) {
        parts.push(Part::Subheading(label.to_owned()));
        parts.extend(text.lines().filter(|it| !it.trim().is_empty()).map(|it| Part::Paragraph(it.to_owned())));
    }
    parts.push(Part::Table(timeline(steps)));
    Document {
        title: W.breach_named(breach.number),
        issuer: vec![controller.name.clone()],
        about: vec![W.register_printed(act::said(now))],
        footer: W.breach_named(breach.number),
        parts,
        ..Document::default()
    }
}

fn timeline(steps: &[Step]) -> Table {
    let column = |label: &str, share| Column { label: label.to_owned(), share, numeric: false };
    let row = |step: &Step| {
        vec![act::said(step.at), step.verb.word().to_owned(), step.by_name.clone(), step.detail.replace('\n', " · ")]
    };
    Table {
        caption: W.breach_timeline().to_owned(),
        columns: vec![
            column(W.step_when(), 3),
            column(W.step_what(), 3),
            column(W.step_who(), 3),
            column(W.step_detail(), 6),
        ],
        rows: steps.iter().map(row).collect(),
        total: None,
    }
}

/// The whole notebook, a breach a line.
///
/// # Errors
/// A fault of serialisation.
pub fn csv(breaches: &[DataBreach], now: Moment) -> Result<Vec<u8>> {
    let header = format!("{};{}", W.breach_number(), W.breach_columns());
    let line = |breach: &DataBreach| {
        let facts = facts(breach, now).into_iter().map(|(_, text)| text);
        std::iter::once(breach.number.to_string()).chain(facts).collect::<Vec<String>>()
    };
    sheet::csv(&header, breaches.iter().map(line))
}
