//! Links between the sides of one thing.

use askama::Template;
use askama::filters::HtmlSafe;

/// One of [`Tabs`].
#[derive(Clone, Debug)]
pub struct Tab {
    /// What it says.
    pub label: String,
    /// The page it leads to.
    pub href: String,
    /// Whether it is the page being looked at.
    pub current: bool,
}

impl Tab {
    /// A tab to another page.
    pub fn new(label: impl Into<String>, href: impl Into<String>, current: bool) -> Self {
        Self { label: label.into(), href: href.into(), current }
    }
}

/// Real links, each to its own page: no script, the back button works.
#[derive(Clone, Debug, Template)]
#[template(path = "component/tabs.html")]
pub struct Tabs {
    label: String,
    tabs: Vec<Tab>,
}

impl HtmlSafe for Tabs {}

impl Tabs {
    /// `label` names the navigation for screen readers.
    pub fn new(label: impl Into<String>, tabs: Vec<Tab>) -> Self {
        Self { label: label.into(), tabs }
    }
}
