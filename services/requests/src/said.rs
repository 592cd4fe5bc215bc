//! What somebody answered to what a kind of request asks.

use crate::{
    W,
    extra::{ANSWERS, Extra, ExtraKind},
};
use db::Problems;
use serde::{Deserialize, Serialize};

/// An answer kept with a request: what was asked, what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// What was asked.
    pub label: String,
    /// What was said; a day in ISO.
    pub value: String,
    /// What it is.
    pub kind: ExtraKind,
}

/// The answers typed, in the order of what is asked; what is wrong goes beside its field.
pub(crate) fn check(extras: &[Extra], typed: &[String], problems: &mut Problems) -> Vec<Said> {
    let mut said = Vec::new();
    for (rank, (extra, name)) in extras.iter().zip(ANSWERS).enumerate() {
        let value = typed.get(rank).map_or("", |it| it.trim());
        if value.is_empty() {
            problems.require(!extra.required, name, W.answer_missing());
            continue;
        }
        match extra.wrong(value) {
            Some(wrong) => problems.add(name, wrong),
            None => said.push(Said { label: extra.label.clone(), value: value.to_owned(), kind: extra.kind }),
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extra(kind: ExtraKind, required: bool) -> Extra {
        Extra { label: "Salle".to_owned(), kind, options: vec!["Gymnase".to_owned()], required }
    }

    #[test]
    fn each_answer_is_of_its_kind() {
        for (kind, value, fine) in [
            (ExtraKind::Text, "Préau", true),
            (ExtraKind::Choice, "Gymnase", true),
            (ExtraKind::Choice, "Piscine", false),
            (ExtraKind::Date, "2026-10-02", true),
            (ExtraKind::Date, "demain", false),
            (ExtraKind::Number, "12", true),
            (ExtraKind::Number, "-1", false),
            (ExtraKind::Text, "", true),
        ] {
            let mut problems = Problems::default();
            check(&[extra(kind, false)], &[value.to_owned()], &mut problems);
            assert_eq!(problems.is_empty(), fine, "{kind:?} {value}");
        }
        let mut problems = Problems::default();
        check(&[extra(ExtraKind::Text, true)], &[], &mut problems);
        assert!(problems.of("champ_1").is_some());
    }
}
