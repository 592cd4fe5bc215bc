//! A drawn sign for a person or a group: initials on a coloured shape, always with the name.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Icon;

/// How large the drawing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// 32 px, beside a line of text.
    #[default]
    Small,
    /// 64 px, to choose among faces.
    Large,
}

/// A person's drawing and name; the same seed always gives the same colour and shape.
#[derive(Clone, Debug, Template)]
#[template(path = "component/avatar.html")]
pub struct Avatar {
    display_name: String,
    colour: u32,
    shape: &'static str,
    icon: Option<Icon>,
    size: Size,
    href: Option<String>,
    current: bool,
    name_hidden: bool,
}

impl HtmlSafe for Avatar {}

/// Outlines on a square of 48: a disc, a soft square, a flower, a leaf, a shield, a drop.
const SHAPES: [&str; 6] = [
    "M24 2a22 22 0 1 1 0 44a22 22 0 1 1 0-44z",
    "M14 3h20a11 11 0 0 1 11 11v20a11 11 0 0 1-11 11H14A11 11 0 0 1 3 34V14A11 11 0 0 1 14 3z",
    "M24 4a9 9 0 0 1 13.4 5.6a9 9 0 0 1 5.6 14.4a9 9 0 0 1-5.6 14.4A9 9 0 0 1 24 44a9 9 0 0 1-13.4-5.6A9 9 0 0 1 5 24a9 9 0 0 1 5.6-14.4A9 9 0 0 1 24 4z",
    "M6 3h18a21 21 0 0 1 21 21v18a3 3 0 0 1-3 3H24A21 21 0 0 1 3 24V6a3 3 0 0 1 3-3z",
    "M8 4h32a4 4 0 0 1 4 4v16c0 12-9 18-20 21C13 42 4 36 4 24V8a4 4 0 0 1 4-4z",
    "M24 3h17a4 4 0 0 1 4 4v17a21 21 0 1 1-21-21z",
];

/// How many subject colours the style sheet has (`colour-0` to `colour-9`).
const COLOURS: u32 = 10;

impl Avatar {
    /// The drawing of `display_name`; `seed` is an identifier that does not change.
    pub fn new(display_name: impl Into<String>, seed: &str) -> Self {
        let hash = hash(seed);
        Self {
            display_name: display_name.into(),
            colour: hash % COLOURS,
            shape: SHAPES[(hash / COLOURS) as usize % SHAPES.len()],
            icon: None,
            size: Size::default(),
            href: None,
            current: false,
            name_hidden: false,
        }
    }

    /// Draws it at this size.
    pub fn size(self, size: Size) -> Self {
        Self { size, ..self }
    }

    /// Makes it a link.
    pub fn link(self, href: impl Into<String>) -> Self {
        Self { href: Some(href.into()), ..self }
    }

    /// Says that it is the one being looked at.
    pub fn current(self, current: bool) -> Self {
        Self { current, ..self }
    }

    /// An icon in place of the initials, for a group such as « Tous ».
    pub fn icon(self, name: impl Into<String>) -> Self {
        Self { icon: Some(Icon::new(name)), ..self }
    }

    /// Keeps the name for screen readers alone, where it is written next to the drawing.
    pub fn name_hidden(self) -> Self {
        Self { name_hidden: true, ..self }
    }

    /// The first letters of the first and last words, at most two, in capitals.
    fn initials(&self) -> String {
        let mut words = self.display_name.split([' ', '-', '\u{a0}']).filter_map(|word| word.chars().next());
        let first = words.next();
        let last = words.next_back();
        first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }

    fn size_class(&self) -> &'static str {
        match self.size {
            Size::Small => "avatar-small",
            Size::Large => "avatar-large",
        }
    }
}

/// FNV-1a: short, and the same on every machine and in every version.
fn hash(seed: &str) -> u32 {
    seed.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
