//! What happens in messages, as events and notices tell it.

use crate::W;
use commons::{
    ThingId,
    event::{self, Event},
};
use db::{Result, Tx};
use school::{PersonId, SchoolId, text_enum};

text_enum! {
    /// What somebody did with messages.
    Verb {
        /// Began a conversation.
        Sent = "message.sent",
        /// Answered in one.
        Answered = "message.answered",
        /// Took a message back from those who had not opened it.
        Recalled = "message.recalled",
        /// Told to those who receive one.
        Received = "message.received",
    }
}

impl Verb {
    /// Writes the event, in the transaction of the change.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn record(
        self,
        tx: &mut Tx,
        school: SchoolId,
        thing: ThingId,
        actor: PersonId,
        detail: Option<&str>,
    ) -> Result<()> {
        let event = Event { school: Some(school), actor: Some(actor), verb: self.as_str(), thing: Some(thing), detail };
        event::record(tx, event).await
    }
}

/// What a notice says of a conversation; nothing for the verbs of other services, and for those nobody is told.
pub fn sentence(verb: &str, title: &str) -> Option<String> {
    match Verb::try_from(verb.to_owned()).ok()? {
        Verb::Received => Some(W.told_received(title)),
        Verb::Sent | Verb::Answered | Verb::Recalled => None,
    }
}
