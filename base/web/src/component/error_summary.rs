//! The list of what is wrong, above a form that came back.

use askama::Template;
use askama::filters::HtmlSafe;

/// Each message links to its control; screen readers announce the list and the island focuses it.
#[derive(Clone, Debug, Template)]
#[template(path = "component/error_summary.html")]
pub struct ErrorSummary {
    title: String,
    errors: Vec<(String, String)>,
}

impl HtmlSafe for ErrorSummary {}

impl ErrorSummary {
    /// `errors` are pairs of a field name and its message; an empty list prints nothing.
    pub fn new(title: impl Into<String>, errors: Vec<(impl Into<String>, impl Into<String>)>) -> Self {
        let errors = errors.into_iter().map(|(name, message)| (name.into(), message.into())).collect();
        Self { title: title.into(), errors }
    }
}
