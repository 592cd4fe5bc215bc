//! Buttons that send a form, and links that look like them.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Icon;

/// A button of a form: an infinitive with its object, such as « Publier dans le journal ».
#[derive(Clone, Debug, Template)]
#[template(path = "component/button.html")]
pub struct Button {
    label: String,
    look: &'static str,
    icon: Option<Icon>,
    name_value: Option<(String, String)>,
    action: Option<String>,
    spoken: Option<String>,
}

impl HtmlSafe for Button {}

impl Button {
    fn build(look: &'static str, label: impl Into<String>) -> Self {
        Self { label: label.into(), look, icon: None, name_value: None, action: None, spoken: None }
    }

    /// What the page is for; at most one on a page.
    pub fn primary(label: impl Into<String>) -> Self {
        Self::build("primary", label)
    }

    /// Another thing to do.
    pub fn secondary(label: impl Into<String>) -> Self {
        Self::build("secondary", label)
    }

    /// A thing that takes something away.
    pub fn danger(label: impl Into<String>) -> Self {
        Self::build("danger", label)
    }

    /// Draws the icon called `name` before the label.
    pub fn icon(self, name: impl Into<String>) -> Self {
        Self { icon: Some(Icon::new(name)), ..self }
    }

    /// What the form sends when this button was the one pressed.
    pub fn name_value(self, name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name_value: Some((name.into(), value.into())), ..self }
    }

    /// Sends the form elsewhere than its other buttons, with all that was typed in it.
    pub fn action(self, address: impl Into<String>) -> Self {
        Self { action: Some(address.into()), ..self }
    }

    /// Ends the label for who hears the page, where its row shows the rest to the eye: « à Emma Durand ».
    pub fn spoken(self, words: impl Into<String>) -> Self {
        Self { spoken: Some(words.into()), ..self }
    }
}

/// The heading a link about a school or a class is shown under, on the page of that school or class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chapter {
    /// Who is there: pupils, adults, groups, who to call.
    People,
    /// How they get in: accounts, sheets, codes, tablets.
    Doors,
    /// What comes from ONDE and from the académie, and the turn of the year.
    Directory,
    /// What the school or the class decides for itself.
    Rules,
    /// All the rest: the town, the site, the figures.
    #[default]
    Around,
}

/// A link to another page in the look of a button.
#[derive(Clone, Debug, Template)]
#[template(path = "component/link_button.html")]
pub struct LinkButton {
    label: String,
    href: String,
    look: &'static str,
    icon: Option<Icon>,
    dialog: Option<String>,
    chapter: Chapter,
}

impl HtmlSafe for LinkButton {}

impl LinkButton {
    fn build(look: &'static str, label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), look, icon: None, dialog: None, chapter: Chapter::default() }
    }

    /// What the page is for; at most one on a page.
    pub fn primary(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::build("primary", label, href)
    }

    /// Another thing to do.
    pub fn secondary(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::build("secondary", label, href)
    }

    /// Leads to a thing that takes something away.
    pub fn danger(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::build("danger", label, href)
    }

    /// Draws the icon called `name` before the label.
    pub fn icon(self, name: impl Into<String>) -> Self {
        Self { icon: Some(Icon::new(name)), ..self }
    }

    /// Opens the [`super::Dialog`] of this identifier; without script the link goes to its page.
    pub fn dialog(self, id: impl Into<String>) -> Self {
        Self { dialog: Some(id.into()), ..self }
    }

    /// Shows the link under this heading, on the page of a school or of a class.
    pub fn under(self, chapter: Chapter) -> Self {
        Self { chapter, ..self }
    }

    /// Whether it is shown under this heading.
    pub fn is_under(&self, chapter: Chapter) -> bool {
        self.chapter == chapter
    }
}
