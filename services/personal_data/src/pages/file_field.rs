//! A control for papers to send.

use askama::{Template, filters::HtmlSafe};

/// Papers to choose, with their label.
#[derive(Clone, Debug, Template)]
#[template(path = "file_field.html")]
pub(super) struct FileField {
    name: &'static str,
    label: String,
    error: Option<String>,
}

impl HtmlSafe for FileField {}

impl FileField {
    /// Papers, several if need be.
    pub(super) fn new(name: &'static str, label: impl Into<String>, error: Option<String>) -> Self {
        Self { name, label: label.into(), error }
    }
}
