//! A button that has the browser's own voice read a text.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::assets;
use std::borrow::Cow;

/// « Écouter »: reads the element of the page with an identifier. Without script or without a French voice it is not
/// there.
#[derive(Clone, Debug, Template)]
#[template(
    source = r##"<lazy-part class="no-print" data-src="{{ self.script() }}"><read-aloud hidden data-text="{{ text }}" data-listen="{{ crate::W.listen() }}" data-stop="{{ crate::W.listen_stop() }}">{{ crate::component::Icon::new("oreille") }}</read-aloud></lazy-part>"##,
    ext = "html"
)]
pub struct ReadAloud {
    text: Cow<'static, str>,
}

impl HtmlSafe for ReadAloud {}

impl ReadAloud {
    /// The button for the element whose identifier is `text`.
    pub fn new(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into() }
    }

    fn script(&self) -> &'static str {
        assets::url("reading.js")
    }
}
