//! A QR code as one shape.

use std::ops::Range;

use fast_qr::{ECL, QRBuilder};
use krilla::geom::{Path, PathBuilder, Rect};

/// The white margin readers need around the code, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The code as a shape filling a square of `side` points, white margin included.
///
/// Damage to 15 % of it is repaired, which is a crease. `None` when the text is too long for any code.
pub(crate) fn shape(text: &str, left: f32, top: f32, side: f32) -> Option<Path> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let module = side / (code.size + 2 * QUIET) as f32;
    let mut shape = PathBuilder::new();
    for line in 0..code.size {
        let row: Vec<bool> = code[line].iter().map(|module| module.value()).collect();
        let y = top + (line + QUIET) as f32 * module;
        for run in dark_runs(&row) {
            let x = left + (run.start + QUIET) as f32 * module;
            shape.push_rect(Rect::from_xywh(x, y, run.len() as f32 * module, module)?);
        }
    }
    shape.finish()
}

/// The dark modules of a row, side by side ones together: fewer rectangles and no white hairline between them.
fn dark_runs(row: &[bool]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for same in row.chunk_by(|left, right| left == right) {
        let end = start + same.len();
        if same.contains(&true) {
            runs.push(start..end);
        }
        start = end;
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::{dark_runs, shape};

    #[test]
    fn side_by_side_modules_make_one_run() {
        assert_eq!(dark_runs(&[true, true, false, true, false]), [0..2, 3..4]);
        assert!(dark_runs(&[false, false]).is_empty());
    }

    #[test]
    fn an_address_has_a_shape_and_a_novel_has_none() {
        assert!(shape("https://ent.example.fr/activation/jeton", 0.0, 0.0, 100.0).is_some());
        assert!(shape(&"x".repeat(5000), 0.0, 0.0, 100.0).is_none());
    }
}
