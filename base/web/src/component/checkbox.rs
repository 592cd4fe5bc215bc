//! One box to tick, alone.

use askama::Template;
use askama::filters::HtmlSafe;

/// A yes-or-no with its label; the form sends `name=on` when it is ticked and nothing otherwise.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "component/checkbox.html")]
pub struct Checkbox {
    name: String,
    label: String,
    checked: bool,
    required: bool,
    hint: Option<String>,
    error: Option<String>,
}

impl HtmlSafe for Checkbox {}

impl Checkbox {
    /// A box not ticked.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), ..Self::default() }
    }

    /// Ticks it at first, or not.
    pub fn checked(self, checked: bool) -> Self {
        Self { checked, ..self }
    }

    /// The form cannot be sent without it being ticked.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// A sentence that helps, read with the label.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// What is wrong, if anything.
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    fn described_by(&self) -> Option<String> {
        super::described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }
}
