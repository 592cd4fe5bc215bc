//! What happens to a post, as events and notices tell it.

use commons::{
    ThingId,
    event::{self, Event},
};
use db::{Result, Tx};
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
        /// Wrote a comment.
        Commented = "journal.commented",
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
}
