//! The proof of a mot: what it said in each version, to whom, and what came back, as pages with a table.

use std::num::NonZeroU16;

use krilla::tagging::{ArtifactType, TableHeaderScope, Tag, TagGroup, TagKind};

use crate::book::{Book, PAGE_HEIGHT, PAGE_WIDTH};
use crate::canvas::{Canvas, Column, FIRST_LEVEL, Letters, SECOND_LEVEL, THIRD_LEVEL};
use crate::fit::wrap;
use crate::typeface::Typefaces;
use crate::words;
use crate::{PdfError, Proof, ProofLine};

const MARGIN: f32 = 36.0;
const WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
const TOP: f32 = 40.0;
const BOTTOM: f32 = PAGE_HEIGHT - 48.0;
const FOOTER: f32 = PAGE_HEIGHT - 36.0;

const SMALL: Letters = Letters::regular(8.5);
const TEXT: Letters = Letters::regular(10.5);
const CELL: Letters = Letters::regular(8.5);
const HEAD: Letters = Letters::bold(8.5);
/// A title stays with the beginning of what follows.
const AFTER_TITLE: f32 = 60.0;
const CELL_GAP: f32 = 6.0;
const ROW_GAP: f32 = 6.0;

const COLUMNS: usize = 7;
/// Child, adult, state, hour, means, version, answer.
const WIDTHS: [f32; COLUMNS] = [80.0, 90.0, 62.0, 84.0, 74.0, 42.0, 91.0];

/// Something laid out, cut in lines.
enum Part {
    Title(NonZeroU16, Letters, Vec<String>),
    Text(Letters, Vec<String>),
    /// A line of the table.
    Row(Vec<Vec<String>>),
    /// The head of the table; again on each of its pages, where only eyes need it.
    Head(Vec<Vec<String>>, bool),
}

struct Placed {
    top: f32,
    part: Part,
}

/// Pages being filled.
struct Flow<'a> {
    typefaces: &'a Typefaces,
    pages: Vec<Vec<Placed>>,
    top: f32,
}

/// What was drawn, in the order of reading.
#[derive(Default)]
struct Drawn {
    texts: Vec<TagGroup>,
    head: Vec<TagGroup>,
    rows: Vec<TagGroup>,
}

/// Adds the proof to the book.
pub(crate) fn draw(book: &mut Book, proof: &Proof) -> Result<(), PdfError> {
    let pages = lay_out(book.typefaces(), proof);
    let footer = Flow::new(book.typefaces()).cut(SMALL, &words::proof_footer(&proof.title, &proof.made), WIDTH - 70.0);
    let footer = footer.into_iter().next().unwrap_or_default();
    let mut drawn = Drawn::default();
    let count = pages.len();
    for (index, page) in pages.iter().enumerate() {
        let number = index + 1;
        book.draw_page(&words::numbered_page(number), |canvas| {
            for placed in page {
                placed.draw(canvas, &mut drawn);
            }
            let mut line = Column { left: MARGIN, top: FOOTER, width: WIDTH };
            canvas.repeated(ArtifactType::Footer, footer.trim_end(), SMALL, &line);
            line.left = PAGE_WIDTH - MARGIN - 62.0;
            canvas.repeated(ArtifactType::PageNumber, &words::page_of(number, count), SMALL, &line);
            Ok(())
        })?;
    }
    book.place(drawn.structure());
    Ok(())
}

fn lay_out(typefaces: &Typefaces, proof: &Proof) -> Vec<Vec<Placed>> {
    let mut flow = Flow::new(typefaces);
    flow.text(SMALL, &proof.school, 4.0);
    flow.title(FIRST_LEVEL, Letters::bold(17.0), &words::proof_title(&proof.title));
    for line in &proof.about {
        flow.text(TEXT, line, 1.0);
    }
    flow.text(TEXT, &proof.made, 10.0);
    flow.title(SECOND_LEVEL, Letters::bold(13.0), words::PROOF_VERSIONS);
    for version in &proof.versions {
        flow.title(THIRD_LEVEL, Letters::bold(10.5), &version.heading);
        for paragraph in &version.paragraphs {
            flow.text(TEXT, paragraph, 4.0);
        }
        flow.top += 6.0;
    }
    flow.title(SECOND_LEVEL, Letters::bold(13.0), words::PROOF_RETURNS);
    for line in &proof.summary {
        flow.text(TEXT, line, 1.0);
    }
    flow.top += 6.0;
    flow.table(&proof.lines);
    flow.pages
}

impl<'a> Flow<'a> {
    fn new(typefaces: &'a Typefaces) -> Self {
        Self { typefaces, pages: vec![Vec::new()], top: TOP }
    }

    fn cut(&self, letters: Letters, text: &str, width: f32) -> Vec<String> {
        wrap(self.typefaces.of(letters.weight), &self.typefaces.printable(text), letters.size, width)
    }

    fn turn(&mut self) {
        self.pages.push(Vec::new());
        self.top = TOP;
    }

    fn put(&mut self, part: Part, height: f32) {
        let placed = Placed { top: self.top, part };
        if let Some(page) = self.pages.last_mut() {
            page.push(placed);
        }
        self.top += height;
    }

    fn title(&mut self, level: NonZeroU16, letters: Letters, text: &str) {
        let lines = self.cut(letters, text, WIDTH);
        let height = lines.len() as f32 * letters.height();
        if self.top + height + AFTER_TITLE > BOTTOM {
            self.turn();
        }
        self.put(Part::Title(level, letters, lines), height + 4.0);
    }

    fn text(&mut self, letters: Letters, text: &str, after: f32) {
        if text.trim().is_empty() {
            return;
        }
        let mut part = Vec::new();
        for line in self.cut(letters, text, WIDTH) {
            if self.top + (part.len() + 1) as f32 * letters.height() > BOTTOM {
                let height = part.len() as f32 * letters.height();
                self.put(Part::Text(letters, std::mem::take(&mut part)), height);
                self.turn();
            }
            part.push(line);
        }
        let height = part.len() as f32 * letters.height() + after;
        self.put(Part::Text(letters, part), height);
    }

    fn cells(&self, letters: Letters, texts: [&str; COLUMNS]) -> Vec<Vec<String>> {
        let cells = texts.iter().zip(WIDTHS);
        cells.map(|(text, width)| self.cut(letters, text, width - CELL_GAP)).collect()
    }

    fn table(&mut self, lines: &[ProofLine]) {
        self.head(false);
        for line in lines {
            let row = self.cells(CELL, line.cells());
            let height = row_height(&row);
            if self.top + height > BOTTOM {
                self.turn();
                self.head(true);
            }
            self.put(Part::Row(row), height);
        }
    }

    fn head(&mut self, again: bool) {
        let head = self.cells(HEAD, words::PROOF_COLUMNS);
        let height = row_height(&head);
        if self.top + height + AFTER_TITLE > BOTTOM {
            self.turn();
        }
        self.put(Part::Head(head, again), height);
    }
}

fn row_height(cells: &[Vec<String>]) -> f32 {
    let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
    lines as f32 * CELL.height() + ROW_GAP
}

impl ProofLine {
    fn cells(&self) -> [&str; COLUMNS] {
        let cells = [&self.child, &self.adult, &self.state, &self.at, &self.channel, &self.version, &self.answer];
        // An empty cell is heard as nothing at all.
        cells.map(|cell| if cell.trim().is_empty() { words::NOTHING } else { cell.as_str() })
    }
}

impl Placed {
    fn draw(&self, canvas: &mut Canvas<'_>, drawn: &mut Drawn) {
        let mut column = Column { left: MARGIN, top: self.top, width: WIDTH };
        match &self.part {
            Part::Title(level, letters, lines) => {
                let mut group = TagGroup::new(Tag::Hn(*level, Some(lines.concat())));
                canvas.write_lines(&mut group, lines, *letters, &mut column);
                drawn.texts.push(group);
            }
            Part::Text(letters, lines) => {
                let mut group = TagGroup::new(Tag::P);
                canvas.write_lines(&mut group, lines, *letters, &mut column);
                drawn.texts.push(group);
            }
            Part::Row(cells) => {
                drawn.rows.push(row(canvas, cells, CELL, self.top, cell_of_row));
                self.line_under(canvas, cells);
            }
            Part::Head(cells, false) => {
                drawn.head.push(row(canvas, cells, HEAD, self.top, |_| Tag::TH(TableHeaderScope::Column).into()));
                self.line_under(canvas, cells);
            }
            Part::Head(cells, true) => {
                self.draw_again(canvas, cells);
                self.line_under(canvas, cells);
            }
        }
    }

    fn draw_again(&self, canvas: &mut Canvas<'_>, cells: &[Vec<String>]) {
        let mut left = MARGIN;
        for (lines, width) in cells.iter().zip(WIDTHS) {
            let mut column = Column { left, top: self.top, width };
            for line in lines.iter().filter(|line| !line.is_empty()) {
                canvas.repeated(ArtifactType::PaginationOther, line, HEAD, &column);
                column.top += HEAD.height();
            }
            left += width;
        }
    }

    fn line_under(&self, canvas: &mut Canvas<'_>, cells: &[Vec<String>]) {
        let y = self.top + row_height(cells) - ROW_GAP / 2.0;
        canvas.rule((MARGIN, y), (MARGIN + WIDTH, y));
    }
}

fn cell_of_row(rank: usize) -> TagKind {
    match rank {
        0 => Tag::TH(TableHeaderScope::Row).into(),
        _ => Tag::TD.into(),
    }
}

fn row(
    canvas: &mut Canvas<'_>,
    cells: &[Vec<String>],
    letters: Letters,
    top: f32,
    tag: fn(usize) -> TagKind,
) -> TagGroup {
    let mut row = TagGroup::new(Tag::TR);
    let mut left = MARGIN;
    for (rank, (lines, width)) in cells.iter().zip(WIDTHS).enumerate() {
        let mut column = Column { left, top, width };
        let mut cell = TagGroup::new(tag(rank));
        canvas.write_lines(&mut cell, lines, letters, &mut column);
        row.push(cell);
        left += width;
    }
    row
}

impl Drawn {
    fn structure(self) -> TagGroup {
        let mut whole = TagGroup::new(Tag::Part);
        for text in self.texts {
            whole.push(text);
        }
        let mut table = TagGroup::new(Tag::Table.with_summary(Some(words::PROOF_SUMMARY.to_owned())));
        for (part, rows) in [(TagKind::from(Tag::THead), self.head), (Tag::TBody.into(), self.rows)] {
            let mut group = TagGroup::new(part);
            for row in rows {
                group.push(row);
            }
            table.push(group);
        }
        whole.push(table);
        whole
    }
}
