//! A list of links and commands behind a button; works without script.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Avatar, Icon};

/// One line of a [`Menu`].
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// What the line says.
    pub label: String,
    /// Where it goes, or what it posts to.
    pub href: String,
    /// The drawing before the label.
    pub icon: Icon,
    /// Whether it changes something: then it is a form with one button.
    pub method_post: bool,
}

impl MenuItem {
    /// A link to a page.
    pub fn link(label: impl Into<String>, href: impl Into<String>, icon: impl Into<String>) -> Self {
        Self { label: label.into(), href: href.into(), icon: Icon::new(icon), method_post: false }
    }

    /// A command, such as « Se déconnecter »; the answer is a fresh page load.
    pub fn post(label: impl Into<String>, href: impl Into<String>, icon: impl Into<String>) -> Self {
        Self { method_post: true, ..Self::link(label, href, icon) }
    }
}

/// Items unfolded by a click on the label.
#[derive(Clone, Debug, Template)]
#[template(path = "component/menu.html")]
pub struct Menu {
    label: String,
    items: Vec<MenuItem>,
    icon: Option<Icon>,
    avatar: Option<Avatar>,
}

impl HtmlSafe for Menu {}

impl Menu {
    /// A menu whose button says `label`.
    pub fn new(label: impl Into<String>, items: Vec<MenuItem>) -> Self {
        Self { label: label.into(), items, icon: None, avatar: None }
    }

    /// Draws the icon called `name` before the label.
    pub fn icon(self, name: impl Into<String>) -> Self {
        Self { icon: Some(Icon::new(name)), ..self }
    }

    /// Draws a person before the label; on a phone the drawing stands alone, the label stays for screen readers.
    pub fn avatar(self, avatar: Avatar) -> Self {
        Self { avatar: Some(avatar.name_hidden()), ..self }
    }
}
