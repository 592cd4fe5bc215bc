//! A text that flows over as many pages as it takes: first laid out, so that pages can be counted, then drawn.

mod list;
mod piece;
mod print;
mod structure;
mod table;
mod text;

use krilla::tagging::TagKind;

use piece::Piece;
pub(crate) use structure::Branch;
use structure::Structure;

use crate::book::{PAGE_HEIGHT, PAGE_WIDTH};
use crate::canvas::Letters;
use crate::fit::wrap;
use crate::typeface::Typefaces;

/// Absorbs the rounding of sums of lines.
const TOLERANCE: f32 = 0.5;

/// The part of a page the text takes, in points.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    /// On the left and on the right.
    pub(crate) margin: f32,
    /// Above the text.
    pub(crate) above: f32,
    /// Under the text; the foot of the page is in it.
    pub(crate) below: f32,
}

impl Frame {
    /// Of a line.
    pub(crate) const fn width(self) -> f32 {
        PAGE_WIDTH - 2.0 * self.margin
    }

    /// Of a page, without what is above and under the text.
    pub(crate) const fn height(self) -> f32 {
        PAGE_HEIGHT - self.above - self.below
    }

    fn bottom(self) -> f32 {
        PAGE_HEIGHT - self.below
    }

    fn column(self) -> Lane {
        Lane { left: self.margin, width: self.width(), right: false }
    }
}

/// Where lines go, from side to side.
#[derive(Clone, Copy)]
pub(crate) struct Lane {
    pub(crate) left: f32,
    pub(crate) width: f32,
    /// Whether lines end at the right edge: amounts.
    pub(crate) right: bool,
}

/// Pages being filled.
pub(crate) struct Flow {
    typefaces: &'static Typefaces,
    frame: Frame,
    pages: Vec<Vec<Piece>>,
    structure: Structure,
    bookmarks: Vec<print::Bookmark>,
    top: f32,
}

impl Flow {
    /// An empty page.
    pub(crate) fn new(typefaces: &'static Typefaces, frame: Frame) -> Self {
        Self {
            typefaces,
            frame,
            pages: vec![Vec::new()],
            structure: Structure::new(),
            bookmarks: Vec::new(),
            top: frame.above,
        }
    }

    /// Where the next text goes, from the top of the page.
    pub(crate) fn top(&self) -> f32 {
        self.top
    }

    /// What follows goes no higher than this.
    pub(crate) fn go_down_to(&mut self, top: f32) {
        self.top = self.top.max(top);
    }

    /// Leaves some space, though not above the first text of a page.
    pub(crate) fn gap(&mut self, height: f32) {
        if !self.is_fresh() {
            self.top += height;
        }
    }

    /// What follows begins a page.
    pub(crate) fn turn(&mut self) {
        if !self.is_fresh() {
            self.pages.push(Vec::new());
        }
        self.top = self.frame.above;
    }

    /// Begins a page when so much does not fit on this one, but does on another.
    pub(crate) fn keep(&mut self, height: f32) {
        if !self.fits(height) && height <= self.frame.height() {
            self.turn();
        }
    }

    /// A new place in the structure, after those its parent has.
    pub(crate) fn branch(&mut self, parent: Branch, tag: impl Into<TagKind>) -> Branch {
        self.structure.add(parent, tag)
    }

    /// A text cut in lines, in letters the fonts have.
    pub(crate) fn cut(&self, letters: Letters, text: &str, width: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for paragraph in text.trim().lines() {
            if let Some(line) = lines.last_mut().filter(|line| !line.is_empty()) {
                // As between words: what is copied, or heard, must not stick together.
                line.push(' ');
            }
            let printable = self.typefaces.printable(paragraph);
            lines.extend(wrap(self.typefaces.of(letters.weight), &printable, letters.size, width));
        }
        if lines.iter().all(|line| line.trim().is_empty()) { Vec::new() } else { lines }
    }

    /// Puts lines one under the other from `top` on, without turning the page, and says where they end.
    pub(crate) fn put(
        &mut self,
        branch: Option<Branch>,
        letters: Letters,
        lines: &[String],
        lane: Lane,
        top: f32,
    ) -> f32 {
        let mut next = top;
        for line in lines {
            if !line.trim().is_empty() {
                let left = self.left_of(letters, line, lane);
                self.push(Piece::Line { branch, letters, line: line.clone(), left, top: next });
            }
            next += letters.height();
        }
        next
    }

    /// Draws an ornamental line under what is put.
    pub(crate) fn rule(&mut self, left: f32, width: f32, top: f32) {
        self.push(Piece::Rule { from: (left, top), to: (left + width, top) });
    }

    fn push(&mut self, piece: Piece) {
        if let Some(page) = self.pages.last_mut() {
            page.push(piece);
        }
    }

    fn left_of(&self, letters: Letters, line: &str, lane: Lane) -> f32 {
        if !lane.right {
            return lane.left;
        }
        let used = self.typefaces.of(letters.weight).width(line.trim_end(), letters.size);
        lane.left + (lane.width - used).max(0.0)
    }

    fn is_fresh(&self) -> bool {
        self.pages.last().is_none_or(Vec::is_empty)
    }

    fn fits(&self, height: f32) -> bool {
        self.top + height <= self.frame.bottom() + TOLERANCE
    }

    /// How many lines fit above the bottom of the page, when so much else must, too.
    fn room(&self, letters: Letters, besides: f32) -> usize {
        let room = self.frame.bottom() + TOLERANCE - self.top - besides;
        (room / letters.height()).max(0.0) as usize
    }
}

/// The height of lines.
pub(crate) fn height(letters: Letters, lines: usize) -> f32 {
    lines as f32 * letters.height()
}
