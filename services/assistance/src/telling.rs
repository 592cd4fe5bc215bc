//! How the author of a request and those who answer it hear of it: a notice in the product, a letter without content.

use crate::{W, letter::WRITE, request::HelpRequest};
use commons::{
    ThingId, delivery,
    event::{self, Event},
    job, notification,
};
use db::{Result, Tx, args};
use school::{PersonId, SchoolId, Territory, circle, text_enum};

text_enum! {
    /// What happens to a request.
    Verb {
        /// Somebody asked.
        Asked = "help.asked",
        /// A desk answered.
        Answered = "help.answered",
        /// The author answered.
        Replied = "help.replied",
        /// It went on to another desk.
        Passed = "help.passed",
        /// It is solved.
        Solved = "help.solved",
        /// The author says it is not.
        Reopened = "help.reopened",
    }
}

impl Verb {
    /// Writes the event, in the transaction of the change.
    pub(crate) async fn record(
        self,
        tx: &mut Tx,
        school: Option<SchoolId>,
        thing: ThingId,
        actor: Option<PersonId>,
    ) -> Result<()> {
        let event = Event { school, actor, verb: self.as_str(), thing: Some(thing), detail: None };
        event::record(tx, event).await
    }

    /// Whether a letter tells it to the author.
    fn is_written(self) -> bool {
        match self {
            Self::Answered | Self::Solved => true,
            Self::Asked | Self::Replied | Self::Passed | Self::Reopened => false,
        }
    }
}

/// What a notice says of a request; nothing for the verbs of other services.
pub fn sentence(verb: &str, title: &str) -> Option<String> {
    Some(match Verb::try_from(verb.to_owned()).ok()? {
        Verb::Asked => W.told_asked(title),
        Verb::Answered => W.told_answered(title),
        Verb::Replied => W.told_replied(title),
        Verb::Passed => W.told_passed(title),
        Verb::Solved => W.told_solved(title),
        Verb::Reopened => W.told_reopened(title),
    })
}

/// Tells the author what a desk did.
pub(crate) async fn tell_author(tx: &mut Tx, request: &HelpRequest, verb: Verb) -> Result<()> {
    if let Some(person) = request.person_id {
        notification::tell(tx, person, request.id, verb.as_str(), None).await?;
    }
    if !verb.is_written() {
        return Ok(());
    }
    let at = match request.school()?.filter(|_| request.family) {
        Some(school) => delivery::instant(tx, school, None).await?,
        None => tx.now(),
    };
    job::enqueue(tx, WRITE.name, &format!("{} {}", request.id, verb.as_str()), at).await
}

/// Tells those who answer the families of a school.
pub(crate) async fn tell_school(tx: &mut Tx, school: SchoolId, thing: ThingId, verb: Verb) -> Result<()> {
    for person in answering(tx, school).await? {
        notification::tell(tx, person, thing, verb.as_str(), None).await?;
    }
    Ok(())
}

/// The heads of a school, and those of the team they named.
async fn answering(tx: &mut Tx, school: SchoolId) -> Result<Vec<PersonId>> {
    let mut people: Vec<PersonId> = circle::heads(tx, school).await?.into_iter().map(|head| head.id).collect();
    let place = Territory::School(school).to_string();
    let mut named: Vec<PersonId> = tx.column(NAMED, args![school, tx.now(), place]).await?;
    named.retain(|person| !people.contains(person));
    people.extend(named);
    Ok(people)
}

// Whoever left the team hears of nothing any more.
const NAMED: &str = "\
select distinct m.person_id from circle c join member m on m.circle_id = c.id and m.since <= $2 \
    and (m.until is null or m.until > $2) join account_person p on p.person_id = m.person_id \
join help_named n on n.account_id = p.account_id and n.place = $3 \
where c.school_id = $1 and c.kind = 'staff' and c.until is null";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_verb_has_a_sentence_of_its_own() {
        let sentences: Vec<String> = Verb::ALL.iter().filter_map(|verb| sentence(verb.as_str(), "Le carnet")).collect();
        assert_eq!(sentences.len(), Verb::ALL.len());
        assert!(sentences.iter().all(|it| it.contains("Le carnet")), "{sentences:?}");
        assert!(sentences.iter().enumerate().all(|(rank, it)| !sentences[..rank].contains(it)), "{sentences:?}");
        assert_eq!(sentence("cantine.changed", "Menu"), None);
    }
}
