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
use school::{PersonId, SchoolId, text_enum};

text_enum! {
    /// What happens to a request.
    Verb {
        /// A school asked.
        Asked = "town.asked",
        /// The commune answered.
        Answered = "town.answered",
        /// The school answered.
        Replied = "town.replied",
        /// The commune takes care of it.
        Taken = "town.taken",
        /// The commune asks the school something.
        Waits = "town.waits",
        /// It has its day.
        Planned = "town.planned",
        /// It is done.
        Done = "town.done",
        /// It will not be done.
        Refused = "town.refused",
        /// The school opens it again.
        Reopened = "town.reopened",
        /// Another service handles it.
        Assigned = "town.assigned",
    }
}

/// What a notice says of a request; nothing for the verbs of other services.
pub fn sentence(verb: &str, title: &str) -> Option<String> {
    Some(match Verb::try_from(verb.to_owned()).ok()? {
        Verb::Asked => W.told_asked(title),
        Verb::Answered => W.told_answered(title),
        Verb::Replied => W.told_replied(title),
        Verb::Taken => W.told_taken(title),
        Verb::Waits => W.told_waits(title),
        Verb::Planned => W.told_planned(title),
        Verb::Done => W.told_done(title),
        Verb::Refused => W.told_refused(title),
        Verb::Reopened => W.told_reopened(title),
        Verb::Assigned => W.told_assigned(title),
    })
}

/// Writes the event, in the transaction of the change.
pub(crate) async fn record(tx: &mut Tx, request: &Request, verb: Verb, actor: Option<PersonId>) -> Result<()> {
    let event =
        Event { school: Some(request.school_id), actor, verb: verb.as_str(), thing: Some(request.id), detail: None };
    event::record(tx, event).await
}

/// Tells the heads of the school what the commune did.
pub(crate) async fn tell_school(tx: &mut Tx, request: &Request, verb: Verb) -> Result<()> {
    record(tx, request, verb, None).await?;
    for (head,) in heads(tx, request.school_id).await? {
        notification::tell(tx, head, request.id, verb.as_str(), None).await?;
    }
    Ok(())
}

async fn heads(tx: &mut Tx, school: SchoolId) -> Result<Vec<(PersonId,)>> {
    let now = tx.now();
    tx.all(
        "select distinct m.person_id from circle c join member m on m.circle_id = c.id and m.role = 'head' \
         and m.since <= $2 and (m.until is null or m.until > $2) \
         where c.school_id = $1 and c.kind = 'staff' and c.until is null",
        args![school, now],
    )
    .await
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
        let officers: Vec<(String,)> = tx
            .all(
                "select distinct a.email from account_grant g join account a on a.id = g.account_id \
                 where g.scope = $1 and g.role = 'town-officer' and g.since <= $2 and (g.until is null or g.until > $2) \
                 and a.email is not null and a.blocked_at is null order by a.email",
                args![&request.scope, now],
            )
            .await?;
        for (officer,) in officers {
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
    let text = [W.letter_hello(), &said, &pressing, W.letter_link(), &link, W.letter_end()].join("\n\n");
    Letter { to, subject, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_verb_has_a_sentence_of_its_own() {
        let sentences: Vec<String> = Verb::ALL.iter().filter_map(|verb| sentence(verb.as_str(), "Le préau")).collect();
        assert_eq!(sentences.len(), Verb::ALL.len());
        assert!(sentences.iter().all(|it| it.contains("Le préau")), "{sentences:?}");
        assert!(sentences.iter().enumerate().all(|(rank, it)| !sentences[..rank].contains(it)), "{sentences:?}");
        assert_eq!(sentence("help.asked", "Le préau"), None);
    }
}
