//! The A4 sheet of one person. Its zones stand at fixed places, so that a long name never pushes the rest down.

use krilla::tagging::{ListNumbering, Tag, TagGroup};

use crate::book::PAGE_WIDTH;
use crate::canvas::{Canvas, Column, FIRST_LEVEL, SECOND_LEVEL, Style};
use crate::credentials::{self, Styles};
use crate::words::{self, Words};
use crate::{PdfError, Secret, Sheet};

const MARGIN: f32 = 48.0;
const WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;

const HEADER_TOP: f32 = 40.0;
const HEADER_RULE: f32 = 84.0;
const TITLE_TOP: f32 = 90.0;
const PURPOSE_TOP: f32 = 122.0;
const PERSON_TOP: f32 = 138.0;
const CHILDREN_TOP: f32 = 180.0;
const CARD_TOP: f32 = 272.0;
const CARD_HEIGHT: f32 = 204.0;
const CARD_PADDING: f32 = 12.0;
const STEPS_TOP: f32 = 488.0;
const ADVICE_TOP: f32 = 624.0;
const SMALL_PRINT_TOP: f32 = 754.0;
/// 4.6 cm with its white margin: more than 3 cm of code whatever the length of the address.
const QR_SIDE: f32 = 130.0;
/// A list longer than this would leave its zone: the children then share a paragraph (children's homes).
const LISTED_CHILDREN: usize = 4;

const PART: Style = Style::bold(14.0, 1.0);
const TEXT: Style = Style::regular(12.0, 2.0);
const CARD: Styles = Styles {
    label: Style::regular(10.0, 1.2),
    address: Style::bold(14.0, 1.5),
    login: Style::bold(20.0, 1.2),
    code: Style::bold(24.0, 1.2),
    active: Style::regular(12.0, 3.0),
};

/// Draws the sheet and returns its section of the structure.
pub(crate) fn draw(canvas: &mut Canvas<'_>, sheet: &Sheet) -> Result<TagGroup, PdfError> {
    let words = words::to(sheet.audience);
    let mut section = TagGroup::new(Tag::Section);
    draw_header(canvas, sheet, words, &mut section)?;
    draw_person(canvas, sheet, &mut section)?;
    draw_card(canvas, sheet, words, &mut section)?;
    draw_steps(canvas, sheet, words, &mut section)?;
    draw_advice(canvas, sheet, words, &mut section)?;
    Ok(section)
}

fn column(top: f32) -> Column {
    Column { left: MARGIN, top, width: WIDTH }
}

fn draw_header(canvas: &mut Canvas<'_>, sheet: &Sheet, words: &Words, section: &mut TagGroup) -> Result<(), PdfError> {
    let mut header = column(HEADER_TOP);
    section.push(canvas.write(Tag::P, &sheet.school, Style::bold(13.0, 1.2), &mut header)?);
    section.push(canvas.write(Tag::P, &sheet.class, Style::regular(12.0, 1.2), &mut header)?);
    canvas.rule((MARGIN, HEADER_RULE), (MARGIN + WIDTH, HEADER_RULE));
    section.push(canvas.heading(FIRST_LEVEL, words.title, Style::bold(24.0, 1.0), &mut column(TITLE_TOP))?);
    section.push(canvas.write(Tag::P, words.purpose, Style::regular(11.0, 1.0), &mut column(PURPOSE_TOP))?);
    Ok(())
}

fn draw_person(canvas: &mut Canvas<'_>, sheet: &Sheet, section: &mut TagGroup) -> Result<(), PdfError> {
    let name = Style::bold(20.0, 1.5);
    section.push(canvas.heading(SECOND_LEVEL, &sheet.name, name, &mut column(PERSON_TOP))?);
    let mut children = column(CHILDREN_TOP);
    if sheet.children.is_empty() {
        return Ok(());
    }
    if sheet.children.len() > LISTED_CHILDREN {
        let all = sheet.children.join(words::BETWEEN_CHILDREN);
        section.push(canvas.write(Tag::P, &all, Style::regular(12.0, 5.0), &mut children)?);
        return Ok(());
    }
    let line = Style::regular(12.0, 1.2);
    section.push(canvas.list(ListNumbering::Disc, &sheet.children, line, &mut children)?);
    Ok(())
}

fn draw_card(canvas: &mut Canvas<'_>, sheet: &Sheet, words: &Words, section: &mut TagGroup) -> Result<(), PdfError> {
    canvas.frame(MARGIN, CARD_TOP, WIDTH, CARD_HEIGHT);
    let qr_left = MARGIN + WIDTH - CARD_PADDING - QR_SIDE;
    let left = MARGIN + CARD_PADDING;
    let mut column = Column { left, top: CARD_TOP + CARD_PADDING, width: qr_left - CARD_PADDING - left };
    section.push(canvas.heading(SECOND_LEVEL, words.card, PART, &mut column)?);
    column.top += 4.0;
    credentials::write(canvas, sheet, words, &CARD, &mut column, section)?;
    if let (Secret::Code(_), Some(day)) = (&sheet.code, &sheet.valid_until) {
        section.push(canvas.write(Tag::P, &words::valid_until(day), CARD.label, &mut column)?);
    }
    let corner = (qr_left, CARD_TOP + (CARD_HEIGHT - QR_SIDE) / 2.0);
    let alternative = words::qr_alternative(&sheet.address_of_service);
    section.push(canvas.qr_code(&sheet.activation_url, alternative, corner, QR_SIDE)?);
    Ok(())
}

fn draw_steps(canvas: &mut Canvas<'_>, sheet: &Sheet, words: &Words, section: &mut TagGroup) -> Result<(), PdfError> {
    let (title, steps) = match sheet.code {
        Secret::Code(_) => (words.first_time, &words.first_steps),
        Secret::AlreadyActive => (words.usual, &words.usual_steps),
    };
    let mut column = column(STEPS_TOP);
    section.push(canvas.heading(SECOND_LEVEL, title, PART, &mut column)?);
    column.top += 4.0;
    section.push(canvas.list(ListNumbering::Decimal, steps, TEXT, &mut column)?);
    Ok(())
}

fn draw_advice(canvas: &mut Canvas<'_>, sheet: &Sheet, words: &Words, section: &mut TagGroup) -> Result<(), PdfError> {
    let mut column = column(ADVICE_TOP);
    section.push(canvas.heading(SECOND_LEVEL, words.remember, PART, &mut column)?);
    column.top += 4.0;
    section.push(canvas.list(ListNumbering::Disc, &words.advice, Style::regular(11.5, 2.0), &mut column)?);
    column.top = SMALL_PRINT_TOP;
    let small_print = if sheet.told_by_school { words.data_protection_by_school } else { words.data_protection };
    section.push(canvas.write(Tag::P, small_print, Style::regular(9.0, 4.0), &mut column)?);
    Ok(())
}
