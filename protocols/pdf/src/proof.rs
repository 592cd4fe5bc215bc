//! The proof of a mot: what it said in each version, to whom, and what came back, as pages with a table.

use crate::book::Book;
use crate::canvas::{FIRST_LEVEL, Letters, SECOND_LEVEL, THIRD_LEVEL};
use crate::flow::{Flow, Frame};
use crate::words;
use crate::{Column, PdfError, Proof, ProofLine, Table};

const FRAME: Frame = Frame { margin: 36.0, above: 40.0, below: 54.0 };

const SMALL: Letters = Letters::regular(8.5);
const TEXT: Letters = Letters::regular(10.5);
const PART: Letters = Letters::bold(13.0);
/// Letters of the table, in points.
const CELL: f32 = 8.5;
/// A title stays with the beginning of what follows.
const AFTER_TITLE: f32 = 60.0;

/// Child, adult, state, hour, means, version, answer: in points, as they fill the page.
const WIDTHS: [u16; 7] = [80, 90, 62, 84, 74, 42, 91];

/// Adds the proof to the book.
pub(crate) fn draw(book: &mut Book, proof: &Proof) -> Result<(), PdfError> {
    let mut flow = Flow::new(book.typefaces(), FRAME);
    flow.text(SMALL, &proof.school, 4.0);
    flow.heading(FIRST_LEVEL, Letters::bold(17.0), &words::proof_title(&proof.title), AFTER_TITLE);
    for line in &proof.about {
        flow.text(TEXT, line, 1.0);
    }
    flow.text(TEXT, &proof.made, 10.0);
    flow.heading(SECOND_LEVEL, PART, words::PROOF_VERSIONS, AFTER_TITLE);
    for version in &proof.versions {
        flow.heading(THIRD_LEVEL, Letters::bold(10.5), &version.heading, AFTER_TITLE);
        for paragraph in &version.paragraphs {
            flow.text(TEXT, paragraph, 4.0);
        }
        flow.gap(6.0);
    }
    flow.heading(SECOND_LEVEL, PART, words::PROOF_RETURNS, AFTER_TITLE);
    for line in &proof.summary {
        flow.text(TEXT, line, 1.0);
    }
    flow.gap(6.0);
    flow.table(&returns(&proof.lines), CELL, Some(words::PROOF_SUMMARY))?;
    flow.print(book, &words::proof_footer(&proof.title, &proof.made))
}

fn returns(lines: &[ProofLine]) -> Table {
    let columns = words::PROOF_COLUMNS.iter().zip(WIDTHS);
    let column = |(label, share): (&&str, u16)| Column { label: (*label).to_owned(), share, numeric: false };
    Table {
        columns: columns.map(column).collect(),
        rows: lines.iter().map(ProofLine::cells).collect(),
        ..Table::default()
    }
}

impl ProofLine {
    fn cells(&self) -> Vec<String> {
        let cells = [&self.child, &self.adult, &self.state, &self.at, &self.channel, &self.version, &self.answer];
        // An empty cell is heard as nothing at all.
        cells.map(|cell| if cell.trim().is_empty() { words::NOTHING.to_owned() } else { cell.clone() }).to_vec()
    }
}
