//! Answering. In a conversation, everybody in it who may be written to receives; to a mass message, its author alone, in a
//! conversation of the two.
//!
//! Nobody is lost when a class changes: who wrote or received in a conversation stays within reach of its answers, as long
//! as the directory knows them and they are still responsible for the child it is about. The conversation of a child goes
//! with the child: see `team`.

use crate::{
    W, absence, class_setting,
    conversation::{self, Conversation, Participant},
    guard,
    matrix::Hats,
    posting::{self, Posting},
    recipient::{self, Recipient},
    send::{self, Opening, Outgoing, Sent},
    team::Team,
    verb::Verb,
};
use db::{Error, Result, Tx};
use school::{PersonId, PersonKind, Viewer};

/// Whom an answer of this viewer would reach.
///
/// # Errors
/// A fault of the database.
pub async fn readers(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation) -> Result<Vec<Recipient>> {
    let thing = &conversation.thing;
    // What came before the school closed messages, or before one left it or the group, is read, and answered no more.
    if viewer.is_shut_out_of(thing.school_id) || viewer.has_left() {
        return Ok(Vec::new());
    }
    let everybody = conversation::participants(tx, conversation).await?;
    // A family written to with the team received it for a child, not by the group.
    let is_own = |it: &&Participant| viewer.people.iter().any(|me| me.id == it.person);
    let as_parent = everybody.iter().filter(is_own).any(|it| it.kind == PersonKind::Guardian);
    if conversation.has_left_group(viewer) && !as_parent {
        return Ok(Vec::new());
    }
    let hats = Hats::of(viewer, thing.school_id);
    let team = Team::of(tx, conversation).await?;
    let mut reached = Vec::new();
    for participant in everybody {
        let written_to = !conversation.mass || participant.person == thing.author_id;
        let concerned = written_to && !team.has_left(participant.person);
        if concerned && participant.reached && may_answer(tx, viewer, &hats, conversation, &participant).await? {
            reached.push(Recipient { person: participant.person, child: participant.child, kind: participant.kind });
        }
    }
    let class = team.class.filter(|_| !conversation.mass);
    if reached.is_empty() && class.is_none() {
        return Ok(Vec::new());
    }
    send::with_team(tx, viewer, class, recipient::each_once(viewer, reached)).await
}

/// Whether the matrix lets the viewer answer to somebody met in a conversation: parents never read one another, pupils do
/// where their teacher opened it; whoever works at the school is answered by all.
async fn may_answer(
    tx: &mut Tx,
    viewer: &Viewer,
    hats: &Hats,
    conversation: &Conversation,
    to: &Participant,
) -> Result<bool> {
    let works_here = matches!(to.kind, PersonKind::Staff | PersonKind::Agent);
    let writer = viewer.people.first().map(|me| me.kind);
    if hats.staff || hats.town || works_here {
        // A pupil answers as long as the class lets its pupils write.
        return match writer {
            Some(PersonKind::Pupil) => Ok(pupil_setting(tx, hats, conversation).await?.pupils_write),
            Some(PersonKind::Guardian | PersonKind::Staff | PersonKind::Agent | PersonKind::Guest) | None => Ok(true),
        };
    }
    match (writer, to.kind) {
        (Some(PersonKind::Pupil), PersonKind::Pupil) => {
            Ok(pupil_setting(tx, hats, conversation).await?.among_themselves())
        }
        _ => Ok(false),
    }
}

async fn pupil_setting(tx: &mut Tx, hats: &Hats, conversation: &Conversation) -> Result<class_setting::ClassSetting> {
    match hats.own_classes.first() {
        Some(class) => class_setting::of(tx, *class, conversation.thing.school_id).await,
        None => Ok(class_setting::ClassSetting { pupils_write: false, pupils_to_pupils: false }),
    }
}

/// Sends an answer.
///
/// # Errors
/// [`Error::Invalid`] when there is no text; [`Error::Forbidden`] when nobody may be answered; what `guard::check`
/// refuses; a fault of the database.
pub async fn answer(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation, outgoing: &Outgoing) -> Result<Sent> {
    if outgoing.body.is_empty() {
        return Err(Error::invalid("body", W.body_missing()));
    }
    let begun = place(tx, viewer, conversation).await?;
    let conversation = begun.as_ref().unwrap_or(conversation);
    let recipients = readers(tx, viewer, conversation).await?;
    if recipients.is_empty() {
        return Err(Error::Forbidden);
    }
    let thing = &conversation.thing;
    send::check_urgent(viewer, thing.school_id, outgoing)?;
    let outgoing = Outgoing { within: Some(thing.id), subject: thing.title.clone(), mass: false, ..outgoing.clone() };
    guard::check(tx, viewer, thing.school_id, conversation.group, &outgoing, &recipients).await?;
    let author = author(tx, viewer, conversation).await?;
    match conversation.mass {
        true => apart(tx, viewer, conversation, outgoing, author, recipients).await,
        false => go_on(tx, viewer, conversation, &outgoing, author, &recipients).await,
    }
}

/// The conversation an answer goes to: to a mass message, the one the viewer began by answering it before.
async fn place(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation) -> Result<Option<Conversation>> {
    if !conversation.mass {
        return Ok(None);
    }
    let author = author(tx, viewer, conversation).await?;
    match conversation::of_answer(tx, conversation.thing.id, conversation.thing.school_id, author).await? {
        Some(begun) => Conversation::load(tx, viewer, begun).await.map(Some),
        None => Ok(None),
    }
}

/// The viewer's person who is in the conversation, else the one who would write in its school.
async fn author(tx: &mut Tx, viewer: &Viewer, conversation: &Conversation) -> Result<PersonId> {
    let thing = &conversation.thing;
    let all = conversation::participants(tx, conversation).await?;
    let own = all.iter().find(|it| viewer.people.iter().any(|me| me.id == it.person));
    match own {
        Some(own) => Ok(own.person),
        None => send::author(viewer, thing.school_id, conversation.child),
    }
}

/// The child through whom the viewer received in the conversation.
async fn child_of(tx: &mut Tx, conversation: &Conversation, author: PersonId) -> Result<Option<PersonId>> {
    let all = conversation::participants(tx, conversation).await?;
    Ok(all.into_iter().find(|it| it.person == author).and_then(|it| it.child))
}

async fn go_on(
    tx: &mut Tx,
    viewer: &Viewer,
    conversation: &Conversation,
    outgoing: &Outgoing,
    author: PersonId,
    recipients: &[Recipient],
) -> Result<Sent> {
    let posting = Posting {
        thing: conversation.thing.id,
        school: conversation.thing.school_id,
        author,
        child: child_of(tx, conversation, author).await?,
        subject: &outgoing.subject,
        body: &outgoing.body,
        pieces: &outgoing.pieces,
        urgent: outgoing.urgent.as_deref(),
        automatic: false,
    };
    // What was said before goes to the team of the class the child is in now, with what is said next.
    Team::of(tx, conversation).await?.hand_over(tx, conversation, author).await?;
    let sent = posting::post(tx, Some(viewer), &posting, recipients).await?;
    Verb::Answered.record(tx, posting.school, posting.thing, author, outgoing.urgent.as_deref()).await?;
    absence::answer(tx, &posting, recipients).await?;
    Ok(sent)
}

/// Begins the conversation of the two, attached to the child through whom the mass message came.
async fn apart(
    tx: &mut Tx,
    viewer: &Viewer,
    conversation: &Conversation,
    outgoing: Outgoing,
    author: PersonId,
    recipients: Vec<Recipient>,
) -> Result<Sent> {
    let about = child_of(tx, conversation, author).await?;
    let opening = Opening {
        school: conversation.thing.school_id,
        author,
        audience: W.answer_apart().to_owned(),
        answers: Some(conversation.thing.id),
        group: conversation.group.filter(|_| conversation.is_of_group(viewer)),
    };
    send::open(tx, viewer, &opening, &Outgoing { about, ..outgoing }, recipients).await
}
