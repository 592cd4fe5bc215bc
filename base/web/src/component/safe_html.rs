//! HTML that was already rendered by one of our own templates.

use std::fmt;

use askama::filters::HtmlSafe;

/// Markup that a template or the rich text renderer produced: printed as it is.
///
/// Never build one from what a person typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml(pub String);

impl SafeHtml {
    /// The markup of one component.
    pub fn of(part: &impl HtmlSafe) -> Self {
        Self(part.to_string())
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl HtmlSafe for SafeHtml {}
