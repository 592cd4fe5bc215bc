//! Mots on paper: coupons to cut out, one per child, which come back signed and are told apart by their QR code.
//!
//! All coupons of a document carry the same mot, hence one plan for all: as many on a page as asked while the text fits in
//! letters one can read, fewer otherwise, and in the end a coupon over several pages, the last of which comes back.

mod leaf;
mod plan;
mod reply;

use krilla::tagging::{Tag, TagGroup};

use crate::book::{Book, PAGE_HEIGHT, PAGE_WIDTH};
use crate::words;
use crate::{Mot, PdfError, Slip};
use leaf::Leaf;
use plan::{Plan, Text};

/// Coupons on a page, at most.
const MOST: usize = 4;
const MARGIN: f32 = 36.0;
/// Between a cutting line, or the edge of the page, and what is printed.
const PADDING: f32 = 20.0;
/// 3.7 cm with its white margin: a photograph of the whole pile shows it well.
const QR_SIDE: f32 = 104.0;
const QR_LEFT: f32 = PAGE_WIDTH - MARGIN - QR_SIDE;
const WIDTH: f32 = QR_LEFT - 16.0 - MARGIN;

/// Place, title, child and sender, and the air around.
const HEADER: f32 = 84.0;
const BETWEEN_PARAGRAPHS: f32 = 4.0;
const BEFORE_REPLY: f32 = 8.0;

/// Adds the coupons to the book, in the order given.
pub(crate) fn draw(book: &mut Book, mot: &Mot, slips: &[Slip], per_page: usize) -> Result<(), PdfError> {
    let plan = Plan::of(book.typefaces(), mot, slips, per_page.clamp(1, MOST));
    match plan {
        Plan::Slots(count, text) => draw_slots(book, mot, slips, count, &text),
        Plan::Pages(pages) => draw_pages(book, mot, slips, &pages),
    }
}

fn draw_slots(book: &mut Book, mot: &Mot, slips: &[Slip], count: usize, text: &Text) -> Result<(), PdfError> {
    let height = PAGE_HEIGHT / count as f32;
    for (index, together) in slips.chunks(count).enumerate() {
        book.add_page(&words::numbered_page(index + 1), |canvas| {
            let mut page = TagGroup::new(Tag::Part);
            for rank in 1..count {
                let y = rank as f32 * height;
                canvas.cutting_line((0.0, y), (PAGE_WIDTH, y));
            }
            for (rank, slip) in together.iter().enumerate() {
                canvas.sheet = index * count + rank + 1;
                let leaf = Leaf { mot, slip, text, first: true, last: true };
                page.push(leaf.draw(canvas, rank as f32 * height, height)?);
            }
            Ok(page)
        })?;
    }
    Ok(())
}

fn draw_pages(book: &mut Book, mot: &Mot, slips: &[Slip], pages: &[Text]) -> Result<(), PdfError> {
    for (index, slip) in slips.iter().enumerate() {
        for (rank, text) in pages.iter().enumerate() {
            book.add_page(&words::numbered_page(index * pages.len() + rank + 1), |canvas| {
                canvas.sheet = index + 1;
                let leaf = Leaf { mot, slip, text, first: rank == 0, last: rank + 1 == pages.len() };
                leaf.draw(canvas, 0.0, PAGE_HEIGHT)
            })?;
        }
    }
    Ok(())
}
