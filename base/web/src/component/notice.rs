//! A message at the top of a page or beside what it is about.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Icon;

/// A message whose tone is told by its words, an icon and a colour.
#[derive(Clone, Debug, Template)]
#[template(path = "component/notice.html")]
pub struct Notice {
    tone: &'static str,
    /// `alert` interrupts, `status` waits.
    role: &'static str,
    icon: Icon,
    title: Option<String>,
    text: String,
    /// What it says, and where it leads.
    link: Option<(String, String)>,
}

impl HtmlSafe for Notice {}

impl Notice {
    fn build(tone: &'static str, role: &'static str, icon: &str, text: impl Into<String>) -> Self {
        Self { tone, role, icon: Icon::new(icon), title: None, text: text.into(), link: None }
    }

    /// Something to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self::build("info", "status", "info", text)
    }

    /// Something was done.
    pub fn success(text: impl Into<String>) -> Self {
        Self::build("success", "status", "fait", text)
    }

    /// Something to look at before going on.
    pub fn attention(text: impl Into<String>) -> Self {
        Self::build("attention", "status", "attention", text)
    }

    /// Something went wrong; announced at once.
    pub fn problem(text: impl Into<String>) -> Self {
        Self::build("problem", "alert", "probleme", text)
    }

    /// Where something can be done about it, after the text.
    pub fn link(self, label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { link: Some((label.into(), href.into())), ..self }
    }

    /// A few words in bold above the text.
    pub fn title(self, title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..self }
    }
}
