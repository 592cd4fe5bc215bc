//! How coupons lie on pages: as many as the text lets, in letters one can read.

use super::{BEFORE_REPLY, BETWEEN_PARAGRAPHS, HEADER, PADDING, WIDTH, reply};
use crate::book::PAGE_HEIGHT;
use crate::canvas::Letters;
use crate::fit::wrap;
use crate::typeface::{Typefaces, Weight};
use crate::{Mot, Slip};

/// Letters of the text, the best first.
const SIZES: [f32; 4] = [10.5, 10.0, 9.5, 9.0];
/// On a page of its own there is room for larger ones.
const SIZES_ALONE: [f32; 6] = [12.0, 11.5, 11.0, 10.5, 10.0, 9.5];
/// Letters of a text that goes on over pages.
const SIZE_OVER_PAGES: f32 = 11.0;

/// The text of a coupon, or of one of its pages, cut in lines.
pub(super) struct Text {
    pub(super) size: f32,
    pub(super) paragraphs: Vec<Vec<String>>,
}

/// How coupons lie on pages.
pub(super) enum Plan {
    /// So many coupons on a page.
    Slots(usize, Text),
    /// A coupon over these pages.
    Pages(Vec<Text>),
}

impl Text {
    fn cut(typefaces: &Typefaces, mot: &Mot, size: f32) -> Self {
        let face = typefaces.of(Weight::Regular);
        let paragraphs = mot.paragraphs.iter().map(|paragraph| typefaces.printable(paragraph));
        let paragraphs = paragraphs.filter(|paragraph| !paragraph.trim().is_empty());
        Self { size, paragraphs: paragraphs.map(|paragraph| wrap(face, &paragraph, size, WIDTH)).collect() }
    }

    fn line_height(&self) -> f32 {
        Letters::regular(self.size).height()
    }

    fn height(&self) -> f32 {
        let heights = self.paragraphs.iter().map(|lines| lines.len() as f32 * self.line_height() + BETWEEN_PARAGRAPHS);
        heights.sum()
    }
}

impl Plan {
    pub(super) fn of(typefaces: &Typefaces, mot: &Mot, slips: &[Slip], wanted: usize) -> Self {
        let reply = slips.iter().map(|slip| reply::height(mot, slip)).fold(0.0, f32::max);
        for count in (1..=wanted).rev() {
            let room = PAGE_HEIGHT / count as f32 - 2.0 * PADDING - HEADER - BEFORE_REPLY - reply;
            let sizes = if count == 1 { SIZES_ALONE.as_slice() } else { SIZES.as_slice() };
            for size in sizes {
                let text = Text::cut(typefaces, mot, *size);
                if text.height() <= room {
                    return Self::Slots(count, text);
                }
            }
        }
        Self::Pages(over_pages(Text::cut(typefaces, mot, SIZE_OVER_PAGES), BEFORE_REPLY + reply))
    }
}

/// The text cut in pages; the last keeps room for the reply.
fn over_pages(text: Text, reply: f32) -> Vec<Text> {
    let line_height = text.line_height();
    let room = PAGE_HEIGHT - 2.0 * PADDING - HEADER;
    let empty = || Text { size: text.size, paragraphs: Vec::new() };
    let mut pages = vec![empty()];
    let mut used = 0.0;
    for lines in &text.paragraphs {
        let mut part = Vec::new();
        for line in lines {
            if used + line_height > room {
                close(&mut pages, &mut part);
                pages.push(empty());
                used = 0.0;
            }
            part.push(line.clone());
            used += line_height;
        }
        close(&mut pages, &mut part);
        used += BETWEEN_PARAGRAPHS;
    }
    if used + reply > room {
        pages.push(empty());
    }
    pages
}

fn close(pages: &mut [Text], part: &mut Vec<String>) {
    if let Some(page) = pages.last_mut()
        && !part.is_empty()
    {
        page.paragraphs.push(std::mem::take(part));
    }
}
