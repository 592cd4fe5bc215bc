//! Headings and paragraphs.

use std::num::NonZeroU16;

use krilla::tagging::Tag;

use super::print::Bookmark;
use super::{Branch, Flow, Lane, height};
use crate::canvas::Letters;

const AFTER_HEADING: f32 = 4.0;
/// Fewer lines of a paragraph are not left alone on a page.
const TOGETHER: usize = 2;

impl Flow {
    /// A heading, on the page where what follows begins, which takes so much; nothing, and `false`, when it is empty.
    pub(crate) fn heading(&mut self, level: NonZeroU16, letters: Letters, text: &str, followed_by: f32) -> bool {
        let line = text.replace(['\n', '\r'], " ");
        let lines = self.cut(letters, &line, self.frame.width());
        if lines.is_empty() {
            return false;
        }
        self.keep(height(letters, lines.len()) + AFTER_HEADING + followed_by);
        let text = lines.concat();
        let page = self.pages.len() - 1;
        self.bookmarks.push(Bookmark { level, text: text.clone(), page, top: self.top });
        let branch = self.branch(Branch::ROOT, Tag::Hn(level, Some(text)));
        self.lines(branch, letters, &lines, self.frame.column());
        self.gap(AFTER_HEADING);
        true
    }

    /// How much a heading takes.
    pub(crate) fn height_of_heading(&self, letters: Letters, text: &str) -> f32 {
        height(letters, self.cut(letters, text, self.frame.width()).len()) + AFTER_HEADING
    }

    /// A paragraph, and the space after it; nothing when it is empty.
    pub(crate) fn text(&mut self, letters: Letters, text: &str, after: f32) {
        let lines = self.cut(letters, text, self.frame.width());
        if lines.is_empty() {
            return;
        }
        let branch = self.branch(Branch::ROOT, Tag::P);
        self.lines(branch, letters, &lines, self.frame.column());
        self.gap(after);
    }

    /// How much the beginning of a text takes: what is never parted from what comes before.
    pub(crate) fn beginning_of(&self, letters: Letters, text: &str) -> f32 {
        height(letters, self.cut(letters, text, self.frame.width()).len().min(TOGETHER + 1))
    }

    /// Lines over as many pages as they take, none alone at the top or at the bottom of one.
    pub(super) fn lines(&mut self, branch: Branch, letters: Letters, lines: &[String], lane: Lane) {
        let mut rest = lines;
        while !rest.is_empty() {
            let count = self.lines_here(letters, rest.len());
            if count == 0 {
                self.turn();
                continue;
            }
            let (here, after) = rest.split_at(count);
            self.top = self.put(Some(branch), letters, here, lane, self.top);
            rest = after;
            if !rest.is_empty() {
                self.turn();
            }
        }
    }

    /// How many of so many lines go on this page: 0 to begin on the next.
    pub(super) fn lines_here(&self, letters: Letters, count: usize) -> usize {
        let room = self.room(letters, 0.0);
        if count <= room {
            return count;
        }
        let here = if count == room + 1 { room.saturating_sub(1) } else { room };
        match here {
            // A page too low for its letters would be turned for ever.
            _ if self.is_fresh() => here.max(1),
            here if here < TOGETHER => 0,
            here => here,
        }
    }
}
