//! Places to sign, two side by side.

use krilla::tagging::Tag;

use super::{FRAME, STRONG, TEXT};
use crate::Signature;
use crate::canvas::Letters;
use crate::flow::{Branch, Flow, Lane, height};

const SIDE_BY_SIDE: usize = 2;
const BETWEEN: f32 = 24.0;
const WIDTH: f32 = (FRAME.width() - BETWEEN) / SIDE_BY_SIDE as f32;
const BEFORE: f32 = 12.0;
const AFTER: f32 = 12.0;
const BEFORE_SIGNED: f32 = 6.0;
/// Room for a pen and a stamp.
const EMPTY: f32 = 70.0;

/// A place to sign, cut in lines.
struct Place {
    party: Vec<String>,
    signatory: Vec<String>,
    /// Nothing for who signs with a pen.
    signed: Vec<String>,
}

pub(super) fn write(flow: &mut Flow, signatures: &[Signature]) {
    for together in signatures.chunks(SIDE_BY_SIDE) {
        let places: Vec<Place> = together.iter().map(|signature| Place::cut(flow, signature)).collect();
        let highest = highest(&places);
        flow.gap(BEFORE);
        if highest > FRAME.height() {
            write_over_pages(flow, together);
            continue;
        }
        flow.keep(highest);
        let top = flow.top();
        for (rank, place) in places.iter().enumerate() {
            let left = FRAME.margin + rank as f32 * (WIDTH + BETWEEN);
            place.put(flow, Lane { left, width: WIDTH, right: false }, top);
        }
        flow.go_down_to(top + highest + AFTER);
    }
}

/// How much the first places take, with the space above them.
pub(super) fn opening(flow: &Flow, signatures: &[Signature]) -> f32 {
    let first = signatures.iter().take(SIDE_BY_SIDE);
    let places: Vec<Place> = first.map(|signature| Place::cut(flow, signature)).collect();
    BEFORE + highest(&places)
}

fn highest(places: &[Place]) -> f32 {
    places.iter().map(Place::height).fold(0.0, f32::max)
}

/// What no page holds is read all the same.
fn write_over_pages(flow: &mut Flow, signatures: &[Signature]) {
    for Signature { party, signatory, signed } in signatures {
        flow.text(STRONG, party, 0.0);
        flow.text(TEXT, &signatory.join("\n"), BEFORE_SIGNED);
        flow.text(TEXT, signed.as_deref().unwrap_or_default(), AFTER);
    }
}

impl Place {
    fn cut(flow: &Flow, signature: &Signature) -> Self {
        Self {
            party: flow.cut(STRONG, &signature.party, WIDTH),
            signatory: flow.cut(TEXT, &signature.signatory.join("\n"), WIDTH),
            signed: flow.cut(TEXT, signature.signed.as_deref().unwrap_or_default(), WIDTH),
        }
    }

    fn height(&self) -> f32 {
        let named = height(STRONG, self.party.len()) + height(TEXT, self.signatory.len());
        named + if self.signed.is_empty() { EMPTY } else { BEFORE_SIGNED + height(TEXT, self.signed.len()) }
    }

    fn put(&self, flow: &mut Flow, lane: Lane, top: f32) {
        let whole = flow.branch(Branch::ROOT, Tag::Div);
        let mut paragraph = |letters: Letters, lines: &[String], top: f32| {
            if lines.is_empty() {
                return top;
            }
            let branch = flow.branch(whole, Tag::P);
            flow.put(Some(branch), letters, lines, lane, top)
        };
        let under_party = paragraph(STRONG, &self.party, top);
        let under_name = paragraph(TEXT, &self.signatory, under_party);
        if self.signed.is_empty() {
            flow.rule(lane.left, lane.width, under_name + EMPTY);
        } else {
            paragraph(TEXT, &self.signed, under_name + BEFORE_SIGNED);
        }
    }
}
