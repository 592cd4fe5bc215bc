//! A question over the page.

use askama::Template;
use askama::filters::HtmlSafe;

use super::SafeHtml;

/// A native `<dialog>`, opened by a [`super::LinkButton`] with the same identifier; Escape closes it.
#[derive(Clone, Debug, Template)]
#[template(path = "component/dialog.html")]
pub struct Dialog {
    id: String,
    title: String,
    body: SafeHtml,
}

impl HtmlSafe for Dialog {}

impl Dialog {
    /// `body` is the form of the page its link leads to. A link back to the page below closes it.
    pub fn new(id: impl Into<String>, title: impl Into<String>, body: SafeHtml) -> Self {
        Self { id: id.into(), title: title.into(), body }
    }
}
