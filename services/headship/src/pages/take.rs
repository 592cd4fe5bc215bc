//! `/remplacement`: where a substitute types the code of a slip.

use crate::{
    W,
    taking::{self, Outcome},
};
use askama::Template;
use db::Problems;
use school::viewer::or_not_found;
use serde::Deserialize;
use web::{
    Answer, Form, Paced, SignedIn,
    component::{Button, ErrorSummary, Field},
    dates, summary,
};

/// Where the page is.
pub(crate) const PATH: &str = "/remplacement";

#[derive(Template)]
#[template(path = "take.html")]
struct TakePage {
    summary: Option<ErrorSummary>,
    code: Field,
    send: Button,
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Typed {
    #[serde(default)]
    code: String,
}

fn page(typed: &Typed, problems: &Problems) -> TakePage {
    TakePage {
        summary: summary(problems),
        code: Field::text("code", W.code())
            .value(&typed.code)
            .hint(W.code_hint())
            .autocomplete("one-time-code")
            .maxlength(40)
            .spellcheck_off()
            .required()
            .error(problems.of("code")),
        send: Button::primary(W.take_class()).icon("entrer"),
    }
}

/// `GET /remplacement`
pub(crate) async fn show(visit: SignedIn) -> Answer {
    or_not_found(taking::may_type(&visit.viewer))?;
    visit.page(W.take_title(), &page(&Typed::default(), &Problems::default()))
}

/// `POST /remplacement`
pub(crate) async fn take(_: Paced, mut visit: SignedIn, Form(typed): Form<Typed>) -> Answer {
    or_not_found(taking::may_type(&visit.viewer))?;
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let outcome = taking::take(&mut tx, &house, &visit.viewer, &typed.code).await?;
    // A wrong code counts: it is written whatever comes of it.
    tx.commit().await?;
    match &outcome {
        Outcome::Taken { class, name, last } => {
            Ok(visit.done(&format!("/classes/{class}"), &W.class_taken(name, dates::date(*last))))
        }
        Outcome::Unknown | Outcome::Paused | Outcome::Over | Outcome::Elsewhere | Outcome::Teaches => {
            let problems = Problems::one("code", outcome.refusal().unwrap_or_default());
            visit.again(W.take_title(), &page(&typed, &problems))
        }
    }
}
