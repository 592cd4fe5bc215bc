//! What happens to a mot, as events and notices tell it.

use crate::W;
use commons::{
    Thing, ThingId,
    event::{self, Event},
    notification,
};
use db::{Result, Tx};
use school::{PersonId, SchoolId, text_enum};

text_enum! {
    /// What somebody did to a mot.
    Verb {
        /// Began it.
        Created = "liaison.created",
        /// Changed the draft, or what waits for its hour.
        Edited = "liaison.edited",
        /// Sent it.
        Sent = "liaison.sent",
        /// Took it back before its hour.
        Unsent = "liaison.unsent",
        /// Moved its hour: the school changed its own.
        Moved = "liaison.moved",
        /// Corrected its words after the delivery.
        Corrected = "liaison.corrected",
        /// Changed it after the delivery, and asks again.
        AskedAgain = "liaison.asked-again",
        /// Signed, confirmed or answered for a child.
        Answered = "liaison.answered",
        /// Gave the last answer awaited; told to the author only.
        Complete = "liaison.complete",
        /// Reminded by hand those who had not answered.
        Relanced = "liaison.relanced",
        /// The house reminded them, as planned.
        Reminded = "liaison.reminded",
        /// Added children who came since.
        Added = "liaison.added",
        /// Withdrew it, with a reason.
        Withdrawn = "liaison.withdrawn",
    }
}

impl Verb {
    /// Writes the event, in the transaction of the change; without actor for what the house itself did.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn record(
        self,
        tx: &mut Tx,
        school: SchoolId,
        thing: ThingId,
        actor: impl Into<Option<PersonId>>,
        detail: Option<&str>,
    ) -> Result<()> {
        let actor = actor.into();
        let event = Event { school: Some(school), actor, verb: self.as_str(), thing: Some(thing), detail };
        event::record(tx, event).await
    }

    /// Tells the author of a mot what was done to it, unless they did it.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn tell_author(
        self,
        tx: &mut Tx,
        thing: &Thing,
        actor: impl Into<Option<PersonId>>,
        detail: Option<&str>,
    ) -> Result<()> {
        if actor.into() == Some(thing.author_id) {
            return Ok(());
        }
        notification::tell(tx, thing.author_id, thing.id, self.as_str(), detail).await
    }
}

/// What a notice says of a mot; nothing for the verbs of other services, and for those nobody is told.
pub fn sentence(verb: &str, title: &str) -> Option<String> {
    match Verb::try_from(verb.to_owned()).ok()? {
        Verb::Unsent => Some(W.told_unsent(title)),
        Verb::Moved => Some(W.told_moved(title)),
        Verb::Corrected => Some(W.told_corrected(title)),
        Verb::AskedAgain => Some(W.told_asked_again(title)),
        Verb::Complete => Some(W.told_complete(title)),
        Verb::Relanced => Some(W.told_relanced(title)),
        Verb::Reminded => Some(W.told_reminded(title)),
        Verb::Withdrawn => Some(W.told_withdrawn(title)),
        Verb::Created | Verb::Edited | Verb::Sent | Verb::Answered | Verb::Added => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_verb_told_has_a_sentence_of_its_own() {
        let sentences: Vec<String> = Verb::ALL.iter().filter_map(|verb| sentence(verb.as_str(), "La mare")).collect();
        assert!(sentences.iter().all(|it| it.contains("La mare")), "{sentences:?}");
        assert!(sentences.iter().enumerate().all(|(rank, it)| !sentences[..rank].contains(it)), "{sentences:?}");
        assert_eq!(sentence("cantine.changed", "Menu"), None);
    }
}
