//! Making a text fit its place: smaller letters, then more lines.

use crate::typeface::Typeface;

/// Height of a line for letters of size 1: the font's own ascent and descent.
pub(crate) const LEADING: f32 = 1.3;

/// Below this size, in points, paper is not readable: the text is refused instead.
const SMALLEST: f32 = 6.0;

const STEP: f32 = 0.5;

/// A place on the page, in points.
#[derive(Clone, Copy)]
pub(crate) struct Room {
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Room {
    fn holds(self, lines: usize, size: f32) -> bool {
        // Half a point of tolerance absorbs the rounding of sums of lines.
        lines as f32 * size * LEADING <= self.height + 0.5
    }
}

/// A text cut in lines, all but the last ending with the space they were cut at.
#[derive(Debug)]
pub(crate) struct Fitted {
    pub(crate) lines: Vec<String>,
    pub(crate) size: f32,
}

/// The largest letters, up to `wanted` points, in which the text fits the room.
///
/// Words are cut only in the smallest letters. `None` when even that is not enough.
pub(crate) fn fit(face: &Typeface, text: &str, wanted: f32, room: Room) -> Option<Fitted> {
    let mut size = wanted;
    while size >= SMALLEST {
        if let Some(lines) = wrap_words(face, text, size, room.width)
            && room.holds(lines.len(), size)
        {
            return Some(Fitted { lines, size });
        }
        size -= STEP;
    }
    let lines = wrap_letters(face, text, SMALLEST, room.width);
    room.holds(lines.len(), SMALLEST).then_some(Fitted { lines, size: SMALLEST })
}

/// A text cut in lines of letters of one size, as many as it takes. Only a word wider than a line is cut itself.
pub(crate) fn wrap(face: &Typeface, text: &str, size: f32, width: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        for (rank, piece) in wrap_letters(face, word, size, width).into_iter().enumerate() {
            let longer = if line.is_empty() { piece.clone() } else { format!("{line} {piece}") };
            if rank == 0 && face.width(&longer, size) <= width {
                line = longer;
                continue;
            }
            if !line.is_empty() {
                // As in `wrap_words`; a word goes on without a space.
                lines.push(line + if rank == 0 { " " } else { "" });
            }
            line = piece;
        }
    }
    lines.push(line);
    lines
}

/// Breaks at ordinary spaces only; `None` when a single word is wider than the line.
fn wrap_words(face: &Typeface, text: &str, size: f32, width: f32) -> Option<Vec<String>> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if face.width(word, size) > width {
            return None;
        }
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if face.width(&longer, size) <= width {
            line = longer;
            continue;
        }
        // The space stays at the end of the line, unseen, so that the words do not stick together when copied.
        lines.push(line + " ");
        line = word.to_owned();
    }
    lines.push(line);
    Some(lines)
}

fn wrap_letters(face: &Typeface, text: &str, size: f32, width: f32) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0.0;
    for letter in text.chars() {
        let advance = face.width(letter.encode_utf8(&mut [0; 4]), size);
        if used + advance > width && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0.0;
        }
        line.push(letter);
        used += advance;
    }
    lines.push(line);
    lines
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::{LEADING, Room, SMALLEST, fit, wrap};
    use crate::typeface::{Typefaces, Weight};

    fn room(width: f32, lines: f32, size: f32) -> Room {
        Room { width, height: lines * size * LEADING }
    }

    #[test]
    fn a_short_text_keeps_its_size() {
        let typefaces = Typefaces::read().unwrap();
        let fitted = fit(typefaces.of(Weight::Bold), "Léa", 20.0, room(400.0, 1.0, 20.0)).unwrap();
        assert_eq!(fitted.lines, ["Léa"]);
        assert!((fitted.size - 20.0).abs() < f32::EPSILON);
    }

    #[test]
    fn a_long_name_shrinks_then_wraps() {
        let typefaces = Typefaces::read().unwrap();
        let face = typefaces.of(Weight::Bold);
        let name = "Maximilien-Alexandre de La Rochefoucauld-Montmorency";
        let shrunk = fit(face, name, 20.0, room(500.0, 1.5, 20.0)).unwrap();
        assert_eq!(shrunk.lines.len(), 1);
        assert!(shrunk.size < 20.0);
        let wrapped = fit(face, name, 20.0, room(300.0, 1.5, 20.0)).unwrap();
        assert_eq!(wrapped.lines.len(), 2);
        assert_eq!(wrapped.lines.concat(), name);
        for line in &wrapped.lines {
            assert!(face.width(line.trim_end(), wrapped.size) <= 300.0);
        }
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut_in_the_smallest_letters() {
        let typefaces = Typefaces::read().unwrap();
        let face = typefaces.of(Weight::Regular);
        let word = "m".repeat(40);
        let fitted = fit(face, &word, 12.0, room(100.0, 3.0, 12.0)).unwrap();
        assert!((fitted.size - SMALLEST).abs() < f32::EPSILON);
        assert_eq!(fitted.lines.concat(), word);
        for line in &fitted.lines {
            assert!(face.width(line, fitted.size) <= 100.0);
        }
    }

    #[test]
    fn a_text_too_long_for_the_smallest_letters_is_refused() {
        let typefaces = Typefaces::read().unwrap();
        let face = typefaces.of(Weight::Regular);
        assert!(fit(face, &"m".repeat(4000), 12.0, room(100.0, 1.0, 12.0)).is_none());
    }

    #[test]
    fn a_long_text_takes_the_lines_it_needs() {
        let typefaces = Typefaces::read().unwrap();
        let face = typefaces.of(Weight::Regular);
        let text = format!("Voir {} avant lundi", "x".repeat(60));
        let lines = wrap(face, &text, 10.0, 100.0);
        assert_eq!(lines.concat(), text);
        assert_eq!(lines[0], "Voir ");
        assert!(lines.iter().all(|line| face.width(line.trim_end(), 10.0) <= 100.0));
        assert_eq!(wrap(face, "Bonjour", 10.0, 100.0), ["Bonjour"]);
    }
}
