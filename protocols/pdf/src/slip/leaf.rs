//! One page of a coupon: whose it is, the text, the code, and what is asked.

use krilla::tagging::{Tag, TagGroup};

use super::plan::Text;
use super::{BETWEEN_PARAGRAPHS, MARGIN, PADDING, QR_LEFT, QR_SIDE, WIDTH, reply};
use crate::canvas::{Canvas, Column, FIRST_LEVEL, Letters, SECOND_LEVEL, Style};
use crate::sheet::grouped;
use crate::words;
use crate::{Mot, PdfError, Slip};

const PLACE: Style = Style::regular(9.0, 1.4);
const TITLE: Style = Style::bold(13.0, 2.0);
const CHILD: Style = Style::bold(12.0, 1.0);
const FROM: Style = Style::regular(8.5, 1.0);
const BEFORE_TEXT: f32 = 4.0;

/// One page of a coupon, or all of it.
pub(super) struct Leaf<'a> {
    pub(super) mot: &'a Mot,
    pub(super) slip: &'a Slip,
    pub(super) text: &'a Text,
    pub(super) first: bool,
    pub(super) last: bool,
}

impl Leaf<'_> {
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, top: f32, height: f32) -> Result<TagGroup, PdfError> {
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
            column.top = top + height - PADDING - reply::height(self.mot, self.slip);
            reply::draw(self.mot, self.slip, canvas, &mut column, &mut section)?;
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
}
