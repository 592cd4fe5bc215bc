//! A page with nothing in it yet, which says what to do.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::assets;

/// A drawing, one sentence, one thing to do.
#[derive(Clone, Debug, Template)]
#[template(path = "component/empty_state.html")]
pub struct EmptyState {
    drawing: String,
    sentence: String,
    action: Option<(String, String)>,
}

impl HtmlSafe for EmptyState {}

impl EmptyState {
    /// `drawing` is a file of `base/web/icons/drawings`; `action` is a label and where it leads.
    pub fn new(drawing: impl Into<String>, sentence: impl Into<String>, action: Option<(String, String)>) -> Self {
        let drawing = drawing.into();
        debug_assert!(assets::has_drawing(&drawing), "no drawing named {drawing} in base/web/icons/drawings");
        Self { drawing, sentence: sentence.into(), action }
    }

    fn sprite(&self) -> &'static str {
        assets::url("drawings.svg")
    }
}
