//! What an office sends or keeps: letters, conventions, registers, reports.

mod head;
mod signatures;

use crate::book::Book;
use crate::canvas::{FIRST_LEVEL, Letters, SECOND_LEVEL, THIRD_LEVEL};
use crate::flow::{Flow, Frame};
use crate::{Document, Part, PdfError};

/// Two centimetres on each side, as letters have.
const FRAME: Frame = Frame { margin: 57.0, above: 50.0, below: 64.0 };
const TITLE: Letters = Letters::bold(16.0);
const HEADING: Letters = Letters::bold(13.0);
const SUBHEADING: Letters = Letters::bold(11.0);
const TEXT: Letters = Letters::regular(10.5);
const STRONG: Letters = Letters::bold(10.5);
/// Letters of tables, in points.
const CELL: f32 = 9.0;

const AFTER_TITLE: f32 = 8.0;
const BEFORE_HEADING: f32 = 10.0;
const BEFORE_SUBHEADING: f32 = 6.0;
const AFTER_PARAGRAPH: f32 = 6.0;
const AFTER_ITEM: f32 = 2.0;
const AROUND_TABLE: f32 = 6.0;
/// The title stays under the addresses, whatever follows it.
const UNDER_TITLE: f32 = 60.0;
/// A heading does not leave more of a page empty than this to stay with what follows.
const LONGEST_OPENING: f32 = 0.75;

/// Adds the document to the book.
pub(crate) fn draw(book: &mut Book, document: &Document) -> Result<(), PdfError> {
    let mut flow = Flow::new(book.typefaces(), FRAME);
    head::write(&mut flow, document);
    let followed_by = opening(&flow, &document.parts).min(UNDER_TITLE);
    flow.heading(FIRST_LEVEL, TITLE, &document.title, followed_by);
    flow.gap(AFTER_TITLE);
    write(&mut flow, &document.parts)?;
    flow.print(book, &document.footer)
}

fn write(flow: &mut Flow, parts: &[Part]) -> Result<(), PdfError> {
    let mut under_heading = false;
    for (index, part) in parts.iter().enumerate() {
        match part {
            Part::Heading(text) => {
                let followed_by = opening(flow, &parts[index + 1..]);
                flow.gap(BEFORE_HEADING);
                under_heading |= flow.heading(SECOND_LEVEL, HEADING, text, followed_by);
            }
            Part::Subheading(text) => {
                let followed_by = opening(flow, &parts[index + 1..]);
                // The standard forbids a level without the one above it.
                let level = if under_heading { THIRD_LEVEL } else { SECOND_LEVEL };
                flow.gap(BEFORE_SUBHEADING);
                flow.heading(level, SUBHEADING, text, followed_by);
            }
            Part::Paragraph(text) => flow.text(TEXT, text, AFTER_PARAGRAPH),
            Part::Strong(text) => flow.text(STRONG, text, AFTER_PARAGRAPH),
            Part::List(items) => {
                flow.list(TEXT, items, AFTER_ITEM);
                flow.gap(AFTER_PARAGRAPH - AFTER_ITEM);
            }
            Part::Table(table) => {
                flow.gap(AROUND_TABLE);
                flow.table(table, CELL, None)?;
                flow.gap(AROUND_TABLE);
            }
            Part::Signatures(signatures) => signatures::write(flow, signatures),
            Part::NewPage => flow.turn(),
        }
    }
    Ok(())
}

/// How much the beginning of these parts takes: what a heading above them is not parted from.
fn opening(flow: &Flow, parts: &[Part]) -> f32 {
    let most = FRAME.height() * LONGEST_OPENING;
    let mut height: f32 = 0.0;
    for part in parts {
        height += match part {
            Part::Heading(text) => BEFORE_HEADING + flow.height_of_heading(HEADING, text),
            Part::Subheading(text) => BEFORE_SUBHEADING + flow.height_of_heading(SUBHEADING, text),
            Part::Paragraph(text) => flow.beginning_of(TEXT, text),
            Part::Strong(text) => flow.beginning_of(STRONG, text),
            Part::List(items) => items.first().map_or(0.0, |item| flow.beginning_of(TEXT, item)),
            Part::Table(table) => AROUND_TABLE + flow.beginning_of_table(table, CELL),
            Part::Signatures(signatures) => signatures::opening(flow, signatures),
            Part::NewPage => 0.0,
        };
        if !matches!(part, Part::Heading(_) | Part::Subheading(_)) || height > most {
            break;
        }
    }
    height.min(most)
}
