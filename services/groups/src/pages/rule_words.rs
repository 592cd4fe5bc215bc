//! A rule in words.

use crate::{W, rule::Line};

/// « Les élèves de CE1, CE2 (Les Tilleuls). », a sentence for the levels of each school and one for its classes.
pub(super) fn sentences(lines: &[Line]) -> Vec<String> {
    let mut sentences = Vec::new();
    for of_school in lines.chunk_by(|one, other| one.school_id == other.school_id) {
        let Some(school) = of_school.first().map(|line| line.school_name.as_str()) else { continue };
        let levels: Vec<&str> = of_school.iter().filter_map(|line| line.level.as_deref()).map(level_word).collect();
        let classes: Vec<&str> = of_school.iter().filter_map(|line| line.class_name.as_deref()).collect();
        if !levels.is_empty() {
            sentences.push(W.rule_levels(levels.join(", "), school));
        }
        if !classes.is_empty() {
            sentences.push(W.rule_classes(classes.join(", "), school));
        }
    }
    sentences
}

/// The short name of a level teachers use; its code where there is none.
pub(super) fn level_word(code: &str) -> &str {
    aaf::level_of(code).map_or(code, |level| level.label)
}
