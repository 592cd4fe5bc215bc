//! How long requests nobody granted are kept: those refused, and those nobody answered. A profile that was granted says who
//! acted for the commune, and stays with its conventions.

use crate::W;
use commons::retention::{Rule, Work};

pub(crate) const RULES: &[Rule] = &[Rule {
    topic: "town-requests",
    label: || W.retention_requests(),
    why: || W.retention_requests_why(),
    default_days: 365,
    least_days: 90,
    most_days: 1095,
    work: Work::Rows {
        count: "select count(*) as n from town_profile where state in ('requested', 'refused') and asked_at < $1",
        erase: "delete from town_profile where id in (select id from town_profile \
                where state in ('requested', 'refused') and asked_at < $1 limit $2)",
    },
}];
