//! Before something is taken away that does not come back by itself: a page says what ends, and its button does it.

use crate::component::{Button, LinkButton};
use askama::Template;

/// The page that asks.
#[derive(Debug, Template)]
#[template(path = "ask.html")]
pub struct AskPage {
    title: String,
    said: Vec<String>,
    action: String,
    button: Button,
    back: LinkButton,
    is_whole: bool,
}

impl AskPage {
    /// A question sent to `action` by `button`; whoever gives up goes `back`.
    pub fn new(title: impl Into<String>, action: impl Into<String>, button: Button, back: LinkButton) -> Self {
        Self { title: title.into(), said: Vec::new(), action: action.into(), button, back, is_whole: false }
    }

    /// Says what ends, in a paragraph more; the first is the one that counts.
    pub fn says(mut self, words: impl Into<String>) -> Self {
        self.said.push(words.into());
        self
    }

    /// Its answer is no page to go to but a file, or something shown this once: the browser asks for it by itself.
    pub fn whole(self) -> Self {
        Self { is_whole: true, ..self }
    }

    /// What it asks.
    pub fn title(&self) -> &str {
        &self.title
    }
}
