//! How long the draft of a year is kept, and what becomes of it when somebody is erased.

use crate::W;
use commons::retention::{Rule, Work};
use db::{Result, Tx, args};
use web::personal::Leaver;

/// Once the year is under way nobody looks at its draft any more; what an opening did can be undone for thirty days.
pub(crate) const RETENTION: &[Rule] = &[
    Rule {
        topic: "turn-pupils",
        label: || W.retention_pupils(),
        why: || W.retention_pupils_why(),
        default_days: 400,
        least_days: 150,
        most_days: 800,
        work: Work::Rows {
            count: "select count(*) as n from turn_pupil p join turn_draft t on t.id = p.turn_id \
                    and t.school_id = p.school_id where t.prepared_at < $1",
            erase: "delete from turn_pupil where (turn_id, person_id) in (select p.turn_id, p.person_id from turn_pupil p \
                    join turn_draft t on t.id = p.turn_id and t.school_id = p.school_id where t.prepared_at < $1 limit $2)",
        },
    },
    Rule {
        topic: "turn-people",
        label: || W.retention_people(),
        why: || W.retention_people_why(),
        default_days: 400,
        least_days: 150,
        most_days: 800,
        work: Work::Rows {
            count: "select count(*) as n from turn_person p join turn_draft t on t.id = p.turn_id \
                    and t.school_id = p.school_id where t.prepared_at < $1",
            erase: "delete from turn_person where (turn_id, person_id) in (select p.turn_id, p.person_id from turn_person p \
                    join turn_draft t on t.id = p.turn_id and t.school_id = p.school_id where t.prepared_at < $1 limit $2)",
        },
    },
    crate::erasure::RULE,
];

/// Takes somebody out of every draft; tells how many rows that was.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let mut erased = 0;
    for statement in [PUPILS, PEOPLE, TEACHERS] {
        erased += tx.changed_rows(statement, args![leaver.list()]).await?;
    }
    Ok(erased)
}

const PUPILS: &str = "\
delete from turn_pupil where school_id is not null and person_id in (select unhex(value) from json_each($1))";
const PEOPLE: &str = "\
delete from turn_person where school_id is not null and person_id in (select unhex(value) from json_each($1))";
const TEACHERS: &str = "\
delete from turn_teacher where school_id is not null and person_id in (select unhex(value) from json_each($1))";
