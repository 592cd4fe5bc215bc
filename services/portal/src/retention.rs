//! How long what people asked to be taken off line is kept, once it was answered.

use crate::W;
use commons::retention::{Rule, Work};

pub(crate) const RULES: &[Rule] = &[Rule {
    topic: "site-reports",
    label: || W.retention_reports(),
    why: || W.retention_reports_why(),
    default_days: 365,
    least_days: 90,
    most_days: 1095,
    work: Work::Rows {
        count: "select count(*) as n from portal_report where settled_at < $1",
        erase: "delete from portal_report where id in (select id from portal_report where settled_at < $1 limit $2)",
    },
}];
