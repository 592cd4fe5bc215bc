//! Mots on paper: coupons to cut out, one per child, which come back signed and are told apart by their QR code.
//!
//! All coupons of a document carry the same mot, hence one plan for all: as many on a page as asked while the text fits in
//! letters one can read, fewer otherwise, and in the end a coupon over several pages, the last of which comes back.

use krilla::tagging::{Tag, TagGroup};

use crate::book::{Book, PAGE_HEIGHT, PAGE_WIDTH};
use crate::canvas::{Canvas, Column, FIRST_LEVEL, Letters, SECOND_LEVEL, Style};
use crate::fit::wrap;
use crate::sheet::grouped;
use crate::typeface::{Typefaces, Weight};
use crate::words;
use crate::{Mot, PdfError, Reply, Slip};

/// Coupons on a page, at most.
const MOST: usize = 4;
const MARGIN: f32 = 36.0;
/// Between a cutting line, or the edge of the page, and what is printed.
const PADDING: f32 = 20.0;
/// 3.7 cm with its white margin: a photograph of the whole pile shows it well.
const QR_SIDE: f32 = 104.0;
const QR_LEFT: f32 = PAGE_WIDTH - MARGIN - QR_SIDE;
const WIDTH: f32 = QR_LEFT - 16.0 - MARGIN;

const PLACE: Style = Style::regular(9.0, 1.4);
const TITLE: Style = Style::bold(13.0, 2.0);
const CHILD: Style = Style::bold(12.0, 1.0);
const FROM: Style = Style::regular(8.5, 1.0);
/// The four of them, and the air around.
const HEADER: f32 = 84.0;
const BEFORE_TEXT: f32 = 4.0;
const BETWEEN_PARAGRAPHS: f32 = 4.0;
const BEFORE_REPLY: f32 = 8.0;

/// Letters of the text, the best first.
const SIZES: [f32; 4] = [10.5, 10.0, 9.5, 9.0];
/// On a page of its own there is room for larger ones.
const SIZES_ALONE: [f32; 6] = [12.0, 11.5, 11.0, 10.5, 10.0, 9.5];
/// Letters of a text that goes on over pages.
const SIZE_OVER_PAGES: f32 = 11.0;

const LINE: Style = Style::regular(10.0, 1.3);
const ASKED: Style = Style::bold(10.0, 1.0);
const SIGNATURE: Style = Style::regular(9.5, 1.6);
const SIGNATURE_WIDTH: f32 = 200.0;
const ASKED_HEIGHT: f32 = 17.0;
const BOX_HEIGHT: f32 = 18.0;
const BOX_SIDE: f32 = 10.0;
const WRITING_HEIGHT: f32 = 22.0;
const SIGNATURE_HEIGHT: f32 = 27.0;

/// The text of a coupon, or of one of its pages, cut in lines.
struct Text {
    size: f32,
    paragraphs: Vec<Vec<String>>,
}

enum Plan {
    /// So many coupons on a page.
    Slots(usize, Text),
    /// A coupon over these pages.
    Pages(Vec<Text>),
}

/// One page of a coupon, or all of it.
struct Leaf<'a> {
    mot: &'a Mot,
    slip: &'a Slip,
    text: &'a Text,
    first: bool,
    last: bool,
}

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
    fn of(typefaces: &Typefaces, mot: &Mot, slips: &[Slip], wanted: usize) -> Self {
        let reply = slips.iter().map(|slip| reply_height(mot, slip)).fold(0.0, f32::max);
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

/// How much of the coupon the reply takes, at its bottom.
fn reply_height(mot: &Mot, slip: &Slip) -> f32 {
    let due = if mot.due.is_some() { ASKED_HEIGHT } else { 0.0 };
    let signatures = slip.signers.len().max(1) as f32 * SIGNATURE_HEIGHT;
    due + match &mot.reply {
        Reply::Nothing => 0.0,
        Reply::Sign => signatures,
        Reply::Read => BOX_HEIGHT + signatures,
        Reply::Choice(choices) => ASKED_HEIGHT + choices.len() as f32 * BOX_HEIGHT + signatures,
        Reply::Text => ASKED_HEIGHT + 2.0 * WRITING_HEIGHT + signatures,
    }
}

impl Leaf<'_> {
    fn draw(&self, canvas: &mut Canvas<'_>, top: f32, height: f32) -> Result<TagGroup, PdfError> {
        let mut section = TagGroup::new(Tag::Section);
        let mut column = Column { left: MARGIN, top: top + PADDING, width: WIDTH };
        if self.first {
            self.draw_header(canvas, &mut column, &mut section)?;
        } else {
            let again = words::slip_goes_on(&self.slip.child);
            section.push(canvas.write(Tag::P, &again, PLACE, &mut column)?);
        }
        column.top += BEFORE_TEXT;
        for lines in &self.text.paragraphs {
            let mut paragraph = TagGroup::new(Tag::P);
            canvas.write_lines(&mut paragraph, lines, Letters::regular(self.text.size), &mut column);
            section.push(paragraph);
            column.top += BETWEEN_PARAGRAPHS;
        }
        if self.last {
            self.draw_code(canvas, top + PADDING, &mut section)?;
            column.top = top + height - PADDING - reply_height(self.mot, self.slip);
            self.draw_reply(canvas, &mut column, &mut section)?;
        }
        Ok(section)
    }

    fn draw_header(
        &self,
        canvas: &mut Canvas<'_>,
        column: &mut Column,
        section: &mut TagGroup,
    ) -> Result<(), PdfError> {
        let place = words::place(&self.slip.class, &self.mot.school);
        section.push(canvas.write(Tag::P, &place, PLACE, column)?);
        section.push(canvas.heading(FIRST_LEVEL, &self.mot.title, TITLE, column)?);
        section.push(canvas.heading(SECOND_LEVEL, &words::slip_for(&self.slip.child), CHILD, column)?);
        section.push(canvas.write(Tag::P, &self.mot.from, FROM, column)?);
        Ok(())
    }

    /// The QR code and, under it, the same code to type by hand.
    fn draw_code(&self, canvas: &mut Canvas<'_>, top: f32, section: &mut TagGroup) -> Result<(), PdfError> {
        let held = format!("{}{}", Slip::PREFIX, self.slip.code);
        section.push(canvas.qr_code(&held, words::SLIP_QR.to_owned(), (QR_LEFT, top), QR_SIDE)?);
        let mut under = Column { left: QR_LEFT, top: top + QR_SIDE, width: QR_SIDE };
        section.push(canvas.write(Tag::P, words::SLIP_CODE, Style::regular(7.5, 1.0), &mut under)?);
        section.push(canvas.write(Tag::P, &grouped(&self.slip.code), Style::bold(12.0, 1.0), &mut under)?);
        Ok(())
    }

    fn draw_reply(&self, canvas: &mut Canvas<'_>, column: &mut Column, section: &mut TagGroup) -> Result<(), PdfError> {
        if let Some(due) = &self.mot.due {
            asked(canvas, due, column, section)?;
        }
        match &self.mot.reply {
            Reply::Nothing => return Ok(()),
            Reply::Sign => {}
            Reply::Read => box_to_tick(canvas, words::SLIP_READ, column, section)?,
            Reply::Choice(choices) => {
                asked(canvas, words::SLIP_CHOOSE, column, section)?;
                for choice in choices {
                    box_to_tick(canvas, choice, column, section)?;
                }
            }
            Reply::Text => {
                asked(canvas, words::SLIP_ANSWER, column, section)?;
                for _ in 0..2 {
                    column.top += WRITING_HEIGHT;
                    canvas.rule((column.left, column.top - 4.0), (column.left + column.width, column.top - 4.0));
                }
            }
        }
        for signer in &self.slip.signers {
            signature(canvas, &words::slip_signature(signer), column, section)?;
        }
        if self.slip.signers.is_empty() {
            signature(canvas, words::SLIP_ANY_SIGNATURE, column, section)?;
        }
        Ok(())
    }
}

fn asked(canvas: &mut Canvas<'_>, text: &str, column: &mut Column, section: &mut TagGroup) -> Result<(), PdfError> {
    let next = column.top + ASKED_HEIGHT;
    section.push(canvas.write(Tag::P, text, ASKED, column)?);
    column.top = next;
    Ok(())
}

fn box_to_tick(
    canvas: &mut Canvas<'_>,
    text: &str,
    column: &mut Column,
    section: &mut TagGroup,
) -> Result<(), PdfError> {
    let next = column.top + BOX_HEIGHT;
    canvas.frame(column.left, column.top + 2.0, BOX_SIDE, BOX_SIDE);
    let beside = BOX_SIDE + 8.0;
    let mut label = Column { left: column.left + beside, top: column.top, width: column.width - beside };
    section.push(canvas.write(Tag::P, text, LINE, &mut label)?);
    column.top = next;
    Ok(())
}

fn signature(canvas: &mut Canvas<'_>, text: &str, column: &mut Column, section: &mut TagGroup) -> Result<(), PdfError> {
    let next = column.top + SIGNATURE_HEIGHT;
    let mut label = Column { left: column.left, top: next - 19.0, width: SIGNATURE_WIDTH };
    section.push(canvas.write(Tag::P, text, SIGNATURE, &mut label)?);
    let line = next - 3.0;
    canvas.rule((column.left + SIGNATURE_WIDTH + 6.0, line), (column.left + column.width, line));
    column.top = next;
    Ok(())
}
