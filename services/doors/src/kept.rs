//! How long the doors keep what they keep.

use crate::W;
use commons::retention::{Rule, Work};

/// The rules of this service.
pub(crate) const RETENTION: &[Rule] = &[LETTERS, INVITATIONS, ACTS, TEMPORARY];

/// A letter counts for a quarter of an hour; its row is of no use after.
const LETTERS: Rule = Rule {
    topic: "door-letters",
    label: || W.retention_letters(),
    why: || W.retention_letters_why(),
    default_days: 30,
    least_days: 1,
    most_days: 90,
    work: Work::Rows {
        count: "select count(*) as n from door_letter where at < $1",
        erase: "delete from door_letter where (account_id, kind) in \
                (select account_id, kind from door_letter where at < $1 limit $2)",
    },
};

/// A year: whoever did not come in since is asked again in September.
const INVITATIONS: Rule = Rule {
    topic: "door-invitations",
    label: || W.retention_invitations(),
    why: || W.retention_invitations_why(),
    default_days: 365,
    least_days: 90,
    most_days: 730,
    work: Work::Rows {
        count: "select count(*) as n from door_invitation where at < $1",
        erase: "delete from door_invitation where account_id in \
                (select account_id from door_invitation where at < $1 limit $2)",
    },
};

/// As the journal of security; but what closed an account stays while it is closed, so that a head may open it.
const ACTS: Rule = Rule {
    topic: "door-acts",
    label: || W.retention_acts(),
    why: || W.retention_acts_why(),
    default_days: 365,
    least_days: 90,
    most_days: 1095,
    work: Work::Rows {
        count: "select count(*) as n from door_act t where t.at < $1 \
                and not exists (select 1 from account a where a.id = t.account_id and a.blocked_at = t.at)",
        erase: "delete from door_act where id in (select t.id from door_act t where t.at < $1 \
                and not exists (select 1 from account a where a.id = t.account_id and a.blocked_at = t.at) limit $2)",
    },
};

/// Rows of passwords replaced since; one still in force must go on leading to another.
const TEMPORARY: Rule = Rule {
    topic: "door-temporary",
    label: || W.retention_temporary(),
    why: || W.retention_temporary_why(),
    default_days: 30,
    least_days: 8,
    most_days: 90,
    work: Work::Rows {
        count: "select count(*) as n from door_temporary t where t.at < $1 \
                and not exists (select 1 from account a where a.id = t.account_id and a.password = t.password)",
        erase: "delete from door_temporary where account_id in (select t.account_id from door_temporary t where t.at < $1 \
                and not exists (select 1 from account a where a.id = t.account_id and a.password = t.password) limit $2)",
    },
};
