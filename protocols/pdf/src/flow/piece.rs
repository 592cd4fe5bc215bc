//! What stands on a page, at its place.

use std::slice;

use krilla::tagging::ArtifactType;

use super::structure::{Branch, Structure};
use crate::canvas::{Canvas, Column, Letters};

/// Something laid out, waiting for its page to be drawn.
pub(super) enum Piece {
    /// A line of letters: of this branch, or only for eyes when it repeats what was said.
    Line { branch: Option<Branch>, letters: Letters, line: String, left: f32, top: f32 },
    /// An ornamental line.
    Rule { from: (f32, f32), to: (f32, f32) },
}

impl Piece {
    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, structure: &mut Structure) {
        match self {
            Self::Line { branch: Some(branch), letters, line, left, top } => {
                let mut column = Column { left: *left, top: *top, width: 0.0 };
                if let Some(group) = structure.group(*branch) {
                    canvas.write_lines(group, slice::from_ref(line), *letters, &mut column);
                }
            }
            Self::Line { branch: None, letters, line, left, top } => {
                let column = Column { left: *left, top: *top, width: 0.0 };
                canvas.repeated(ArtifactType::PaginationOther, line, *letters, &column);
            }
            Self::Rule { from, to } => canvas.rule(*from, *to),
        }
    }
}
