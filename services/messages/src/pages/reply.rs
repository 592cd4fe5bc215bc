//! Answering in a conversation.

use super::{compose, thread_page::ThreadPage};
use crate::{
    conversation::{Conversation, KIND},
    reply,
    send::Outgoing,
};
use axum::{
    extract::{FromRequest, Request},
    response::{IntoResponse, Redirect, Response},
};
use commons::ThingId;
use db::{Error, Problems, Result};
use web::{Answer, Path, SignedIn, Upload, pieces};

/// Somebody who reloads after an answer came back finds the conversation.
pub(crate) async fn back(mut visit: SignedIn, Path(id): Path<ThingId>) -> Answer {
    let mut tx = visit.read().await?;
    let conversation = Conversation::load(&mut tx, &visit.viewer, id).await?;
    Ok(Redirect::to(&conversation.path()).into_response())
}

pub(crate) async fn send(mut visit: SignedIn, Path(id): Path<ThingId>, request: Request) -> Answer {
    let mut tx = visit.read().await?;
    let conversation = Conversation::load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    let upload = Upload::from_request(request, &visit.site).await?;
    match leave(&mut visit, id, &upload).await {
        Ok(response) => Ok(response),
        Err(Error::Invalid(problems)) => again(visit, &conversation, &upload, &problems).await,
        Err(error) => Err(error.into()),
    }
}

async fn leave(visit: &mut SignedIn, id: ThingId, upload: &Upload) -> Result<Response> {
    let body = web::written(upload, "body")?;
    let pieces = pieces::receive(&visit.site, &visit.viewer, upload).await?;
    let mut tx = visit.write().await?;
    // Files take time: the conversation is read again, as it is now.
    let conversation = Conversation::load(&mut tx, &visit.viewer, id).await?;
    let outgoing = Outgoing {
        targets: Vec::new(),
        subject: String::new(),
        body,
        pieces,
        about: None,
        urgent: None,
        within: Some(id),
        mass: false,
    };
    let sent = reply::answer(&mut tx, &visit.viewer, &conversation, &outgoing).await?;
    let told = compose::told(&tx, &sent);
    tx.commit().await?;
    Ok(visit.done(&KIND.path(sent.thing), &told))
}

async fn again(mut visit: SignedIn, conversation: &Conversation, upload: &Upload, problems: &Problems) -> Answer {
    let mut tx = visit.read().await?;
    let kept = pieces::chosen(&mut tx, &visit.viewer, None, upload).await?;
    let page = ThreadPage::build(&mut tx, &visit.viewer, conversation).await?;
    drop(tx);
    let page = page.with(upload.text("body"), upload.text("body_json"), kept, problems);
    visit.again(&conversation.thing.title, &page)
}
