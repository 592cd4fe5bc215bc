//! How each side of a request hears of what the other does: heads by a notice in the product, the commune by a letter to
//! the service that handles it. Letters hold nothing that was typed: no name of a child leaves by one.

use crate::{
    W,
    request::{KIND, Priority, Request},
};
use commons::{
    House,
    event::{self, Event},
    mail::{self, Letter},
    notification,
};
use db::{Result, Tx, args};
use school::{PersonId, circle};

pub use crate::verb::{Verb, sentence};

/// Writes the event, in the transaction of the change.
pub(crate) async fn record(tx: &mut Tx, request: &Request, verb: Verb, actor: Option<PersonId>) -> Result<()> {
    let event =
        Event { school: Some(request.school_id), actor, verb: verb.as_str(), thing: Some(request.id), detail: None };
    event::record(tx, event).await
}

/// Tells the heads of the school what the commune did.
pub(crate) async fn tell_school(tx: &mut Tx, request: &Request, verb: Verb) -> Result<()> {
    record(tx, request, verb, None).await?;
    for head in circle::heads(tx, request.school_id).await? {
        notification::tell(tx, head.id, request.id, verb.as_str(), None).await?;
    }
    Ok(())
}

/// Writes to the service that handles a request what the school did. Where nobody said which, and for a danger besides,
/// those who handle the services of the commune are written to.
pub(crate) async fn tell_town(
    tx: &mut Tx,
    house: &House,
    request: &Request,
    verb: Verb,
    actor: Option<PersonId>,
) -> Result<()> {
    record(tx, request, verb, actor).await?;
    for to in addresses(tx, request).await? {
        mail::post(tx, &letter(house, request, verb, to)).await?;
    }
    Ok(())
}

async fn addresses(tx: &mut Tx, request: &Request) -> Result<Vec<String>> {
    let mut addresses: Vec<String> = request.email.iter().cloned().collect();
    if addresses.is_empty() || request.priority == Priority::Danger {
        let now = tx.now();
        let officers: Vec<String> = tx
            .column(
                "select distinct a.email from account_grant g join account a on a.id = g.account_id \
                 where g.scope = $1 and g.role = 'town-officer' and g.since <= $2 and (g.until is null or g.until > $2) \
                 and a.email is not null and a.blocked_at is null order by a.email",
                args![&request.scope, now],
            )
            .await?;
        for officer in officers {
            if !addresses.contains(&officer) {
                addresses.push(officer);
            }
        }
    }
    Ok(addresses)
}

fn letter(house: &House, request: &Request, verb: Verb, to: String) -> Letter {
    let is_danger = request.priority == Priority::Danger;
    let (kind, school) = (request.label.as_str(), request.school_name.as_str());
    let subject = if is_danger { W.letter_danger_subject(school) } else { W.letter_subject(kind, school) };
    let said = match verb {
        Verb::Asked => W.letter_asked(kind, school),
        Verb::Reopened => W.letter_reopened(kind, school),
        Verb::Assigned => W.letter_assigned(kind, school),
        Verb::Answered | Verb::Replied | Verb::Taken | Verb::Waits | Verb::Planned | Verb::Done | Verb::Refused => {
            W.letter_replied(kind, school)
        }
    };
    let pressing = W.letter_priority(request.priority.word());
    let link = format!("{}{}", house.address, KIND.path(request.id));
    let text = web::letter(&[&said, &pressing, W.letter_link(), &link, W.letter_without_words()]);
    Letter { to, subject, text }
}
