//! One published thing in a list: a post, a message, a document.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{AudienceChip, Status};

/// A picture with its description and its size in pixels, so that the page does not jump.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its address.
    pub src: String,
    /// What it shows; empty when it adds nothing to the text.
    pub alt: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// A card whose title is its only link.
#[derive(Clone, Debug, Template)]
#[template(path = "component/thing_card.html")]
pub struct ThingCard {
    /// The title of the thing.
    pub title: String,
    /// The page of the thing.
    pub href: String,
    /// Its first words.
    pub excerpt: String,
    /// When, in words: « hier à 16 h 30 ».
    pub when: String,
    /// Who made it; empty when `class_label` says it all.
    pub author: String,
    /// Its first picture.
    pub picture: Option<Picture>,
    /// Which class it belongs to; empty when there is only one.
    pub class_label: String,
    /// The word « Nouveau », if the reader has not seen it.
    pub new_word: Option<String>,
    /// Who sees it.
    pub audience: Option<AudienceChip>,
    /// Its state.
    pub status: Option<Status>,
}

impl HtmlSafe for ThingCard {}
