//! The form of a kind of request: what was typed, what of it can be kept.

use crate::{
    W,
    extra::{Extra, ExtraKind, MOST},
    procedure::Procedure,
};
use db::{Problems, Result};
use serde::Deserialize;

/// The longest label, in characters.
pub const LONGEST_LABEL: usize = 80;
/// The longest name of a service, in characters.
pub const LONGEST_SERVICE: usize = 120;
/// The longest delay.
const MOST_DAYS: i64 = 365;

/// The names of the controls of one thing a kind asks.
#[derive(Debug, Clone, Copy)]
pub struct RowNames {
    /// What is asked.
    pub label: &'static str,
    /// What the answer is.
    pub kind: &'static str,
    /// What one chooses among.
    pub options: &'static str,
    /// Whether it must be answered.
    pub required: &'static str,
}

macro_rules! row {
    ($number:literal) => {
        RowNames {
            label: concat!("label_", $number),
            kind: concat!("kind_", $number),
            options: concat!("options_", $number),
            required: concat!("required_", $number),
        }
    };
}

/// The rows of the form.
pub const ROWS: [RowNames; MOST] =
    [row!(1), row!(2), row!(3), row!(4), row!(5), row!(6), row!(7), row!(8), row!(9), row!(10)];

/// Pairs of a form, in the order of the page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The text of a field without spaces around it; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text.trim())
    }

    /// The form of a kind as it is kept.
    pub fn of(procedure: &Procedure) -> Self {
        let mut pairs = vec![
            ("label".to_owned(), procedure.label.clone()),
            ("service".to_owned(), procedure.service.clone()),
            ("email".to_owned(), procedure.email.clone().unwrap_or_default()),
            ("delay".to_owned(), procedure.delay_days.to_string()),
        ];
        if procedure.active {
            pairs.push(("active".to_owned(), "on".to_owned()));
        }
        for (extra, names) in procedure.extras.iter().zip(ROWS) {
            pairs.push((names.label.to_owned(), extra.label.clone()));
            pairs.push((names.kind.to_owned(), extra.kind.as_str().to_owned()));
            pairs.push((names.options.to_owned(), extra.options.join(" ; ")));
            if extra.required {
                pairs.push((names.required.to_owned(), "on".to_owned()));
            }
        }
        Self(pairs)
    }

    /// The kind that can be kept, under its name in addresses.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] with a message for each field.
    pub fn check(&self, slug: String) -> Result<Procedure> {
        let mut problems = Problems::default();
        let (label, service, email) =
            (one_line(self.text("label")), one_line(self.text("service")), self.text("email"));
        problems.require(!label.is_empty(), "label", W.label_missing());
        problems.require(label.chars().count() <= LONGEST_LABEL, "label", W.label_too_long());
        problems.require(service.chars().count() <= LONGEST_SERVICE, "service", W.service_too_long());
        problems.require(email.is_empty() || is_email(email), "email", W.email_wrong());
        let delay = self.text("delay").parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
        problems.require(delay.is_some(), "delay", W.delay_wrong());
        let extras = ROWS.into_iter().filter_map(|names| self.extra(names, &mut problems)).collect();
        problems.or(Procedure {
            slug,
            label,
            extras,
            service,
            email: Some(email.to_owned()).filter(|it| !it.is_empty()),
            delay_days: delay.unwrap_or(1),
            active: !self.text("active").is_empty(),
        })
    }

    /// What one row asks; nothing for a row left empty.
    fn extra(&self, names: RowNames, problems: &mut Problems) -> Option<Extra> {
        let label = one_line(self.text(names.label));
        let mut options: Vec<String> = Vec::new();
        for option in self.text(names.options).split(';').map(str::trim).filter(|it| !it.is_empty()) {
            if !options.iter().any(|known| known == option) {
                options.push(option.to_owned());
            }
        }
        if label.is_empty() {
            problems.require(options.is_empty(), names.label, W.label_missing());
            return None;
        }
        problems.require(label.chars().count() <= LONGEST_LABEL, names.label, W.label_too_long());
        let kind = ExtraKind::try_from(self.text(names.kind).to_owned()).unwrap_or(ExtraKind::Text);
        let (fewest, most) = if kind == ExtraKind::Choice { (2, 30) } else { (0, 30) };
        let fits = options.iter().all(|it| it.chars().count() <= LONGEST_LABEL);
        problems.require(fits && (fewest..=most).contains(&options.len()), names.options, W.options_wrong());
        if kind != ExtraKind::Choice {
            options.clear();
        }
        Some(Extra { label, kind, options, required: !self.text(names.required).is_empty() })
    }
}

/// A text of one line, whoever sent it: labels stand in subjects of letters.
pub(crate) fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Enough to tell a slip of the finger from an address; a letter tells the rest.
pub(crate) fn is_email(text: &str) -> bool {
    let mut parts = text.split('@');
    let (Some(local), Some(host), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    !local.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && text.is_ascii()
        && !text.chars().any(|it| it.is_whitespace() || it.is_control())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn typed(changes: &[(&str, &str)]) -> Typed {
        let usual = [("label", "Travaux"), ("delay", "30"), ("active", "on")];
        let kept = usual.iter().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
        let pairs = kept.chain(changes);
        Typed(pairs.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    fn problem(changes: &[(&str, &str)], field: &str) -> bool {
        match typed(changes).check("x".to_owned()) {
            Err(db::Error::Invalid(problems)) => problems.of(field).is_some(),
            _ => false,
        }
    }

    #[test]
    fn a_form_is_read_as_it_was_written() {
        let changes = [
            ("label_2", "Salle"),
            ("kind_2", "choice"),
            ("options_2", "Gymnase ; Salle des fêtes;Gymnase"),
            ("required_2", "on"),
            ("email", "voirie@mairie.example.fr"),
        ];
        let procedure = typed(&changes).check("x".to_owned()).unwrap();
        assert_eq!(procedure.extras[0].options, ["Gymnase", "Salle des fêtes"]);
        assert!(procedure.extras[0].required && procedure.active);
        assert_eq!(Typed::of(&procedure).check("x".to_owned()).unwrap(), procedure);
        let sent = typed(&[("label", "Travaux\r\nBcc: x@y.fr")]).check("x".to_owned()).unwrap();
        assert_eq!(sent.label, "Travaux Bcc: x@y.fr", "a label is one line of the subject of a letter");
    }

    #[test]
    fn each_problem_stands_beside_its_field() {
        assert!(problem(&[("label", " ")], "label"));
        assert!(problem(&[("delay", "0")], "delay"));
        assert!(problem(&[("delay", "")], "delay"));
        assert!(problem(&[("email", "voirie")], "email"));
        assert!(problem(&[("label_1", "Salle"), ("kind_1", "choice"), ("options_1", "Une")], "options_1"));
        assert!(problem(&[("options_3", "Une ; deux")], "label_3"));
    }
}
