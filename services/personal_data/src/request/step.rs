//! What is done about a request: `received → identity-checked → in-progress → answered | extended | refused`.

use super::{Request, RequestId, State, deadline};
use crate::{W, letterbox};
use commons::{
    audit::{self, Action},
    limitation::Topic,
};
use db::{Arg, Day, Error, Moment, Result, Tx, Uuid, args};
use school::{AccountId, Viewer};

/// What the timeline calls a use that was stopped, and what it calls its end.
const LIMITED: &str = "limited";
const RELEASED: &str = "released";

/// Writes down a step.
pub(super) async fn write(tx: &mut Tx, id: RequestId, by: AccountId, verb: State, detail: &str) -> Result<()> {
    note(tx, id, by, verb.as_str(), detail).await
}

async fn note(tx: &mut Tx, id: RequestId, by: AccountId, verb: &str, detail: &str) -> Result<()> {
    let (step, now): (Uuid, Moment) = (tx.id(), tx.now());
    tx.change(
        "insert into rights_step (id, request_id, verb, detail, at, account_id) values ($1, $2, $3, $4, $5, $6)",
        args![step, id, verb, detail, now, by],
    )
    .await
}

/// Moves a request on by a statement that changes a row only from a state that allows it.
async fn advance(
    tx: &mut Tx,
    viewer: &Viewer,
    request: &Request,
    to: State,
    detail: &str,
    change: &'static str,
    values: &[Arg],
) -> Result<()> {
    if tx.changed_rows(change, values).await? == 0 {
        return Err(Error::Conflict);
    }
    write(tx, request.id, viewer.account, to, detail).await?;
    let subject = request.subject_id.map(|it| it.to_string());
    audit::write(tx, Some(viewer.account), Action::RightsRequest, subject, Some(to.as_str())).await
}

/// Notes how the desk made sure who asks.
///
/// # Errors
/// [`Error::Conflict`] when that was done; a fault of the database.
pub async fn check_identity(tx: &mut Tx, viewer: &Viewer, request: &Request, how: &str) -> Result<()> {
    let to = State::IdentityChecked;
    let change = "update rights_request set identity = $3, state = case when state = 'received' then $2 else state end \
         where id = $1 and identity is null and closed_at is null";
    advance(tx, viewer, request, to, how, change, args![request.id, to, how]).await
}

/// Begins to work on it.
///
/// # Errors
/// [`Error::Conflict`] when somebody does already, or when it is not known who asks; a fault of the database.
pub async fn take_up(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
    let to = State::InProgress;
    let change = "update rights_request set state = $2 where id = $1 and state = 'identity-checked'";
    advance(tx, viewer, request, to, "", change, args![request.id, to]).await
}

/// Writes down that a use was stopped: whoever grants that works on the request, and the answer is still to be written.
///
/// # Errors
/// A fault of the database.
pub async fn limited(tx: &mut Tx, viewer: &Viewer, request: &Request, topics: &[Topic]) -> Result<()> {
    let change = "update rights_request set state = $2 where id = $1 and state = 'identity-checked'";
    tx.change(change, args![request.id, State::InProgress]).await?;
    let words: Vec<String> = topics.iter().map(|it| W.limit_topic(it.as_str())).collect();
    note(tx, request.id, viewer.account, LIMITED, &words.join(", ")).await
}

/// Writes down that a limit ended.
///
/// # Errors
/// A fault of the database.
pub async fn released(tx: &mut Tx, viewer: &Viewer, request: &Request, topic: Topic) -> Result<()> {
    note(tx, request.id, viewer.account, RELEASED, &W.limit_topic(topic.as_str())).await
}

/// Takes two months more, once, and tells who asked why. Only within the first month: later it is late.
///
/// # Errors
/// [`Error::Invalid`] when the month is over; [`Error::Conflict`] when it was extended, or is over; a fault of the database.
pub async fn extend(tx: &mut Tx, viewer: &Viewer, request: &Request, reason: &str) -> Result<()> {
    let received = request.received_on.date().ok_or(Error::NotFound)?;
    let now = tx.now();
    if now.day() > deadline::due(received) {
        return Err(Error::invalid("reason", W.extension_too_late()));
    }
    let to = State::Extended;
    let change = "update rights_request set state = $2, extension_reason = $3, extended_at = $4, due_on = $5 \
         where id = $1 and extended_at is null and closed_at is null";
    let values = args![request.id, to, reason, now, Day::from(deadline::extended(received))];
    advance(tx, viewer, request, to, reason, change, values).await?;
    letterbox::tell(tx, request.account_id, W.mail_extended_subject(), &W.mail_extended(&request.reference)).await
}

/// Answers. It must be known who asks.
///
/// # Errors
/// [`Error::Conflict`] when it is over, or when it is not known who asks; a fault of the database.
pub async fn answer(tx: &mut Tx, viewer: &Viewer, request: &Request, words: &str) -> Result<()> {
    let (to, now) = (State::Answered, tx.now());
    let change = "update rights_request set state = $2, outcome = $3, closed_at = $4 \
         where id = $1 and closed_at is null and identity is not null";
    advance(tx, viewer, request, to, "", change, args![request.id, to, words, now]).await?;
    letterbox::tell(tx, request.account_id, W.mail_answered_subject(), &W.mail_answered(&request.reference)).await
}

/// Refuses, with a reason: that it is not known who asks may be one.
///
/// # Errors
/// [`Error::Conflict`] when it is over; a fault of the database.
pub async fn refuse(tx: &mut Tx, viewer: &Viewer, request: &Request, reason: &str) -> Result<()> {
    let (to, now) = (State::Refused, tx.now());
    let change =
        "update rights_request set state = $2, outcome = $3, closed_at = $4 where id = $1 and closed_at is null";
    advance(tx, viewer, request, to, reason, change, args![request.id, to, reason, now]).await?;
    letterbox::tell(tx, request.account_id, W.mail_answered_subject(), &W.mail_answered(&request.reference)).await
}
