//! Who a thing is for, said before it is sent.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Icon;

/// « Familles de la classe · 24 familles ».
#[derive(Clone, Debug, Template)]
#[template(path = "component/audience_chip.html")]
pub struct AudienceChip {
    label: String,
    icon: Icon,
    people: Option<String>,
}

impl HtmlSafe for AudienceChip {}

impl AudienceChip {
    /// `icon` names a drawing such as `famille`; the count is written bare: see [`Self::people`].
    pub fn new(label: impl Into<String>, icon: impl Into<String>, people_count: Option<u64>) -> Self {
        Self { label: label.into(), icon: Icon::new(icon), people: people_count.map(|count| count.to_string()) }
    }

    /// The count in words, such as « 24 familles ».
    pub fn people(self, words: impl Into<String>) -> Self {
        Self { people: Some(words.into()), ..self }
    }
}

/// « Qui verra, et quand » : the groups and their names, unfolded on demand.
#[derive(Clone, Debug, Template)]
#[template(path = "component/sees_who.html")]
pub struct SeesWho {
    summary: String,
    groups: Vec<(String, Vec<String>)>,
    when: Option<String>,
}

impl HtmlSafe for SeesWho {}

impl SeesWho {
    /// `groups` are pairs of a group's name and the people in it; `when` is a sentence.
    pub fn new(summary: impl Into<String>, groups: Vec<(String, Vec<String>)>, when: Option<String>) -> Self {
        Self { summary: summary.into(), groups, when }
    }
}
