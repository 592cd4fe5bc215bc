//! What stands above the title: who writes, to whom, about what.

use krilla::tagging::Tag;

use super::{FRAME, STRONG, TEXT};
use crate::Document;
use crate::flow::{Branch, Flow, Lane, height};

/// Left of the window.
const ISSUER: Lane = Lane { left: FRAME.margin, width: 235.0, right: false };
/// 11 cm from the left edge and 5 cm from the top: in the window of a long envelope (DL, NF Z 11-001).
const RECIPIENT: Lane = Lane { left: 312.0, width: 226.0, right: false };
const WINDOW_TOP: f32 = 142.0;
/// Nothing else shows in the window.
const WINDOW_BOTTOM: f32 = 264.0;
/// More is no address: it goes over pages as a text does.
const HIGHEST: f32 = 300.0;
const UNDER_ADDRESSES: f32 = 16.0;
const AFTER_LINE: f32 = 1.0;
const AFTER_ABOUT: f32 = 14.0;

pub(super) fn write(flow: &mut Flow, document: &Document) {
    let beside = write_issuer(flow, &document.issuer);
    write_recipient(flow, &document.recipient, beside);
    for line in &document.about {
        flow.text(TEXT, line, AFTER_LINE);
    }
    flow.gap(AFTER_ABOUT);
}

/// Says whether the right of the page is still free.
fn write_issuer(flow: &mut Flow, issuer: &[String]) -> bool {
    let Some((name, address)) = issuer.split_first() else { return true };
    let mut name = flow.cut(STRONG, name, ISSUER.width);
    let address = flow.cut(TEXT, &address.join("\n"), ISSUER.width);
    if name.is_empty() && address.is_empty() {
        return true;
    }
    if height(STRONG, name.len() + address.len()) > HIGHEST {
        flow.text(TEXT, &issuer.join("\n"), UNDER_ADDRESSES);
        return false;
    }
    if let Some(line) = name.last_mut() {
        line.push(' ');
    }
    let top = flow.top();
    let whole = flow.branch(Branch::ROOT, Tag::P);
    let under_name = flow.put(Some(whole), STRONG, &name, ISSUER, top);
    let bottom = flow.put(Some(whole), TEXT, &address, ISSUER, under_name);
    flow.go_down_to(bottom + UNDER_ADDRESSES);
    true
}

fn write_recipient(flow: &mut Flow, recipient: &[String], beside: bool) {
    let lines = flow.cut(TEXT, &recipient.join("\n"), RECIPIENT.width);
    if lines.is_empty() {
        return;
    }
    if !beside || height(TEXT, lines.len()) > HIGHEST {
        flow.text(TEXT, &recipient.join("\n"), UNDER_ADDRESSES);
        return;
    }
    let whole = flow.branch(Branch::ROOT, Tag::P);
    let bottom = flow.put(Some(whole), TEXT, &lines, RECIPIENT, WINDOW_TOP);
    flow.go_down_to((bottom + UNDER_ADDRESSES).max(WINDOW_BOTTOM));
}
