//! A control for photographs to send.

use askama::{Template, filters::HtmlSafe};

/// One photograph to choose, or several.
#[derive(Clone, Debug, Template)]
#[template(path = "file_field.html")]
pub(super) struct FileField {
    name: String,
    label: String,
    hint: Option<String>,
    error: Option<String>,
    several: bool,
}

impl HtmlSafe for FileField {}

impl FileField {
    pub(super) fn one(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), hint: None, error: None, several: false }
    }

    pub(super) fn several(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { several: true, ..Self::one(name, label) }
    }

    pub(super) fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    pub(super) fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    fn described_by(&self) -> Option<String> {
        let error = self.error.as_ref().map(|_| format!("f-{}-error", self.name));
        let hint = self.hint.as_ref().map(|_| format!("f-{}-hint", self.name));
        let both: Vec<String> = error.into_iter().chain(hint).collect();
        (!both.is_empty()).then(|| both.join(" "))
    }
}
