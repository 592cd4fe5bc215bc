//! A school as people paste it: its national code first. Whatever follows is a label, compared and never believed.

use db::fold;
use school::authority::is_uai;

/// More lines than that are no list somebody pastes.
pub const MOST: usize = 500;

/// A line that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolLine {
    /// As it was typed.
    pub typed: String,
    /// Its national code, when it is one.
    pub uai: Option<String>,
    /// What follows the code.
    pub rest: String,
}

/// The lines of a text, empty ones left out.
pub fn lines(text: &str) -> Vec<SchoolLine> {
    text.lines().map(str::trim).filter(|it| !it.is_empty()).take(MOST).map(SchoolLine::of).collect()
}

impl SchoolLine {
    fn of(typed: &str) -> Self {
        // A list copied from a document keeps its dashes.
        let line = typed.trim_start_matches(|it: char| !it.is_alphanumeric());
        let (code, rest) = line.split_at(line.find(|it: char| !it.is_alphanumeric()).unwrap_or(line.len()));
        let code = code.to_ascii_uppercase();
        Self { typed: typed.to_owned(), uai: is_uai(&code).then_some(code), rest: rest.to_owned() }
    }

    /// Whether the label is another one than that of the school, whatever accents, capitals, hyphens and apostrophes.
    pub fn differs_from(&self, label: &str) -> bool {
        let typed = fold(&self.rest);
        let known = label.split_once(' ').map_or("", |it| it.1);
        !typed.is_empty() && typed != fold(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_as_they_stand_in_a_convention() {
        let text = "0311696A - TOULOUSE - 031 - E.E.PU LES TILLEULS\n\n  - 0311710r\nLes Tilleuls\n0311696B";
        let uais: Vec<Option<String>> = lines(text).into_iter().map(|it| it.uai).collect();
        assert_eq!(uais, [Some("0311696A".to_owned()), Some("0311710R".to_owned()), None, None]);
    }

    #[test]
    fn labels_are_compared_without_their_accents() {
        let label = "0311696A - SAINT-JEAN - 031 - E.E.PU L’ÉCOLE LAÏQUE";
        for typed in ["0311696A", label, "0311696A - Saint Jean - 031 - E.E.PU L'ecole laique"] {
            assert!(!lines(typed)[0].differs_from(label), "{typed}");
        }
        assert!(lines("0311696A - SAINT-JEAN - 031 - E.E.PU JULES-FERRY")[0].differs_from(label));
    }
}
