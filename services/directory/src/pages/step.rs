//! Where the import that runs is: a bar and a few words, which the page shows again by itself.

use crate::{W, import::Progress};

/// Seconds between two looks.
const EVERY: u16 = 5;

/// The step of an import.
pub(super) struct Step {
    pub(super) title: String,
    pub(super) label: String,
    /// Of a hundred; none while nobody can tell.
    pub(super) percent: Option<u64>,
    /// How often the page looks again, in seconds; none when it stays still.
    pub(super) every: Option<u16>,
}

impl Step {
    /// The step of an import for an académie, if its name is known.
    pub(super) fn new(academy: Option<String>, progress: Option<Progress>, follows: bool) -> Self {
        let title = academy.map_or_else(|| W.underway().to_owned(), |name| W.underway_of(name));
        let (label, percent) = told(progress);
        Self { title, label, percent, every: follows.then_some(EVERY) }
    }
}

fn told(progress: Option<Progress>) -> (String, Option<u64>) {
    match progress {
        None => (W.step_opening().to_owned(), None),
        Some(Progress::Reading { bytes, total }) => {
            let percent = (bytes * 100).checked_div(total).unwrap_or(0).min(100);
            (W.step_reading(percent), Some(percent))
        }
        Some(Progress::Comparing) => (W.step_comparing().to_owned(), None),
        Some(Progress::Writing) => (W.step_writing().to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_is_told_in_percent_and_the_rest_in_words() {
        let reading = |bytes, total| Some(Progress::Reading { bytes, total });
        for (progress, label, percent) in [
            (None, "Ouverture de l’archive", None),
            (reading(434, 1000), "Lecture 43\u{a0}%", Some(43)),
            (reading(7, 0), "Lecture 0\u{a0}%", Some(0)),
            (reading(1001, 1000), "Lecture 100\u{a0}%", Some(100)),
            (Some(Progress::Comparing), "Comparaison", None),
            (Some(Progress::Writing), "Écriture", None),
        ] {
            let step = Step::new(None, progress, true);
            assert_eq!((step.label.as_str(), step.percent), (label, percent));
        }
    }

    #[test]
    fn the_academy_is_named_when_it_is_known() {
        assert_eq!(Step::new(None, None, false).title, "Import en cours");
        let named = Step::new(Some("TOULOUSE".to_owned()), None, false);
        assert_eq!((named.title.as_str(), named.every), ("Import en cours pour l’académie TOULOUSE", None));
    }
}
