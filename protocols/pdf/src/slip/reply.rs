//! What a coupon asks, at its bottom: boxes to tick, lines to write on, signatures.

use krilla::tagging::{Tag, TagGroup};

use crate::canvas::{Canvas, Column, Style};
use crate::words;
use crate::{Mot, PdfError, Reply, Slip};

const LINE: Style = Style::regular(10.0, 1.3);
const ASKED: Style = Style::bold(10.0, 1.0);
const SIGNATURE: Style = Style::regular(9.5, 1.6);
const SIGNATURE_WIDTH: f32 = 200.0;
const ASKED_HEIGHT: f32 = 17.0;
const BOX_HEIGHT: f32 = 18.0;
const BOX_SIDE: f32 = 10.0;
const WRITING_HEIGHT: f32 = 22.0;
const SIGNATURE_HEIGHT: f32 = 27.0;

/// How much of the coupon the reply takes, at its bottom.
pub(super) fn height(mot: &Mot, slip: &Slip) -> f32 {
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

/// Draws it, from the top of the column on.
pub(super) fn draw(
    mot: &Mot,
    slip: &Slip,
    canvas: &mut Canvas<'_>,
    column: &mut Column,
    section: &mut TagGroup,
) -> Result<(), PdfError> {
    if let Some(due) = &mot.due {
        asked(canvas, due, column, section)?;
    }
    match &mot.reply {
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
    for signer in &slip.signers {
        signature(canvas, &words::slip_signature(signer), column, section)?;
    }
    if slip.signers.is_empty() {
        signature(canvas, words::SLIP_ANY_SIGNATURE, column, section)?;
    }
    Ok(())
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
