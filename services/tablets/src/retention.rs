//! How long what opens the doors for children is kept once it opens nothing any more.

use crate::W;
use commons::retention::{Rule, Work};

/// All rules of the service.
pub(crate) const RULES: &[Rule] = &[
    Rule {
        topic: "tablet-devices",
        label: || W.keep_devices(),
        why: || W.keep_devices_why(),
        default_days: 365,
        least_days: 30,
        most_days: 730,
        work: Work::Rows {
            count: "select count(*) as n from tablet_device where until < $1 and school_id is not null",
            erase: "delete from tablet_device where id in \
                    (select id from tablet_device where until < $1 and school_id is not null limit $2)",
        },
    },
    Rule {
        topic: "tablet-pairings",
        label: || W.keep_pairings(),
        why: || W.keep_pairings_why(),
        default_days: 1,
        least_days: 1,
        most_days: 7,
        work: Work::Rows {
            count: "select count(*) as n from tablet_pairing where until < $1 and school_id is not null",
            erase: "delete from tablet_pairing where id in \
                    (select id from tablet_pairing where until < $1 and school_id is not null limit $2)",
        },
    },
    Rule {
        topic: "tablet-entries",
        label: || W.keep_entries(),
        why: || W.keep_entries_why(),
        default_days: 1,
        least_days: 1,
        most_days: 30,
        work: Work::Rows {
            count: "select count(*) as n from tablet_entry where at < $1 and school_id is not null",
            erase: "delete from tablet_entry where token in \
                    (select token from tablet_entry where at < $1 and school_id is not null limit $2)",
        },
    },
    Rule {
        topic: "tablet-refusals",
        label: || W.keep_refusals(),
        why: || W.keep_refusals_why(),
        default_days: 30,
        least_days: 1,
        most_days: 180,
        work: Work::Rows {
            count: "select count(*) as n from tablet_refusal where at < $1 and school_id is not null",
            erase: "delete from tablet_refusal where id in \
                    (select id from tablet_refusal where at < $1 and school_id is not null limit $2)",
        },
    },
    Rule {
        topic: "tablet-pictures",
        label: || W.keep_pictures(),
        why: || W.keep_pictures_why(),
        default_days: 400,
        least_days: 365,
        most_days: 730,
        work: Work::Rows {
            count: "select count(*) as n from tablet_pupil where changed_at < $1",
            erase: "delete from tablet_pupil where person_id in \
                    (select person_id from tablet_pupil where changed_at < $1 limit $2)",
        },
    },
    Rule {
        topic: "tablet-badges",
        label: || W.keep_badges(),
        why: || W.keep_badges_why(),
        default_days: 30,
        least_days: 1,
        most_days: 180,
        work: Work::Rows {
            count: "select count(*) as n from tablet_badge where until < $1",
            erase: "delete from tablet_badge where id in (select id from tablet_badge where until < $1 limit $2)",
        },
    },
    Rule {
        topic: "home-codes",
        label: || W.keep_home_codes(),
        why: || W.keep_home_codes_why(),
        default_days: 400,
        least_days: 365,
        most_days: 730,
        work: Work::Rows {
            count: "select count(*) as n from tablet_home where until < $1",
            erase: "delete from tablet_home where child_id in \
                    (select child_id from tablet_home where until < $1 limit $2)",
        },
    },
];
