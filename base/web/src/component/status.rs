//! The state of a published thing, in a word, an icon and a colour.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Icon;

/// The states a thing goes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusKind {
    /// Its author alone sees it.
    Draft,
    /// Waits for somebody to read it over.
    Review,
    /// Read over; waits to be published.
    Ready,
    /// Seen by its audience.
    Published,
    /// Kept, no longer shown.
    Archived,
    /// Will be published at a given time.
    Scheduled,
    /// Was published and taken back.
    Withdrawn,
}

/// A state and its word.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<span class="status status-{{ tone }}">{{ icon }}<span>{{ label }}</span></span>"#,
    ext = "html"
)]
pub struct Status {
    tone: &'static str,
    icon: Icon,
    label: String,
}

impl HtmlSafe for Status {}

impl Status {
    /// `label` is the state in the reader's words.
    pub fn new(kind: StatusKind, label: impl Into<String>) -> Self {
        let (tone, icon) = match kind {
            StatusKind::Draft => ("quiet", "crayon"),
            StatusKind::Review => ("amber", "lire"),
            StatusKind::Ready => ("green", "pouce"),
            StatusKind::Published => ("green", "fait"),
            StatusKind::Archived => ("quiet", "archive"),
            StatusKind::Scheduled => ("amber", "sablier"),
            StatusKind::Withdrawn => ("red", "retire"),
        };
        Self { tone, icon: Icon::new(icon), label: label.into() }
    }
}
