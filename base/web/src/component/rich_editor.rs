//! A text area that becomes a rich text editor where scripts run.

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::assets;

/// The words of the editor's tools.
#[derive(Clone, Debug)]
pub struct EditorWords {
    /// The name of the row of tools.
    pub toolbar: Cow<'static, str>,
    /// Strong text.
    pub bold: Cow<'static, str>,
    /// Emphasised text.
    pub italic: Cow<'static, str>,
    /// Underlined text.
    pub underline: Cow<'static, str>,
    /// A title inside the text.
    pub heading: Cow<'static, str>,
    /// A list with dots.
    pub bullets: Cow<'static, str>,
    /// A list with numbers.
    pub numbers: Cow<'static, str>,
    /// A quotation.
    pub quote: Cow<'static, str>,
    /// A link.
    pub link: Cow<'static, str>,
    /// « Adresse du lien (vide pour l’enlever) ».
    pub link_question: Cow<'static, str>,
    /// Takes back the last change.
    pub undo: Cow<'static, str>,
    /// Does it again.
    pub redo: Cow<'static, str>,
    /// The ink colours, in the order of `richtext`'s palette: name kept in the document, word shown.
    pub inks: Vec<(Cow<'static, str>, Cow<'static, str>)>,
}

/// The form sends `name` (plain text, always) and `name_json` (the document, when the editor ran).
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
    words: EditorWords,
}

impl HtmlSafe for RichEditor {}

impl RichEditor {
    /// An empty editor.
    pub fn new(name: impl Into<String>, label: impl Into<String>, words: EditorWords) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            value: String::new(),
            document: None,
            pupil: false,
            hint: None,
            error: None,
            words,
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

    /// Fewer tools: bold, lists and inks.
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

    fn script(&self) -> &'static str {
        assets::url("editor.js")
    }

    fn sprite(&self) -> &'static str {
        assets::url("icons.svg")
    }
}
