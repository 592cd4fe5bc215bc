//! Lists.

use krilla::tagging::{ListNumbering, Tag};

use super::{Branch, Flow, Lane};
use crate::canvas::Letters;
use crate::words;

const INDENT: f32 = 14.0;

impl Flow {
    /// A list with dashes, with so much space after each item; its empty items are left out.
    pub(crate) fn list(&mut self, letters: Letters, items: &[String], after: f32) {
        let Lane { left, width, .. } = self.frame.column();
        let margin = Lane { left, width: INDENT, right: false };
        let body = Lane { left: left + INDENT, width: width - INDENT, right: false };
        let cut = items.iter().map(|item| self.cut(letters, item, body.width));
        let cut: Vec<Vec<String>> = cut.filter(|lines| !lines.is_empty()).collect();
        if cut.is_empty() {
            return;
        }
        let list = self.branch(Branch::ROOT, Tag::L(ListNumbering::Disc));
        for lines in &cut {
            if self.lines_here(letters, lines.len()) == 0 {
                self.turn();
            }
            let item = self.branch(list, Tag::LI);
            let label = self.branch(item, Tag::Lbl);
            self.put(Some(label), letters, &[words::DASH.to_owned()], margin, self.top);
            let text = self.branch(item, Tag::LBody);
            self.lines(text, letters, lines, body);
            self.gap(after);
        }
    }
}
