//! What the adults do with a request: see it, pass it on, say that it is done.

use super::{FORGET, Request, Verb};
use commons::{
    Level, attention,
    audit::{self, Action},
    job, notification, share,
};
use db::{Error, Result, Tx, args, id_list};
use school::{PersonId, Viewer, circle, person::Name};

/// How long a request is kept once it is done, in days.
const KEPT_DONE: i64 = 30;

/// Says that the request was seen: the child reads so. Does nothing the second time.
///
/// # Errors
/// A fault of the database.
pub async fn see(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
    let thing = &request.thing;
    let now = tx.now();
    let people = id_list(viewer.people.iter().map(|me| me.id));
    notification::mark_read(tx, people, thing.id).await?;
    let read: Vec<PersonId> = viewer.people.iter().map(|me| me.id).collect();
    attention::hush_for(tx, thing.id, &read).await?;
    let changed = tx
        .changed_rows(
            "update talk_request set seen_at = $3 where thing_id = $1 and school_id = $2 and seen_at is null",
            args![thing.id, thing.school_id, now],
        )
        .await?;
    if changed == 0 {
        return Ok(());
    }
    audit::write(tx, Some(viewer.account), Action::TalkSeen, Some(thing.id.to_string()), None).await
}

/// Says that the request is done: it is forgotten a while later.
///
/// # Errors
/// [`Error::Conflict`] when somebody else was faster; a fault of the database.
pub async fn close(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
    see(tx, viewer, request).await?;
    let thing = &request.thing;
    let now = tx.now();
    let changed = tx
        .changed_rows(
            "update talk_request set closed_at = $3 where thing_id = $1 and school_id = $2 and closed_at is null",
            args![thing.id, thing.school_id, now],
        )
        .await?;
    if changed == 0 {
        return Err(Error::Conflict);
    }
    notification::forget_but(tx, thing.id, Vec::new()).await?;
    attention::hush(tx, thing.id).await?;
    audit::write(tx, Some(viewer.account), Action::TalkClosed, Some(thing.id.to_string()), None).await?;
    job::enqueue(tx, FORGET.name, &thing.id.to_string(), now.plus_days(KEPT_DONE)).await
}

// Those who have it already; and never to a head whose account is also that of somebody responsible for the child.
const NOT_TO: &str = "\
select p.id from person p where p.id in (select unhex(value) from json_each($1)) \
and (exists (select 1 from share s where s.thing_id = $2 and s.circle_id = p.id) \
    or exists (select 1 from account_person mine join account_person other on other.account_id = mine.account_id \
        join guardianship g on g.adult_id = other.person_id and g.child_id = $3 and g.until is null \
        where mine.person_id = p.id))";

/// The heads a request may still be passed on to.
///
/// # Errors
/// A fault of the database.
pub async fn heads(tx: &mut Tx, request: &Request) -> Result<Vec<Name>> {
    let thing = &request.thing;
    let mut heads = circle::heads(tx, thing.school_id).await?;
    let list = id_list(heads.iter().map(|head| head.id));
    let not_to: Vec<PersonId> = tx.column(NOT_TO, args![list, thing.id, request.child_id()]).await?;
    heads.retain(|head| !not_to.contains(&head.id));
    Ok(heads)
}

/// Passes a request on to the heads of the school, who are told at once.
///
/// # Errors
/// [`Error::Conflict`] when there is none to pass it on to, or it is done; a fault of the database.
pub async fn pass_on(tx: &mut Tx, viewer: &Viewer, request: &Request) -> Result<()> {
    let heads = heads(tx, request).await?;
    if heads.is_empty() || request.is_closed() {
        return Err(Error::Conflict);
    }
    see(tx, viewer, request).await?;
    let (now, thing) = (tx.now(), &request.thing);
    let actor = viewer.acting_in(thing.circle_id, thing.school_id)?;
    for head in heads {
        share::grant(tx, thing.id, head.id.into(), Level::Write, now, actor).await?;
        notification::tell(tx, head.id, thing.id, Verb::PassedOn.as_str(), None).await?;
        attention::alert(tx, thing.id, &[head.id], now).await?;
    }
    audit::write(tx, Some(viewer.account), Action::TalkPassedOn, Some(thing.id.to_string()), None).await
}
