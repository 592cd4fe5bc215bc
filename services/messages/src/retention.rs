//! How long what surrounds messages is kept: drafts nobody took up, sends nobody confirmed, counts of a day. Messages
//! themselves are no matter of days: they are their readers’.

use crate::W;
use commons::retention::{Rule, Work};

pub(crate) const RULES: &[Rule] = &[
    Rule {
        topic: "message-drafts",
        label: || W.retention_drafts(),
        why: || W.retention_drafts_why(),
        default_days: 365,
        least_days: 90,
        most_days: 730,
        work: Work::Rows {
            // Not those of somebody whose data is restricted (commons::limitation).
            count: "select count(*) as n from message_draft d where d.saved_at < $1 and not exists \
                    (select 1 from data_limit l join account_person h on h.person_id = l.person_id \
                    where h.account_id = d.account_id and l.until is null and l.topic = 'all')",
            erase: "delete from message_draft where id in (select d.id from message_draft d where d.saved_at < $1 \
                    and not exists (select 1 from data_limit l join account_person h on h.person_id = l.person_id \
                    where h.account_id = d.account_id and l.until is null and l.topic = 'all') limit $2)",
        },
    },
    Rule {
        topic: "message-waits",
        label: || W.retention_waits(),
        why: || W.retention_waits_why(),
        default_days: 7,
        least_days: 1,
        most_days: 30,
        work: Work::Rows {
            count: "select count(*) as n from mass_send where held_at < $1 and school_id is not null",
            erase: "delete from mass_send where school_id is not null and id in \
                    (select id from mass_send where held_at < $1 and school_id is not null limit $2)",
        },
    },
    Rule {
        topic: "message-counters",
        label: || W.retention_counters(),
        why: || W.retention_counters_why(),
        default_days: 2,
        least_days: 2,
        most_days: 7,
        work: Work::Rows {
            count: "select count(*) as n from sender_note where sent_at < $1",
            erase: "delete from sender_note where id in (select id from sender_note where sent_at < $1 limit $2)",
        },
    },
];
