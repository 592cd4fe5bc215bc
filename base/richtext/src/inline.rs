//! What runs along a line: texts with their marks, and line breaks.

use crate::link::Href;

/// A piece of a paragraph or heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Some text, all of it marked the same way.
    Text(Text),
    /// A new line in the same paragraph.
    Break,
}

impl Inline {
    /// The link it belongs to.
    pub(crate) fn link(&self) -> Option<&Href> {
        match self {
            Self::Text(text) => text.marks.link.as_ref(),
            Self::Break => None,
        }
    }
}

/// A text and its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Never empty, without control characters.
    pub text: String,
    /// How it is set.
    pub marks: Marks,
}

/// How a text is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Strong importance.
    pub bold: bool,
    /// Emphasis.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// A colour of the palette; none is the page's own.
    pub color: Option<Color>,
    /// Where it leads.
    pub link: Option<Href>,
}

/// The palette of inks: the style sheet gives each a shade readable on every theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Color {
    /// The darkest ink, that of the page's text.
    Black,
    /// Blue.
    Blue,
    /// Green.
    Green,
    /// Red.
    Red,
    /// Violet.
    Violet,
    /// Orange.
    Orange,
}

impl Color {
    /// The palette in the order a toolbar shows it.
    pub const ALL: [Self; 6] = [Self::Black, Self::Blue, Self::Green, Self::Red, Self::Violet, Self::Orange];

    /// The colour of that name in the editor's JSON.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|color| color.name() == name)
    }

    /// Its name in the editor's JSON and in the style sheet (`ink-blue`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Black => "black",
            Self::Blue => "blue",
            Self::Green => "green",
            Self::Red => "red",
            Self::Violet => "violet",
            Self::Orange => "orange",
        }
    }

    /// Its name for people, in French.
    pub fn label(self) -> &'static str {
        match self {
            Self::Black => "Encre",
            Self::Blue => "Bleu",
            Self::Green => "Vert",
            Self::Red => "Rouge",
            Self::Violet => "Violet",
            Self::Orange => "Orange",
        }
    }
}

/// The text without its control characters; tabs and line ends become spaces so that no words are glued.
pub(crate) fn without_controls(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c }).filter(|c| !c.is_control()).collect()
}

/// The bare text of a line, its breaks as line ends.
pub(crate) fn bare_text(content: &[Inline]) -> String {
    content.iter().map(|inline| if let Inline::Text(text) = inline { text.text.as_str() } else { "\n" }).collect()
}

/// Whether the line shows nothing.
pub(crate) fn is_blank(content: &[Inline]) -> bool {
    bare_text(content).trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::without_controls;

    #[test]
    fn control_characters_go_and_words_stay_apart() {
        assert_eq!(without_controls("un\tdeux\ntrois\u{0}\u{7}\u{9b}"), "un deux trois");
    }
}
