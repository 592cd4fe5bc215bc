//! Files to send with a request or an answer.

use askama::{Template, filters::HtmlSafe};
use db::Problems;

/// A file control named `files`; papers are judged when the form arrives.
#[derive(Template)]
#[template(path = "files.html")]
pub(crate) struct FilesPart {
    error: Option<String>,
}

/// The field the files come in.
pub(crate) const FILES: &str = "files";

impl HtmlSafe for FilesPart {}

impl FilesPart {
    /// With what is wrong, if anything.
    pub(crate) fn new(problems: &Problems) -> Self {
        Self { error: problems.of(FILES) }
    }
}
