//! What happens to a post, as events and notices tell it.

use crate::W;
use commons::{
    ThingId,
    event::{self, Event},
    notification,
};
use db::{Result, Tx, args};
use school::{PersonId, SchoolId, text_enum};

text_enum! {
    /// What somebody did to a post.
    Verb {
        /// Began it.
        Created = "journal.created",
        /// Changed its words or its pictures.
        Edited = "journal.edited",
        /// Asked the teacher to read it over.
        Submitted = "journal.submitted",
        /// Gave it back with words.
        Returned = "journal.returned",
        /// Published it.
        Published = "journal.published",
        /// Changed when or to whom it is delivered.
        Rescheduled = "journal.rescheduled",
        /// Took it back before its delivery.
        Unscheduled = "journal.unscheduled",
        /// Withdrew it, with a reason.
        Withdrawn = "journal.withdrawn",
        /// Gave it back to its readers.
        Restored = "journal.restored",
        /// Put it away.
        Archived = "journal.archived",
        /// Said that something is wrong with it.
        Reported = "journal.reported",
        /// Said that something is wrong with one of its comments.
        CommentReported = "journal.comment-reported",
        /// Looked at what was reported.
        ReportSettled = "journal.report-settled",
        /// Found nothing wrong in what was reported; told to the reporter only.
        ReportKept = "journal.report-kept",
        /// Took away what was reported; told to the reporter only.
        ReportHeard = "journal.report-heard",
        /// Wrote a comment.
        Commented = "journal.commented",
        /// Took back a comment of their own before anybody read it.
        CommentTakenBack = "journal.comment-taken-back",
        /// Let a comment be read.
        CommentPublished = "journal.comment-published",
        /// Hid a comment.
        CommentHidden = "journal.comment-hidden",
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

    /// Tells those who sign a post what was done to it, except whoever did.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) async fn tell_signers(
        self,
        tx: &mut Tx,
        school: SchoolId,
        thing: ThingId,
        actor: impl Into<Option<PersonId>>,
        detail: Option<&str>,
    ) -> Result<()> {
        let actor = actor.into();
        let signers: Vec<PersonId> = tx
            .column("select person_id from post_author where thing_id = $1 and school_id = $2", args![thing, school])
            .await?;
        for signer in signers.into_iter().filter(|it| Some(*it) != actor) {
            notification::tell(tx, signer, thing, self.as_str(), detail).await?;
        }
        Ok(())
    }
}

/// What a notice says of a post; nothing for the verbs of other services, and for those nobody is told.
pub fn sentence(verb: &str, title: &str) -> Option<String> {
    match Verb::try_from(verb.to_owned()).ok()? {
        Verb::Submitted => Some(W.told_submitted(title)),
        Verb::Returned => Some(W.told_returned(title)),
        Verb::Published => Some(W.told_published(title)),
        Verb::Rescheduled => Some(W.told_rescheduled(title)),
        Verb::Unscheduled => Some(W.told_unscheduled(title)),
        Verb::Withdrawn => Some(W.told_withdrawn(title)),
        Verb::Reported => Some(W.told_reported(title)),
        Verb::CommentReported => Some(W.told_comment_reported(title)),
        Verb::ReportKept => Some(W.told_report_kept(title)),
        Verb::ReportHeard => Some(W.told_report_heard(title)),
        Verb::Commented => Some(W.told_commented(title)),
        Verb::CommentPublished => Some(W.told_comment_published(title)),
        Verb::CommentHidden => Some(W.told_comment_hidden(title)),
        Verb::Created
        | Verb::Edited
        | Verb::Restored
        | Verb::Archived
        | Verb::ReportSettled
        | Verb::CommentTakenBack => None,
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
