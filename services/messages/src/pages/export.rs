//! A conversation on paper or in a file, as the viewer reads it.

use crate::{
    W,
    conversation::{self, Conversation, Message},
    trace,
};
use askama::Template;
use axum::{http::header, response::IntoResponse};
use commons::{
    ThingId,
    attachment::{self, Attachment},
};
use db::{Error, Moment, PARIS, Result};
use richtext::Labels;
use web::{Answer, Path, SignedIn, component::SafeHtml, dates};

#[derive(Template)]
#[template(path = "export.html")]
struct ExportPage {
    title: String,
    about: String,
    entries: Vec<Entry>,
    back: String,
}

/// A message on paper.
struct Entry {
    about: String,
    body: SafeHtml,
    pieces: Option<String>,
    reference: String,
}

/// A conversation read whole.
struct Whole {
    conversation: Conversation,
    messages: Vec<Message>,
    files: Vec<Attachment>,
}

impl Whole {
    async fn read(visit: &mut SignedIn, id: ThingId) -> Result<Self> {
        let mut tx = visit.read().await?;
        let conversation = Conversation::load(&mut tx, &visit.viewer, id).await?;
        let messages = conversation::messages(&mut tx, &visit.viewer, &conversation).await?;
        let files = attachment::everywhere(&mut tx, id).await?;
        if messages.is_empty() { Err(Error::NotFound) } else { Ok(Self { conversation, messages, files }) }
    }

    /// « Pièces jointes : programme.pdf, plan.png ».
    fn pieces(&self, message: &Message) -> Option<String> {
        let names: Vec<&str> =
            self.files.iter().filter(|it| it.part == Some(message.id.0)).map(|it| it.name.as_str()).collect();
        (!names.is_empty()).then(|| W.pieces_of(names.join(", ")))
    }
}

/// « Claire Fabre, lundi 5 octobre 2026 à 7 h 04 ».
fn about(message: &Message) -> String {
    let at: Moment = message.sent_at;
    let local = at.timestamp().to_zoned_datetime(PARIS.clone());
    W.written_on(message.author(), dates::date(local.date()), dates::hour(local.time()))
}

pub(crate) async fn page(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let whole = Whole::read(&mut visit, id).await?;
    let entries: Result<Vec<Entry>> = whole
        .messages
        .iter()
        .map(|message| {
            Ok(Entry {
                about: about(message),
                body: SafeHtml(message.doc()?.to_html(&|_| None, &Labels::FRENCH)),
                pieces: whole.pieces(message),
                reference: W.message_reference(trace::reference(message.id)),
            })
        })
        .collect();
    let page = ExportPage {
        title: whole.conversation.thing.title.clone(),
        about: W.written_to(&whole.conversation.audience),
        entries: entries?,
        back: whole.conversation.path(),
    };
    visit.page(&whole.conversation.thing.title, &page)
}

pub(crate) async fn text(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let whole = Whole::read(&mut visit, id).await?;
    let mut out = format!("{}\n{}\n", whole.conversation.thing.title, W.written_to(&whole.conversation.audience));
    for message in &whole.messages {
        out.push_str(&format!("\n{}\n\n{}\n", about(message), message.doc()?.to_plain()));
        if let Some(pieces) = whole.pieces(message) {
            out.push_str(&format!("\n{pieces}\n"));
        }
        out.push_str(&format!("\n{}\n", W.message_reference(trace::reference(message.id))));
    }
    let name = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"messages.txt\""),
    ];
    Ok((name, out).into_response())
}
