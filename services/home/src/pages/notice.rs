//! Notices in words: the sentence of the service that told them, or one that is always true.

use crate::W;
use commons::{notification::Notification, report, thing};
use db::Moment;
use web::{Service, dates};

/// A notice as the list « À traiter » shows it.
pub(super) struct Notice {
    pub(super) sentence: String,
    pub(super) detail: Option<String>,
    pub(super) when: String,
    pub(super) href: String,
}

/// The list of some notices.
pub(super) fn all(services: &[&Service], notices: &[Notification], now: Moment) -> Vec<Notice> {
    let one = |notice: &Notification| Notice {
        sentence: sentence(services, &notice.verb, &notice.title),
        detail: notice.detail.clone().filter(|it| !it.is_empty()),
        when: dates::past(notice.at, now),
        href: match notice.verb.as_str() {
            report::RAISED => report::QUEUE.to_owned(),
            _ => thing::path(&notice.kind, notice.thing_id),
        },
    };
    notices.iter().map(one).collect()
}

fn sentence(services: &[&Service], verb: &str, title: &str) -> String {
    let said = services.iter().find_map(|service| (service.sentence)(verb, title));
    said.unwrap_or_else(|| W.something_new(title))
}
