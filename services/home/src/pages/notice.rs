//! Notices in words: a sentence for each verb, and one that is always true for those of services yet to come.

use crate::W;
use commons::{notification::Notification, thing};
use db::Moment;
use web::dates;

/// A notice as the list « À traiter » shows it.
pub(super) struct Notice {
    pub(super) sentence: String,
    pub(super) detail: Option<String>,
    pub(super) when: String,
    pub(super) href: String,
}

/// The list of some notices.
pub(super) fn all(notices: &[Notification], now: Moment) -> Vec<Notice> {
    let one = |notice: &Notification| Notice {
        sentence: sentence(&notice.verb, &notice.title),
        detail: notice.detail.clone().filter(|it| !it.is_empty()),
        when: dates::past(notice.at, now),
        href: thing::path(&notice.kind, notice.thing_id),
    };
    notices.iter().map(one).collect()
}

/// Verbs belong to the services that tell them; here is only how they read on this page.
fn sentence(verb: &str, title: &str) -> String {
    match verb {
        "journal.submitted" => W.journal_submitted(title),
        "journal.returned" => W.journal_returned(title),
        "journal.published" => W.journal_published(title),
        "journal.unscheduled" => W.journal_unscheduled(title),
        "journal.rescheduled" => W.journal_rescheduled(title),
        "journal.withdrawn" => W.journal_withdrawn(title),
        "journal.reported" => W.journal_reported(title),
        "journal.comment-reported" => W.journal_comment_reported(title),
        "journal.commented" => W.journal_commented(title),
        "journal.comment-published" => W.journal_comment_published(title),
        "journal.comment-hidden" => W.journal_comment_hidden(title),
        _ => W.something_new(title),
    }
}

#[cfg(test)]
mod tests {
    use super::sentence;

    #[test]
    fn an_unknown_verb_still_leads_somewhere() {
        assert!(sentence("cantine.changed", "Menu").contains("Menu"));
        assert_ne!(sentence("journal.submitted", "Menu"), sentence("cantine.changed", "Menu"));
    }
}
