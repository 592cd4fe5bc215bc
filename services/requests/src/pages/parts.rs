//! The parts of forms both who asks and who answers have: files, and names of pupils that were found.

use crate::W;
use askama::{Template, filters::HtmlSafe};
use db::Problems;
use web::component::{Checkbox, Notice};

/// The field the files come in.
pub(crate) const FILES: &str = "fichiers";

/// A file control; papers are judged when the form arrives.
#[derive(Template)]
#[template(path = "files.html")]
pub(crate) struct FilesPart {
    error: Option<String>,
    came_back: bool,
}

impl HtmlSafe for FilesPart {}

impl FilesPart {
    /// With what is wrong, if anything.
    pub(crate) fn new(problems: &Problems) -> Self {
        Self { error: problems.of(FILES), came_back: !problems.is_empty() }
    }
}

/// The field by which somebody says that a name that was found is meant.
pub(crate) const CONFIRMED: &str = "confirmed";

/// Pupils that were named, and the box by which one says that it is meant.
#[derive(Template)]
#[template(path = "named.html")]
pub(crate) struct NamedPart {
    notice: Notice,
    names: Vec<String>,
    confirm: Checkbox,
}

impl HtmlSafe for NamedPart {}

impl NamedPart {
    /// Nothing where nobody was named.
    pub(crate) fn new(names: Vec<String>) -> Option<Self> {
        (!names.is_empty()).then(|| Self {
            notice: Notice::attention(W.named_about()).title(W.named_title()),
            names,
            confirm: Checkbox::new(CONFIRMED, W.named_confirm()),
        })
    }
}
