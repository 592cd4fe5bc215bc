//! How long it is kept who was entered by hand, and which entries became one.

use crate::W;
use commons::retention::{Rule, Work};

/// The rules.
pub(crate) const RULES: &[Rule] = &[
    Rule {
        topic: "supply-entries",
        label: || W.retention_entries(),
        why: || W.retention_entries_why(),
        default_days: 365,
        least_days: 90,
        most_days: 1095,
        work: Work::Rows {
            count: "select count(*) as n from supply_entry where school_id is not null and ended_at < $1",
            erase: "delete from supply_entry where person_id in (select person_id from supply_entry \
                    where school_id is not null and ended_at < $1 limit $2)",
        },
    },
    Rule {
        topic: "supply-absorptions",
        label: || W.retention_absorptions(),
        why: || W.retention_absorptions_why(),
        default_days: 90,
        least_days: 31,
        most_days: 400,
        work: Work::Rows {
            count: "select count(*) as n from supply_absorption where at < $1",
            erase: "delete from supply_absorption where id in (select id from supply_absorption where at < $1 limit $2)",
        },
    },
    Rule {
        topic: "supply-doubles",
        label: || W.retention_doubles(),
        why: || W.retention_doubles_why(),
        default_days: 1095,
        least_days: 365,
        most_days: 1825,
        work: Work::Rows {
            count: "select count(*) as n from supply_double where decided_at < $1",
            erase: "delete from supply_double where id in (select id from supply_double where decided_at < $1 limit $2)",
        },
    },
];
