//! What a child asked, as the adult it was given to reads it: who, which words, what to do now.

use crate::{
    W,
    talk::{self, Request},
};
use askama::Template;
use commons::ThingId;
use db::{Result, Tx};
use richtext::{Doc, Labels};
use school::person::Name;
use web::{
    Answer, Path, SignedIn,
    component::{Button, Notice, SafeHtml},
    dates,
};

#[derive(Template)]
#[template(path = "request.html")]
struct RequestPage {
    child: String,
    about: String,
    words: Option<SafeHtml>,
    mark: Notice,
    address: String,
    see: Option<Button>,
    close: Option<Button>,
    pass_on: Option<PassOn>,
}

/// The button that passes it on to the head, and to whom.
struct PassOn {
    explanation: String,
    button: Button,
}

/// `GET /paroles/{id}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let request = Request::load(&mut tx, &visit.viewer, id).await?;
    let page = RequestPage::build(&mut tx, &request).await?;
    drop(tx);
    visit.page(W.talk_told(), &page)
}

/// `POST /paroles/{id}/lecture`
pub(crate) async fn see(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::load(&mut tx, &visit.viewer, id).await?;
    talk::see(&mut tx, &visit.viewer, &request).await?;
    tx.commit().await?;
    Ok(visit.done(&talk::KIND.path(id), W.talk_was_seen()))
}

/// `POST /paroles/{id}/direction`
pub(crate) async fn pass_on(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::load(&mut tx, &visit.viewer, id).await?;
    talk::pass_on(&mut tx, &visit.viewer, &request).await?;
    tx.commit().await?;
    Ok(visit.done(&talk::KIND.path(id), W.talk_was_passed_on()))
}

/// `POST /paroles/{id}/cloture`
pub(crate) async fn close(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.write().await?;
    let request = Request::load(&mut tx, &visit.viewer, id).await?;
    talk::close(&mut tx, &visit.viewer, &request).await?;
    tx.commit().await?;
    Ok(visit.done("/", W.talk_was_closed()))
}

impl RequestPage {
    async fn build(tx: &mut Tx, request: &Request) -> Result<Self> {
        let now = tx.now();
        let heads = talk::heads(tx, request).await?;
        let when = dates::past(request.asked_at(), now);
        let words = request.words();
        let is_open = !request.is_closed();
        Ok(Self {
            child: request.child(),
            about: match request.class_name() {
                Some(class) => W.talk_about(class, when),
                None => when,
            },
            words: (!words.is_empty()).then(|| SafeHtml(Doc::from_plain(words).to_html(&|_| None, &Labels::FRENCH))),
            mark: mark(request),
            address: talk::KIND.path(request.thing.id),
            see: (is_open && !request.is_seen()).then(|| Button::primary(W.talk_see()).icon("lire")),
            close: is_open.then(|| Button::secondary(W.talk_close()).icon("fait")),
            pass_on: (is_open && !heads.is_empty()).then(|| PassOn::to(&heads)),
        })
    }
}

impl PassOn {
    fn to(heads: &[Name]) -> Self {
        let names: Vec<String> = heads.iter().map(Name::full).collect();
        Self {
            explanation: W.talk_pass_on_explained(names.join(", ")),
            button: Button::secondary(W.talk_pass_on()).icon("ecole"),
        }
    }
}

/// Where it stands, for the adult.
fn mark(request: &Request) -> Notice {
    match (request.is_closed(), request.is_seen()) {
        (true, _) => Notice::success(W.talk_is_closed()),
        (false, true) => Notice::info(W.talk_is_seen()),
        (false, false) => Notice::attention(W.talk_is_waiting()),
    }
}
