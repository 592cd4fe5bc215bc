//! Pages laid out become pages of the book, with their foot, their structure and their entries in the outline.

use std::num::NonZeroU16;

use krilla::outline::OutlineNode;
use krilla::tagging::ArtifactType;

use super::{Flow, Frame, height};
use crate::PdfError;
use crate::book::{Book, PAGE_HEIGHT, PAGE_WIDTH, bookmark};
use crate::canvas::{Canvas, Column, Letters, THIRD_LEVEL};
use crate::words;

const LETTERS: Letters = Letters::regular(8.5);
/// From the last line of the foot to the bottom of the page.
const FOOT: f32 = 36.0;
const NUMBER_WIDTH: f32 = 70.0;
/// What is longer is cut: it would climb into the text.
const FOOT_LINES: usize = 2;

/// A heading, for the outline.
pub(super) struct Bookmark {
    pub(super) level: NonZeroU16,
    pub(super) text: String,
    /// Rank of the page, from 0.
    pub(super) page: usize,
    pub(super) top: f32,
}

/// What each page has at its foot.
struct Foot {
    frame: Frame,
    lines: Vec<String>,
    pages: usize,
}

impl Flow {
    /// Adds the pages to the book, which must be empty; `foot` is repeated at the bottom of each, before its number.
    pub(crate) fn print(mut self, book: &mut Book, foot: &str) -> Result<(), PdfError> {
        if self.pages.len() > 1 && self.is_fresh() {
            self.pages.pop();
        }
        let mut lines = self.cut(LETTERS, foot, self.frame.width() - NUMBER_WIDTH);
        lines.truncate(FOOT_LINES);
        let foot = Foot { frame: self.frame, lines, pages: self.pages.len() };
        let Self { pages, mut structure, bookmarks, .. } = self;
        for (index, page) in pages.iter().enumerate() {
            book.draw_page(|canvas| {
                for piece in page {
                    piece.draw(canvas, &mut structure);
                }
                foot.draw(canvas, index + 1);
                Ok(())
            })?;
        }
        for entry in outline(&bookmarks) {
            book.list(entry);
        }
        book.place(structure.whole());
        Ok(())
    }
}

impl Foot {
    fn draw(&self, canvas: &mut Canvas<'_>, number: usize) {
        let last = PAGE_HEIGHT - FOOT;
        let above = height(LETTERS, self.lines.len().saturating_sub(1));
        let mut column = Column { left: self.frame.margin, top: last - above, width: 0.0 };
        for line in self.lines.iter().filter(|line| !line.is_empty()) {
            canvas.repeated(ArtifactType::Footer, line.trim_end(), LETTERS, &column);
            column.top += LETTERS.height();
        }
        let number = words::page_of(number, self.pages);
        let width = canvas.typefaces.of(LETTERS.weight).width(&number, LETTERS.size);
        let right = Column { left: PAGE_WIDTH - self.frame.margin - width, top: last, width };
        canvas.repeated(ArtifactType::PageNumber, &number, LETTERS, &right);
    }
}

/// The headings, those of the third level under the one before them.
fn outline(bookmarks: &[Bookmark]) -> Vec<OutlineNode> {
    let mut entries: Vec<OutlineNode> = Vec::new();
    for Bookmark { level, text, page, top } in bookmarks {
        let entry = bookmark(text.trim_end(), *page, *top);
        match entries.last_mut() {
            Some(above) if *level >= THIRD_LEVEL => above.push_child(entry),
            _ => entries.push(entry),
        }
    }
    entries
}
