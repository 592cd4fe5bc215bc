//! One drawing of the icon sprite.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::assets;

/// A drawing beside a word; it says nothing by itself and is hidden from screen readers.
#[derive(Clone, Debug, Template)]
#[template(
    source = r##"<svg class="icon" aria-hidden="true" focusable="false"><use href="{{ self.sprite() }}#{{ name }}"/></svg>"##,
    ext = "html"
)]
pub struct Icon {
    name: String,
}

impl HtmlSafe for Icon {}

impl Icon {
    /// The icon kept in `base/web/icons/<name>.svg`; a debug build stops on a name that has no file.
    pub fn new(name: impl Into<String>) -> Self {
        let name = name.into();
        debug_assert!(assets::has_icon(&name), "no icon named {name} in base/web/icons");
        Self { name }
    }

    fn sprite(&self) -> &'static str {
        assets::url("icons.svg")
    }
}
