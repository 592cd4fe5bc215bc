//! A text area that becomes a rich text editor where scripts run.

use askama::Template;
use askama::filters::HtmlSafe;
use richtext::Color;

use crate::assets;

/// The form sends `name` (plain text, always) and `name_json` (the document, when the editor ran);
/// [`crate::written`] reads them.
#[derive(Clone, Debug, Template)]
#[template(path = "component/rich_editor.html")]
pub struct RichEditor {
    name: String,
    label: String,
    value: String,
    document: Option<String>,
    pupil: bool,
    hint: Option<String>,
    error: Option<String>,
}

impl HtmlSafe for RichEditor {}

impl RichEditor {
    /// An empty editor.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            value: String::new(),
            document: None,
            pupil: false,
            hint: None,
            error: None,
        }
    }

    /// What the text area contains where scripts do not run.
    pub fn value(self, plain: impl Into<String>) -> Self {
        Self { value: plain.into(), ..self }
    }

    /// The document to open, in the editor's JSON.
    pub fn document(self, json: impl Into<String>) -> Self {
        Self { document: Some(json.into()), ..self }
    }

    /// Fewer tools, and one that reads the text aloud.
    pub fn for_pupils(self) -> Self {
        Self { pupil: true, ..self }
    }

    /// A sentence that helps, read with the label.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// What is wrong with the text, if anything.
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    fn described_by(&self) -> Option<String> {
        super::described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }

    /// The ink colours, in the order of the palette: the name kept in the document, the word shown.
    fn inks(&self) -> String {
        Color::ALL.into_iter().map(|color| format!("{}={};", color.name(), color.label())).collect()
    }

    fn script(&self) -> &'static str {
        assets::url("editor.js")
    }

    fn sprite(&self) -> &'static str {
        assets::url("icons.svg")
    }
}
