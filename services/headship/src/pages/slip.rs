//! `/classes/{circle}/remplacements/{pass}`: the slip given to a substitute, shown for some minutes to whoever made it.
//!
//! Its QR code leads to the page where codes are typed: the code itself is in no address, hence in no log.

use super::{pass_part::PassPart, take};
use crate::{
    W, code,
    pass::{self, PassId},
    reach::Place,
};
use askama::Template;
use fast_qr::{ECL, QRBuilder};
use school::CircleId;
use web::{
    Answer, Path, SignedIn,
    component::{Button, SafeHtml},
};

/// The white margin readers need around the code, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

#[derive(Template)]
#[template(path = "slip.html")]
struct SlipPage {
    class: String,
    back: String,
    part: PassPart,
    shown: Option<Shown>,
}

/// What is shown while it is.
struct Shown {
    code: String,
    address: String,
    qr: SafeHtml,
    print: Button,
}

/// `GET /classes/{circle}/remplacements/{pass}`
pub(crate) async fn show(mut visit: SignedIn, Path((id, pass)): Path<(CircleId, PassId)>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let place = Place::to_open(&mut tx, &visit.viewer, id).await?;
    let pass = pass::load(&mut tx, &place, pass).await?;
    let now = tx.now();
    drop(tx);
    let address = format!("{}{}", house.address, take::PATH);
    let shown = pass.shows_code(&visit.viewer, now).then(|| Shown {
        code: code::grouped(&code::code_of(&house, pass.id)),
        qr: SafeHtml(qr(&address, W.slip_qr())),
        print: Button::primary(W.slip_print()).icon("imprimer"),
        address,
    });
    let page = SlipPage {
        class: format!("{} · {}", place.class.name, place.school.name),
        back: place.path(),
        part: PassPart::new(&pass, now),
        shown,
    };
    visit.page(W.slip(), &page)
}

/// A QR code as inline SVG; empty when the text is too long for any. `label` is one of our words: it is not escaped.
fn qr(text: &str, label: &str) -> String {
    let Ok(code) = QRBuilder::new(text).ecl(ECL::M).build() else { return String::new() };
    let side = code.size + 2 * QUIET;
    let mut path = String::new();
    for line in 0..code.size {
        for (column, module) in code[line].iter().enumerate() {
            if module.value() {
                path.push_str(&format!("M{} {}h1v1h-1z", column + QUIET, line + QUIET));
            }
        }
    }
    format!(
        "<svg role=\"img\" aria-label=\"{label}\" width=\"160\" height=\"160\" viewBox=\"0 0 {side} {side}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/>\
         <path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}
