//! The rules for what the base keeps, in words. Each service has its own beside.

use crate::W;
use commons::retention::{Rule, Work, base};

/// A rule of the base or of this service.
macro_rules! rule {
    ($topic:literal, $label:expr, $why:expr, $days:literal in $least:literal..=$most:literal, $work:expr) => {
        Rule {
            topic: $topic,
            label: || $label,
            why: || $why,
            default_days: $days,
            least_days: $least,
            most_days: $most,
            work: $work,
        }
    };
}

/// All of them.
pub(crate) const RULES: &[Rule] = &[
    rule!("sessions", W.rule_sessions(), W.rule_sessions_why(), 1 in 1..=30, base::SESSIONS),
    rule!("audit", W.rule_audit(), W.rule_audit_why(), 365 in 180..=1095, base::AUDIT),
    rule!("access-notes", W.rule_accesses(), W.rule_accesses_why(), 365 in 180..=1095, base::ACCESSES),
    rule!("notifications", W.rule_notifications(), W.rule_notifications_why(), 365 in 30..=730, base::NOTIFICATIONS),
    rule!("outings", W.rule_outings(), W.rule_outings_why(), 180 in 30..=365, base::OUTINGS),
    rule!("feed-seen", W.rule_feed(), W.rule_feed_why(), 400 in 180..=730, base::FEED_SEEN),
    rule!("push-devices", W.rule_devices(), W.rule_devices_why(), 90 in 1..=365, base::PUSH_SUBSCRIPTIONS),
    rule!("mail-bounces", W.rule_bounces(), W.rule_bounces_why(), 365 in 30..=730, base::MAIL_BOUNCES),
    rule!("deposits", W.rule_deposits(), W.rule_deposits_why(), 3 in 3..=7, base::DEPOSITS),
    rule!("dead-jobs", W.rule_jobs(), W.rule_jobs_why(), 30 in 7..=90, base::DEAD_JOBS),
    rule!("accessibility-reports", W.rule_reports(), W.rule_reports_why(), 730 in 365..=1095, REPORTS),
    rule!("kept-texts", W.rule_kept_texts(), W.rule_kept_texts_why(), 365 in 30..=365, base::KEPT_TEXTS),
];

/// What somebody said of accessibility, once answered.
const REPORTS: Work = Work::Rows {
    count: "select count(*) as n from accessibility_report where answered_at < $1",
    erase: "delete from accessibility_report where id in \
            (select id from accessibility_report where answered_at < $1 limit $2)",
};
