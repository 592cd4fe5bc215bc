//! A choice among options: radio buttons, checkboxes or a list.

use askama::Template;
use askama::filters::HtmlSafe;

/// One option of a [`Choice`].
#[derive(Clone, Debug, Default)]
pub struct Opt {
    /// What the form sends.
    pub value: String,
    /// What the person reads.
    pub label: String,
    /// A line under the label; a list does not show it.
    pub hint: Option<String>,
    /// Whether it is chosen at first.
    pub checked: bool,
}

impl Opt {
    /// An option not chosen, without a hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), ..Self::default() }
    }

    /// Adds a line under the label.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// Chooses it at first, or not.
    pub fn checked(self, checked: bool) -> Self {
        Self { checked, ..self }
    }
}

/// A group of options under one question; the first control has the identifier `f-<name>`.
#[derive(Clone, Debug, Template)]
#[template(path = "component/choice.html")]
pub struct Choice {
    name: String,
    legend: String,
    /// `radio`, `checkbox` or `select`.
    kind: &'static str,
    options: Vec<Opt>,
    hint: Option<String>,
    error: Option<String>,
    required: bool,
    optional: Option<String>,
}

impl HtmlSafe for Choice {}

impl Choice {
    fn build(kind: &'static str, name: impl Into<String>, legend: impl Into<String>, options: Vec<Opt>) -> Self {
        Self {
            name: name.into(),
            legend: legend.into(),
            kind,
            options,
            hint: None,
            error: None,
            required: false,
            optional: None,
        }
    }

    /// One option at most, all visible.
    pub fn radios(name: impl Into<String>, legend: impl Into<String>, options: Vec<Opt>) -> Self {
        Self::build("radio", name, legend, options)
    }

    /// Any number of options, all visible; the form repeats the name.
    pub fn checkboxes(name: impl Into<String>, legend: impl Into<String>, options: Vec<Opt>) -> Self {
        Self::build("checkbox", name, legend, options)
    }

    /// One option of a drop-down list.
    pub fn select(name: impl Into<String>, label: impl Into<String>, options: Vec<Opt>) -> Self {
        Self::build("select", name, label, options)
    }

    /// A sentence that helps, read with the question.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// What is wrong with the answer, if anything.
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    /// The form cannot be sent without an answer (radio buttons and lists).
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Marks the question with the given word, « facultatif ».
    pub fn optional(self, word: impl Into<String>) -> Self {
        Self { optional: Some(word.into()), ..self }
    }

    fn described_by(&self) -> Option<String> {
        super::described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }

    fn is_select(&self) -> bool {
        self.kind == "select"
    }

    /// HTML has no required group of checkboxes: there the server alone checks.
    fn required_radio(&self) -> bool {
        self.required && self.kind == "radio"
    }

    /// The first option bears the identifier that an error summary links to.
    fn option_id(&self, index: &usize) -> String {
        match index {
            0 => super::control_id(&self.name),
            other => format!("f-{}-{other}", self.name),
        }
    }
}
