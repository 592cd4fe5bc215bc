//! What happens to a news, as events and notices tell it.

use crate::{W, news::News, scope::Hand};
use commons::{
    event::{self, Event},
    notification,
};
use db::{Result, Tx};
use school::text_enum;

text_enum! {
    /// What somebody did to a news.
    Verb {
        /// Began it.
        Created = "news.created",
        /// Changed it.
        Edited = "news.edited",
        /// Published it.
        Published = "news.published",
        /// Changed when or to whom it is delivered.
        Rescheduled = "news.rescheduled",
        /// Took it back before its delivery.
        Unscheduled = "news.unscheduled",
        /// Ended its time before its last day.
        Expired = "news.expired",
        /// Withdrew it, with a reason.
        Withdrawn = "news.withdrawn",
        /// Gave it back to its readers.
        Restored = "news.restored",
        /// Wrote a comment.
        Commented = "news.commented",
        /// Took back a comment of their own before anybody read it.
        CommentTakenBack = "news.comment-taken-back",
        /// Let a comment be read.
        CommentPublished = "news.comment-published",
        /// Hid a comment.
        CommentHidden = "news.comment-hidden",
    }
}

impl Verb {
    /// Writes the event, in the transaction of the change; without a hand for what the house itself did.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn record(self, tx: &mut Tx, news: &News, hand: Option<Hand>, detail: Option<&str>) -> Result<()> {
        let (school, thing) = (Some(news.thing.school_id), Some(news.thing.id));
        let actor = hand.and_then(|hand| hand.person);
        event::record(tx, Event { school, actor, verb: self.as_str(), thing, detail }).await
    }

    /// Tells whoever wrote a news what somebody else did to it. Those of a territory are in no directory: nobody is told.
    pub(crate) async fn tell_author(
        self,
        tx: &mut Tx,
        news: &News,
        hand: Option<Hand>,
        detail: Option<&str>,
    ) -> Result<()> {
        let author = news.thing.author_id;
        if news.scope.is_wide() || hand.and_then(|hand| hand.person) == Some(author) {
            return Ok(());
        }
        notification::tell(tx, author, news.thing.id, self.as_str(), detail).await
    }
}

/// What a notice says of a news; nothing for the verbs of other services, and for those nobody is told.
pub fn sentence(verb: &str, title: &str) -> Option<String> {
    match Verb::try_from(verb.to_owned()).ok()? {
        Verb::Rescheduled => Some(W.told_rescheduled(title)),
        Verb::Unscheduled => Some(W.told_unscheduled(title)),
        Verb::Expired => Some(W.told_expired(title)),
        Verb::Withdrawn => Some(W.told_withdrawn(title)),
        Verb::Restored => Some(W.told_restored(title)),
        Verb::Commented => Some(W.told_commented(title)),
        Verb::CommentPublished => Some(W.told_comment_published(title)),
        Verb::CommentHidden => Some(W.told_comment_hidden(title)),
        Verb::Created | Verb::Edited | Verb::Published | Verb::CommentTakenBack => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_verb_told_has_a_sentence_of_its_own() {
        let sentences: Vec<String> = Verb::ALL.iter().filter_map(|verb| sentence(verb.as_str(), "La fête")).collect();
        assert!(sentences.iter().all(|it| it.contains("La fête")), "{sentences:?}");
        assert!(sentences.iter().enumerate().all(|(rank, it)| !sentences[..rank].contains(it)), "{sentences:?}");
        assert_eq!(sentence("cantine.changed", "Menu"), None);
    }
}
