//! What is typed in the forms of the office, as it is kept: lines, texts, days, addresses.

use crate::W;
use db::Problems;
use jiff::civil::Date;

/// A text of one line: what ends a line in it is a space, whoever sent it. Names stand in subjects of letters.
pub(crate) fn line(typed: &str, longest: usize, field: &'static str, problems: &mut Problems) -> String {
    text(&typed.split_whitespace().collect::<Vec<_>>().join(" "), longest, field, problems)
}

/// A text of several lines.
pub(crate) fn text(typed: &str, longest: usize, field: &'static str, problems: &mut Problems) -> String {
    let text = typed.trim().replace("\r\n", "\n");
    problems.require(text.chars().count() <= longest, field, W.office_text_too_long(longest));
    text
}

/// A day, when one was typed.
pub(crate) fn day(typed: &str, field: &'static str, problems: &mut Problems) -> Option<String> {
    let day = typed.trim().parse::<Date>().ok().map(|it| it.to_string());
    problems.require(day.is_some() || typed.trim().is_empty(), field, W.office_day_wrong());
    day
}

/// The address of a mailbox, when one was typed.
pub(crate) fn email(typed: &str, longest: usize, field: &'static str, problems: &mut Problems) -> String {
    let email = text(typed, longest, field, problems);
    problems.require(email.is_empty() || is_email(&email), field, W.office_email_wrong());
    email
}

/// Nothing for an empty text.
pub(crate) fn some(text: String) -> Option<String> {
    Some(text).filter(|it| !it.is_empty())
}

/// Enough to tell a slip of the finger from an address; a letter tells the rest.
fn is_email(text: &str) -> bool {
    let mut parts = text.split('@');
    let (Some(local), Some(host), None) = (parts.next(), parts.next(), parts.next()) else { return false };
    !local.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !text.chars().any(|it| it.is_whitespace() || it.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_with_a_slip_are_told() {
        assert!(is_email("mairie@montaubrac.example.fr"));
        for wrong in ["mairie", "mairie@", "@montaubrac.fr", "a@b@c.fr", "mairie@montaubrac", "ma irie@montaubrac.fr"] {
            assert!(!is_email(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_line_holds_no_other() {
        let mut problems = Problems::default();
        assert_eq!(line(" Ville\r\nBcc: x ", 20, "nom", &mut problems), "Ville Bcc: x");
        assert!(problems.is_empty());
        text("trop long", 3, "nom", &mut problems);
        assert!(problems.of("nom").is_some());
    }
}
