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
    actions: SafeHtml,
}

impl HtmlSafe for Dialog {}

impl Dialog {
    /// `actions` are the buttons, built with [`SafeHtml::of`] and [`SafeHtml::and`].
    pub fn new(id: impl Into<String>, title: impl Into<String>, body: SafeHtml, actions: SafeHtml) -> Self {
        Self { id: id.into(), title: title.into(), body, actions }
    }
}
