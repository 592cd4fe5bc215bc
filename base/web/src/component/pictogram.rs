//! One picture for children: an animal, a thing they can name.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::assets;

/// A picture in colours beside its word; hidden from screen readers, which read the word.
#[derive(Clone, Debug, Template)]
#[template(
    source = r##"<svg class="picture-of-child" viewBox="0 0 64 64" aria-hidden="true" focusable="false"><use href="{{ self.sprite() }}#{{ name }}"/></svg>"##,
    ext = "html"
)]
pub struct Pictogram {
    name: String,
}

impl HtmlSafe for Pictogram {}

impl Pictogram {
    /// The picture kept in `base/web/icons/pictures/<name>.svg`; a debug build stops on a name that has no file.
    pub fn new(name: impl Into<String>) -> Self {
        let name = name.into();
        debug_assert!(assets::has_picture(&name), "no picture named {name} in base/web/icons/pictures");
        Self { name }
    }

    fn sprite(&self) -> &'static str {
        assets::url("pictures.svg")
    }
}
