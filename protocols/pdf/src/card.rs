//! A page of eight cards to cut out, two by four.

use krilla::tagging::{Tag, TagGroup};

use crate::book::PAGE_WIDTH;
use crate::canvas::{Canvas, Column, FIRST_LEVEL, SECOND_LEVEL, Style};
use crate::credentials::{self, Styles};
use crate::words;
use crate::{PdfError, Secret, Sheet};

/// Cards on a page.
pub(crate) const PER_PAGE: usize = COLUMNS * ROWS;

const COLUMNS: usize = 2;
const ROWS: usize = 4;
const LEFT: f32 = 28.0;
const TOP: f32 = 40.0;
const WIDTH: f32 = (PAGE_WIDTH - 2.0 * LEFT) / COLUMNS as f32;
const HEIGHT: f32 = 194.0;
const PADDING: f32 = 12.0;
const INNER_WIDTH: f32 = WIDTH - 2.0 * PADDING;
/// What says which paper it is stands so much above the rest of the inside.
const KIND_ABOVE: f32 = 4.0;
/// From the top of a card's inside to its credentials, to its advice.
const CREDENTIALS: f32 = 52.0;
const ADVICE: f32 = 149.0;
/// Bytes of the lines about children: what two lines hold beside the class.
const MOST_OF_CHILDREN: usize = 110;
/// 3.4 cm with its white margin.
const QR_SIDE: f32 = 96.0;

const STYLES: Styles = Styles {
    label: Style::regular(8.0, 1.0),
    address: Style::bold(9.5, 1.9),
    login: Style::bold(13.0, 1.2),
    code: Style::bold(15.0, 1.2),
    active: Style::regular(9.0, 2.0),
};

/// Draws up to eight cards under the title; `before` is the number of cards on the pages before.
pub(crate) fn draw_page(
    canvas: &mut Canvas<'_>,
    title: &str,
    sheets: &[Sheet],
    before: usize,
) -> Result<TagGroup, PdfError> {
    let mut page = TagGroup::new(Tag::Section);
    let mut header = Column { left: LEFT, top: 18.0, width: PAGE_WIDTH - 2.0 * LEFT };
    page.push(canvas.heading(FIRST_LEVEL, title, Style::bold(10.0, 1.2), &mut header)?);
    draw_cutting_lines(canvas);
    for (index, sheet) in sheets.iter().enumerate() {
        canvas.sheet = before + index + 1;
        let left = LEFT + (index % COLUMNS) as f32 * WIDTH + PADDING;
        let top = TOP + (index / COLUMNS) as f32 * HEIGHT + PADDING;
        page.push(draw_card(canvas, sheet, left, top)?);
    }
    Ok(page)
}

fn draw_cutting_lines(canvas: &mut Canvas<'_>) {
    let right = LEFT + COLUMNS as f32 * WIDTH;
    let bottom = TOP + ROWS as f32 * HEIGHT;
    for column in 0..=COLUMNS {
        let x = LEFT + column as f32 * WIDTH;
        canvas.cutting_line((x, TOP), (x, bottom));
    }
    for row in 0..=ROWS {
        let y = TOP + row as f32 * HEIGHT;
        canvas.cutting_line((LEFT, y), (right, y));
    }
}

fn draw_card(canvas: &mut Canvas<'_>, sheet: &Sheet, left: f32, top: f32) -> Result<TagGroup, PdfError> {
    let words = words::to(sheet.audience);
    let mut card = TagGroup::new(Tag::Section);
    let mut column = Column { left, top: top - KIND_ABOVE, width: INNER_WIDTH };
    card.push(canvas.write(Tag::P, words.kind, Style::bold(9.0, 1.0), &mut column)?);
    card.push(canvas.heading(SECOND_LEVEL, &sheet.name, Style::bold(13.0, 1.25), &mut column)?);
    card.push(canvas.write(Tag::P, &about(sheet), Style::regular(9.0, 2.0), &mut column)?);

    let mut beside_code = Column { left, top: top + CREDENTIALS, width: INNER_WIDTH - QR_SIDE - 4.0 };
    credentials::write(canvas, sheet, words, &STYLES, &mut beside_code, &mut card)?;
    let corner = (left + INNER_WIDTH - QR_SIDE, top + CREDENTIALS);
    let alternative = words::qr_alternative(&sheet.address_of_service);
    card.push(canvas.qr_code(&sheet.activation_url, alternative, corner, QR_SIDE)?);

    let advice = match (&sheet.code, &sheet.valid_until) {
        (Secret::Code(_), Some(day)) => {
            format!("{} {}", words::valid_until(day), words.card_advice)
        }
        _ => words.card_advice.to_owned(),
    };
    column.top = top + ADVICE;
    card.push(canvas.write(Tag::P, &advice, Style::regular(8.0, 2.0), &mut column)?);
    Ok(card)
}

/// Beside the name: the children of an adult, by whom the card is handed out, as far as they fit; else the class and the school.
fn about(sheet: &Sheet) -> String {
    let mut children = String::new();
    for child in &sheet.children {
        if children.len() + child.len() > MOST_OF_CHILDREN {
            break;
        }
        if !children.is_empty() {
            children.push_str(", ");
        }
        children.push_str(child);
    }
    if children.is_empty() { words::place(&sheet.class, &sheet.school) } else { words::place(&children, &sheet.class) }
}
