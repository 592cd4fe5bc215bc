//! A short message over the pages of its readers, until they close it or until its end.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Icon;

/// A message over a page, with a way to read more and a way to close it.
#[derive(Clone, Debug, Template)]
#[template(path = "component/banner.html")]
pub struct Banner {
    title: String,
    text: String,
    href: String,
    close: String,
    icon: Icon,
    /// The page to come back to once it is closed.
    back: String,
}

impl HtmlSafe for Banner {}

impl Banner {
    /// `href` is where the whole of it is read; a form sent to `close` closes it.
    pub fn new(
        title: impl Into<String>,
        text: impl Into<String>,
        href: impl Into<String>,
        close: impl Into<String>,
    ) -> Self {
        Self {
            title: title.into(),
            text: text.into(),
            href: href.into(),
            close: close.into(),
            icon: Icon::new("attention"),
            back: "/".to_owned(),
        }
    }

    /// The page to come back to once it is closed.
    pub fn back(self, path: impl Into<String>) -> Self {
        Self { back: path.into(), ..self }
    }
}
