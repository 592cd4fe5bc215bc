//! A page that asks before something is taken away.

use askama::Template;
use web::component::Button;

/// The page.
#[derive(Template)]
#[template(path = "ask.html")]
pub(super) struct AskPage {
    pub(super) title: String,
    pub(super) about: String,
    pub(super) action: String,
    pub(super) button: Button,
    pub(super) back: String,
}
