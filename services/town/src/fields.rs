//! The fields of a form whose names follow from what is in the house: a course of a meal, a school of the commune.

use db::Problems;
use serde::Deserialize;

/// Pairs of a form, in the order of the page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The text of a field without spaces around it; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text.trim())
    }

    /// All texts of a repeated field.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(it, _)| it == name).map(|(_, text)| text.as_str()).collect()
    }

    /// Whether a box was ticked.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(it, _)| it == name)
    }

    /// The text of a field of a limited length, a problem beside it else.
    pub fn short(&self, problems: &mut Problems, name: &'static str, most: usize, too_long: &str) -> String {
        let text = self.text(name);
        problems.require(text.chars().count() <= most, name, too_long);
        text.to_owned()
    }

    /// The same on one line: what is called so stands in letters and in headings.
    pub fn line(&self, problems: &mut Problems, name: &'static str, most: usize, too_long: &str) -> String {
        let text = self.short(problems, name, most, too_long);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
