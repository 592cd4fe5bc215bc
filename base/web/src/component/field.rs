//! A labelled text control: it cannot be built without its label.

use askama::Template;
use askama::filters::HtmlSafe;

/// One line or area of text with its label, hint and error.
///
/// Its control has the identifier `f-<name>`, its hint `f-<name>-hint`, its error `f-<name>-error`.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "component/field.html")]
pub struct Field {
    name: String,
    label: String,
    /// The `type` of the input; unused by an area.
    input_type: &'static str,
    /// Present for an area.
    rows: Option<u16>,
    value: String,
    hint: Option<String>,
    error: Option<String>,
    required: bool,
    optional: Option<String>,
    autocomplete: Option<String>,
    inputmode: Option<String>,
    maxlength: Option<usize>,
    spellcheck_off: bool,
    reveal: Option<Reveal>,
    strength: Option<Strength>,
}

#[derive(Clone, Debug)]
struct Reveal {
    show: String,
    hide: String,
}

#[derive(Clone, Debug)]
struct Strength {
    minimum: usize,
    short: String,
    simple: String,
    good: String,
}

impl HtmlSafe for Field {}

impl Field {
    fn input(input_type: &'static str, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self { name: name.into(), label: label.into(), input_type, ..Self::default() }
    }

    /// A line of text.
    pub fn text(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("text", name, label)
    }

    /// A secret, hidden while typed; its value is never sent back to the page.
    pub fn password(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("password", name, label).spellcheck_off()
    }

    /// An electronic address.
    pub fn email(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("email", name, label).spellcheck_off()
    }

    /// A day; the value is `YYYY-MM-DD`.
    pub fn date(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("date", name, label)
    }

    /// A time of day; the value is `HH:MM`.
    pub fn time(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("time", name, label)
    }

    /// A number.
    pub fn number(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("number", name, label)
    }

    /// A line to search with.
    pub fn search(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::input("search", name, label)
    }

    /// Several lines of text, `rows` of them visible at first.
    pub fn area(name: impl Into<String>, label: impl Into<String>, rows: u16) -> Self {
        Self { rows: Some(rows), ..Self::input("text", name, label) }
    }

    /// What the control contains at first, or what the person had typed.
    pub fn value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// A sentence that helps, read with the label.
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    /// What is wrong with the value, if anything.
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    /// The form cannot be sent without it.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Marks the label with the given word, « facultatif »; required fields carry no mark.
    pub fn optional(self, word: impl Into<String>) -> Self {
        Self { optional: Some(word.into()), ..self }
    }

    /// The HTML autofill token, such as `username` (WCAG 1.3.5).
    pub fn autocomplete(self, token: impl Into<String>) -> Self {
        Self { autocomplete: Some(token.into()), ..self }
    }

    /// The virtual keyboard to offer, such as `numeric`.
    pub fn inputmode(self, mode: impl Into<String>) -> Self {
        Self { inputmode: Some(mode.into()), ..self }
    }

    /// The longest value accepted, in UTF-16 units as browsers count.
    pub fn maxlength(self, length: usize) -> Self {
        Self { maxlength: Some(length), ..self }
    }

    /// No spelling, no capital and no correction: for codes and identifiers.
    pub fn spellcheck_off(self) -> Self {
        Self { spellcheck_off: true, ..self }
    }

    /// Adds to a password a button that shows and hides it, with its two words.
    pub fn reveal(self, show: impl Into<String>, hide: impl Into<String>) -> Self {
        Self { reveal: Some(Reveal { show: show.into(), hide: hide.into() }), ..self }
    }

    /// Says while a password is typed whether it is `short` (under `minimum` characters), `simple` or `good`.
    pub fn strength(
        self,
        minimum: usize,
        short: impl Into<String>,
        simple: impl Into<String>,
        good: impl Into<String>,
    ) -> Self {
        let strength = Strength { minimum, short: short.into(), simple: simple.into(), good: good.into() };
        Self { strength: Some(strength), ..self }
    }

    fn described_by(&self) -> Option<String> {
        super::described_by(&self.name, self.hint.is_some(), self.error.is_some())
    }

    /// A password never travels back to the page.
    fn shown_value(&self) -> &str {
        if self.input_type == "password" { "" } else { &self.value }
    }
}

/// A value the form carries without showing it.
#[derive(Clone, Debug, Template)]
#[template(source = r#"<input type="hidden" name="{{ name }}" value="{{ value }}">"#, ext = "html")]
pub struct Hidden {
    name: String,
    value: String,
}

impl HtmlSafe for Hidden {}

impl Hidden {
    /// The pair to send with the form.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}
