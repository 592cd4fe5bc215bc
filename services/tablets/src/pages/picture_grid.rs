//! The thirty pictures as tiles to press, always in the same places.

use crate::picture::{ALL, Picture};
use web::component::Pictogram;

/// A picture to press.
pub(super) struct PictureTile {
    /// What is sent.
    pub(super) name: &'static str,
    /// What it is called.
    pub(super) word: &'static str,
    /// Its drawing.
    pub(super) drawing: Pictogram,
}

impl PictureTile {
    /// The tile of a picture.
    pub(super) fn new(picture: Picture) -> Self {
        Self { name: picture.0, word: (picture.1)(), drawing: Pictogram::new(picture.0) }
    }

    /// All of them.
    pub(super) fn all() -> Vec<Self> {
        ALL.iter().copied().map(Self::new).collect()
    }
}
