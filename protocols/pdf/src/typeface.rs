//! The two fonts: their widths, and the letters they have.

use std::sync::OnceLock;

use krilla::text::Font;
use ttf_parser::Face;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::PdfError;

const REGULAR: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf");

/// Printed where a letter has no likeness in the font: the standard forbids an empty box.
const UNKNOWN: char = '?';

/// Weight of the letters.
#[derive(Clone, Copy)]
pub(crate) enum Weight {
    Regular,
    Bold,
}

/// One font, read twice: by krilla to draw it and by us to measure it.
pub(crate) struct Typeface {
    pub(crate) font: Font,
    face: Face<'static>,
}

impl Typeface {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = Font::new(bytes.into(), 0)?;
        let face = Face::parse(bytes, 0).ok()?;
        Some(Self { font, face })
    }

    /// Width of a line in points, without kerning, which mostly tightens it.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        let units: u32 = text.chars().map(|letter| u32::from(self.advance(letter))).sum();
        units as f32 * size / f32::from(self.face.units_per_em())
    }

    fn advance(&self, letter: char) -> u16 {
        let glyph = self.face.glyph_index(letter).unwrap_or_default();
        self.face.glyph_hor_advance(glyph).unwrap_or_default()
    }

    fn draws(&self, letter: char) -> bool {
        self.face.glyph_index(letter).is_some()
    }

    /// The letter without as many of its marks as it takes: `ễ` becomes `ê`.
    fn nearest(&self, letter: char) -> char {
        let mut parts: Vec<char> = letter.nfd().collect();
        while parts.pop().is_some() {
            let mut composed = parts.iter().copied().nfc();
            if let (Some(candidate), None) = (composed.next(), composed.next())
                && self.draws(candidate)
            {
                return candidate;
            }
        }
        UNKNOWN
    }

    fn printable_letter(&self, letter: char) -> Option<char> {
        match letter {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
            _ if self.draws(letter) => Some(letter),
            '\u{202f}' => Some('\u{a0}'),
            '\u{2010}' | '\u{2011}' => Some('-'),
            '\u{2bc}' => Some('’'),
            _ if letter.is_whitespace() => Some(' '),
            _ if letter.is_control() || is_combining_mark(letter) => None,
            _ => Some(self.nearest(letter)),
        }
    }
}

/// The two weights, which have the same letters.
pub(crate) struct Typefaces {
    regular: Typeface,
    bold: Typeface,
}

impl Typefaces {
    /// The fonts, read once for all documents: thousands are made in a night.
    pub(crate) fn shared() -> Result<&'static Self, PdfError> {
        static SHARED: OnceLock<Option<Typefaces>> = OnceLock::new();
        SHARED.get_or_init(|| Self::read().ok()).as_ref().ok_or(PdfError::Font)
    }

    /// Reads the fonts built into the program.
    pub(crate) fn read() -> Result<Self, PdfError> {
        let regular = Typeface::read(REGULAR).ok_or(PdfError::Font)?;
        let bold = Typeface::read(BOLD).ok_or(PdfError::Font)?;
        Ok(Self { regular, bold })
    }

    pub(crate) fn of(&self, weight: Weight) -> &Typeface {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }

    /// The text with only letters the fonts have, composed and on one line.
    pub(crate) fn printable(&self, text: &str) -> String {
        text.nfc().filter_map(|letter| self.regular.printable_letter(letter)).collect()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{Typefaces, Weight};

    #[test]
    fn letters_the_font_lacks_become_their_nearest() {
        let typefaces = Typefaces::read().unwrap();
        assert_eq!(typefaces.printable("Nguyễn Thị Ơn"), "Nguyên Thi On");
        assert_eq!(
            typefaces.printable("Łukasz Ünal Şerban, João, Œdipe, Lou’ann"),
            "Łukasz Ünal Şerban, João, Œdipe, Lou’ann"
        );
        assert_eq!(typefaces.printable("E\u{301}lo\u{200b}die\u{202f}!\tИ"), "Élodie\u{a0}! ?");
    }

    #[test]
    fn both_weights_draw_the_same_letters() {
        let typefaces = Typefaces::read().unwrap();
        let letters = (' '..='\u{2fff}').filter(|&letter| typefaces.of(Weight::Regular).draws(letter));
        let missing: Vec<char> = letters.filter(|&letter| !typefaces.of(Weight::Bold).draws(letter)).collect();
        assert!(missing.is_empty(), "bold lacks {missing:?}");
    }

    #[test]
    fn width_grows_with_size_and_text() {
        let typefaces = Typefaces::read().unwrap();
        let face = typefaces.of(Weight::Regular);
        assert!(face.width("Élodie", 12.0) > 20.0);
        assert!((face.width("Élodie", 24.0) - 2.0 * face.width("Élodie", 12.0)).abs() < 0.01);
        assert!(face.width("Élodie D.", 12.0) > face.width("Élodie", 12.0));
    }
}
