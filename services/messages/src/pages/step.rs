//! What needs no more than a button: keeping conversations in another way, taking a message back.

use crate::{
    W,
    conversation::{self, Conversation, MessageId},
    keeping::{self, Keep},
    recall,
};
use commons::ThingId;
use db::Error;
use web::{Answer, Form, Path, SignedIn, safe_return};

/// More lines than any list of ours shows.
const MOST_TICKED: usize = 100;

/// The form repeats `fil`, once for each line ticked.
pub(crate) async fn keep(mut visit: SignedIn, Form(fields): Form<Vec<(String, String)>>) -> Answer {
    let text = |name: &str| fields.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text.as_str());
    let how = Keep::parse(text("action"), text("dossier")).ok_or(Error::NotFound)?;
    let back = safe_return(text("retour")).to_owned();
    let mut things: Vec<ThingId> = Vec::new();
    for (_, id) in fields.iter().filter(|(name, _)| name == "fil") {
        let Ok(id) = id.parse() else { return Err(Error::NotFound.into()) };
        things.push(id);
    }
    if things.len() > MOST_TICKED {
        return Err(Error::NotFound.into());
    }
    if things.is_empty() {
        return Ok(visit.not_done(&back, W.nothing_ticked()));
    }
    let mut tx = visit.write().await?;
    keeping::keep(&mut tx, &visit.viewer, &things, how).await?;
    tx.commit().await?;
    Ok(visit.done(&back, kept(how)))
}

fn kept(how: Keep) -> &'static str {
    match how {
        Keep::Archive => W.archived(),
        Keep::BringBack => W.brought_back(),
        Keep::Discard => W.discarded(),
        Keep::Unread => W.marked_unread(),
        Keep::File(_) => W.filed(),
    }
}

pub(crate) async fn recall(mut visit: SignedIn, Path((id, message)): Path<(ThingId, MessageId)>) -> Answer {
    let mut tx = visit.write().await?;
    let conversation = Conversation::load(&mut tx, &visit.viewer, id).await?;
    let message = conversation::message(&mut tx, &visit.viewer, &conversation, message).await?;
    let recall = recall::recall(&mut tx, &visit.viewer, &conversation, &message).await?;
    tx.commit().await?;
    let path = conversation.path();
    Ok(match i64::try_from(recall.from).unwrap_or(i64::MAX) {
        0 => visit.not_done(&path, W.all_opened()),
        from => visit.done(&path, &W.recalled_from(from, W.kept_by(recall.kept))),
    })
}
