//! Tables: their rows stay whole, their head is seen again on each page.

use krilla::tagging::{TableHeaderScope, Tag, TagKind};

use super::{Branch, Flow, Lane, height};
use crate::canvas::Letters;
use crate::{PdfError, Table};

const CELL_GAP: f32 = 6.0;
const ROW_GAP: f32 = 6.0;
const AFTER_CAPTION: f32 = 4.0;
/// A head that takes more of a page than this is not repeated: rows need room, too.
const HIGHEST_REPEATED: f32 = 0.3;
/// Nor is so much of a page left empty to keep the beginning of a table together.
const LONGEST_BEGINNING: f32 = 0.6;

/// A table cut in lines.
struct Grid {
    lanes: Vec<Lane>,
    caption: Vec<String>,
    /// Letters of the caption and of the head.
    bold: Letters,
    head: Row,
}

/// A row cut in lines, a cell per column.
struct Row {
    letters: Letters,
    cells: Vec<Vec<String>>,
}

/// What the cells of a row are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Head,
    Body,
}

impl Flow {
    /// A table in letters of so many points; `summary` says to who cannot see it what it holds.
    ///
    /// Fails when a row has more texts than there are columns: nothing must be left out of a document unseen.
    pub(crate) fn table(&mut self, table: &Table, size: f32, summary: Option<&str>) -> Result<(), PdfError> {
        if table.rows.iter().chain(&table.total).any(|row| row.len() > table.columns.len()) {
            return Err(PdfError::Invalid("a row of a table has more texts than columns".to_owned()));
        }
        let grid = self.grid(table, size);
        if grid.head.is_blank() && table.rows.is_empty() && table.total.is_none() {
            self.text(grid.bold, &table.caption, AFTER_CAPTION);
            return Ok(());
        }
        self.keep(self.beginning(&grid, table, size));
        let whole = self.branch(Branch::ROOT, Tag::Table.with_summary(summary.map(str::to_owned)));
        if !grid.caption.is_empty() {
            let caption = self.branch(whole, Tag::Caption);
            self.lines(caption, grid.bold, &grid.caption, self.frame.column());
            self.gap(AFTER_CAPTION);
        }
        if !grid.head.is_blank() {
            let head = self.branch(whole, Tag::THead);
            self.row(head, &grid, &grid.head, Kind::Head, 0.0);
        }
        self.rows(whole, &grid, table, size);
        Ok(())
    }

    /// How much the beginning of a table takes: its caption, its head and a row.
    pub(crate) fn beginning_of_table(&self, table: &Table, size: f32) -> f32 {
        self.beginning(&self.grid(table, size), table, size)
    }

    fn beginning(&self, grid: &Grid, table: &Table, size: f32) -> f32 {
        let caption = height(grid.bold, grid.caption.len()) + AFTER_CAPTION;
        let head = if grid.head.is_blank() { 0.0 } else { grid.head.height() };
        let first = table.rows.first().or(table.total.as_ref());
        let row = first.map_or(0.0, |row| self.cells(&grid.lanes, Letters::regular(size), row).height());
        (caption + head + row).min(self.frame.height() * LONGEST_BEGINNING)
    }

    fn grid(&self, table: &Table, size: f32) -> Grid {
        let bold = Letters::bold(size);
        let shares: f32 = table.columns.iter().map(|column| f32::from(column.share.max(1))).sum();
        let Lane { mut left, width, .. } = self.frame.column();
        let mut lanes = Vec::new();
        for column in &table.columns {
            let whole = width * f32::from(column.share.max(1)) / shares;
            lanes.push(Lane { left, width: whole - CELL_GAP, right: column.numeric });
            left += whole;
        }
        let labels: Vec<&str> = table.columns.iter().map(|column| column.label.as_str()).collect();
        let head = self.cells(&lanes, bold, &labels);
        Grid { lanes, caption: self.cut(bold, &table.caption, width), bold, head }
    }

    fn cells(&self, lanes: &[Lane], letters: Letters, texts: &[impl AsRef<str>]) -> Row {
        let text = |rank: usize| texts.get(rank).map_or("", AsRef::as_ref);
        let cells = lanes.iter().enumerate().map(|(rank, lane)| self.cut(letters, text(rank), lane.width));
        Row { letters, cells: cells.collect() }
    }

    fn rows(&mut self, whole: Branch, grid: &Grid, table: &Table, size: f32) {
        let total = table.total.as_ref().map(|total| self.cells(&grid.lanes, grid.bold, total));
        if !table.rows.is_empty() {
            let body = self.branch(whole, Tag::TBody);
            for (index, texts) in table.rows.iter().enumerate() {
                let row = self.cells(&grid.lanes, Letters::regular(size), texts);
                let is_last = index + 1 == table.rows.len();
                let followed_by = total.as_ref().filter(|_| is_last).map_or(0.0, Row::height);
                self.row(body, grid, &row, Kind::Body, followed_by);
            }
        }
        if let Some(total) = &total {
            let foot = self.branch(whole, Tag::TFoot);
            self.row(foot, grid, total, Kind::Body, 0.0);
        }
    }

    /// A row: on this page with what must follow it, on the next one, or cut when it is higher than a page.
    fn row(&mut self, section: Branch, grid: &Grid, row: &Row, kind: Kind, followed_by: f32) {
        let again = Some(&grid.head).filter(|head| kind == Kind::Body && self.is_repeated(head));
        let room = self.frame.height() - again.map_or(0.0, Row::height);
        let together = row.height() + followed_by;
        let wanted = if together <= room { together } else { row.height() };
        if !self.fits(wanted) && wanted <= room {
            self.turn_table(grid, again);
        }
        let line = self.branch(section, Tag::TR);
        let cells: Vec<Branch> = (0..row.cells.len()).map(|rank| self.branch(line, tag(kind, rank))).collect();
        let mut done = 0;
        loop {
            let left = row.lines() - done;
            let here = if self.fits(height(row.letters, left) + ROW_GAP) {
                left
            } else {
                self.room(row.letters, ROW_GAP).min(left)
            };
            if here > 0 {
                self.part_of_row(grid, row, Some(&cells), done, here);
                done += here;
            }
            if done == row.lines() {
                return;
            }
            self.turn_table(grid, again);
        }
    }

    fn turn_table(&mut self, grid: &Grid, again: Option<&Row>) {
        self.turn();
        if let Some(head) = again {
            self.part_of_row(grid, head, None, 0, head.lines());
        }
    }

    /// So many lines of each cell of a row from this one on, and a line under them.
    fn part_of_row(&mut self, grid: &Grid, row: &Row, cells: Option<&[Branch]>, first: usize, count: usize) {
        for (rank, (lines, lane)) in row.cells.iter().zip(&grid.lanes).enumerate() {
            let here = &lines[first.min(lines.len())..(first + count).min(lines.len())];
            let branch = cells.and_then(|cells| cells.get(rank)).copied();
            self.put(branch, row.letters, here, *lane, self.top);
        }
        self.top += height(row.letters, count) + ROW_GAP;
        let Lane { left, width, .. } = self.frame.column();
        self.rule(left, width, self.top - ROW_GAP / 2.0);
    }

    fn is_repeated(&self, head: &Row) -> bool {
        !head.is_blank() && head.height() <= self.frame.height() * HIGHEST_REPEATED
    }
}

impl Row {
    fn lines(&self) -> usize {
        self.cells.iter().map(Vec::len).max().unwrap_or(0).max(1)
    }

    fn height(&self) -> f32 {
        height(self.letters, self.lines()) + ROW_GAP
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(Vec::is_empty)
    }
}

fn tag(kind: Kind, rank: usize) -> TagKind {
    match (kind, rank) {
        (Kind::Head, _) => Tag::TH(TableHeaderScope::Column).into(),
        (Kind::Body, 0) => Tag::TH(TableHeaderScope::Row).into(),
        (Kind::Body, _) => Tag::TD.into(),
    }
}
