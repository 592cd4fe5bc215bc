//! Granting and releasing a limit: what a restriction takes from its readers, and gives back when it ends.

use crate::{
    request::{Kind, Request, step},
    whose::{account_of, persons_of},
};
use commons::{
    audit::{self, Action},
    limitation::{self, Limit, LimitId, Topic},
};
use db::{Error, Result, Tx, args};
use school::{PersonId, Viewer};

/// What a request may limit.
pub fn topics_of(kind: Kind) -> &'static [Topic] {
    match kind {
        Kind::Objection => &[Topic::Image, Topic::Measurement, Topic::Suggestions],
        Kind::Restriction => &[Topic::All],
        Kind::Information | Kind::Access | Kind::Rectification | Kind::Directives => &[],
    }
}

/// The persons a request is about: all those of the account, since somebody may be listed twice.
///
/// # Errors
/// A fault of the database.
pub async fn people_of(tx: &mut Tx, request: &Request) -> Result<Vec<PersonId>> {
    let Some(subject) = request.subject_id else { return Ok(Vec::new()) };
    match account_of(tx, subject).await? {
        Some(account) => persons_of(tx, account).await,
        None => Ok(vec![subject]),
    }
}

/// Grants limits to who a request is about. It must be known who asks.
///
/// # Errors
/// [`Error::Forbidden`] when it is not known who asks; [`Error::NotFound`] for what the request does not ask; a fault of the
/// database.
pub async fn grant(tx: &mut Tx, viewer: &Viewer, request: &Request, topics: &[Topic], reason: &str) -> Result<()> {
    if request.identity.is_none() {
        return Err(Error::Forbidden);
    }
    if topics.iter().any(|it| !topics_of(request.kind).contains(it)) {
        return Err(Error::NotFound);
    }
    let mut granted: Vec<Topic> = Vec::new();
    for person in people_of(tx, request).await? {
        for topic in topics {
            let Some(limit) = limitation::grant(tx, viewer.account, person, *topic, reason).await? else { continue };
            if !granted.contains(topic) {
                granted.push(*topic);
            }
            if *topic == Topic::All {
                hide(tx, limit, person).await?;
            }
            let subject = Some(person.to_string());
            audit::write(tx, Some(viewer.account), Action::DataLimited, subject, Some(topic.as_str())).await?;
        }
    }
    if granted.is_empty() { Ok(()) } else { step::limited(tx, viewer, request, &granted).await }
}

/// What a request brought about and is in force, once each: somebody listed twice is limited twice.
///
/// # Errors
/// A fault of the database.
pub async fn brought(tx: &mut Tx, request: &Request) -> Result<Vec<Limit>> {
    let people = people_of(tx, request).await?;
    let mut limits = limitation::of(tx, people).await?;
    let asked = topics_of(request.kind);
    limits.retain(|it| it.until.is_none() && it.since >= request.created_at && asked.contains(&it.topic));
    limits.sort_by_key(|it| it.topic);
    limits.dedup_by_key(|it| it.topic);
    Ok(limits)
}

/// Releases a limit of a person a request is about, and those of the same kind of the other entries of the person.
///
/// # Errors
/// [`Error::NotFound`] when it is not in force; a fault of the database.
pub async fn release(tx: &mut Tx, viewer: &Viewer, request: &Request, id: LimitId) -> Result<()> {
    let people = people_of(tx, request).await?;
    let limits = limitation::of(tx, people).await?;
    let topic = limits.iter().find(|it| it.id == id && it.until.is_none()).map(|it| it.topic).ok_or(Error::NotFound)?;
    for limit in limits.iter().filter(|it| it.topic == topic && it.until.is_none()) {
        let released: Limit = limitation::release(tx, viewer.account, limit.person_id, limit.id).await?;
        give_back(tx, released.id).await?;
        let subject = Some(limit.person_id.to_string());
        audit::write(tx, Some(viewer.account), Action::DataReleased, subject, Some(topic.as_str())).await?;
    }
    step::released(tx, viewer, request, topic).await
}

/// Takes from their readers the posts and news of a person; mots and messages are proofs for others, and stay.
async fn hide(tx: &mut Tx, limit: LimitId, person: PersonId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into limit_thing (limit_id, thing_id) select $1, t.id from thing t \
         where t.author_id = $2 and t.withdrawn_at is null and t.kind in ('billets', 'actualites') \
         and exists (select 1 from share s where s.thing_id = t.id)",
        args![limit, person],
    )
    .await?;
    tx.change(
        "update thing set withdrawn_at = $2, taken_at = $2 \
         where id in (select thing_id from limit_thing where limit_id = $1)",
        args![limit, now],
    )
    .await
}

async fn give_back(tx: &mut Tx, limit: LimitId) -> Result<()> {
    tx.change(
        "update thing set withdrawn_at = null where id in (select thing_id from limit_thing where limit_id = $1)",
        args![limit],
    )
    .await?;
    tx.change("delete from limit_thing where limit_id = $1", args![limit]).await
}
