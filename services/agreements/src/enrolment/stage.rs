//! Where an enrolment stands, from the request of the commune to the end of its year.

use super::Enrolled;
use db::{Result, Tx, args, id_list};
use school::{SchoolId, text_enum};
use std::collections::HashSet;

text_enum! {
    /// Where an enrolment stands (domain.md §1.4).
    Stage {
        /// Asked for by the authority.
        Requested = "requested",
        /// On a convention.
        Enrolled = "enrolled",
        /// Its directory is loaded.
        Opened = "opened",
        /// Somebody of the school came.
        Live = "live",
        /// Its year is over.
        Closed = "closed",
    }
}

/// Where the schools of a convention stand today, in their order: from what was entered, and from what is true. For those who
/// loaded the convention; `over` says that it ended.
///
/// # Errors
/// A fault of the database.
pub async fn stages_of(tx: &mut Tx, schools: &[Enrolled], over: bool) -> Result<Vec<Stage>> {
    let list = id_list(schools.iter().map(|it| it.school_id));
    let delivered: HashSet<SchoolId> = tx.column(DELIVERED, args![&list]).await?.into_iter().collect();
    let live: HashSet<SchoolId> = tx.column(LIVE, args![&list]).await?.into_iter().collect();
    let stage = |school: &Enrolled| stage_of(school, over, &delivered, &live);
    Ok(schools.iter().map(stage).collect())
}

fn stage_of(school: &Enrolled, over: bool, delivered: &HashSet<SchoolId>, live: &HashSet<SchoolId>) -> Stage {
    if over {
        return Stage::Closed;
    }
    match school.stage {
        Stage::Requested => Stage::Requested,
        Stage::Closed => Stage::Closed,
        Stage::Enrolled | Stage::Opened | Stage::Live if live.contains(&school.school_id) => Stage::Live,
        Stage::Enrolled | Stage::Opened | Stage::Live if delivered.contains(&school.school_id) => Stage::Opened,
        Stage::Enrolled | Stage::Opened | Stage::Live => Stage::Enrolled,
    }
}

// A school whose directory is loaded has people.
const DELIVERED: &str = "\
select s.id from school s where s.id in (select unhex(value) from json_each($1)) and exists (\
    select 1 from circle c join member m on m.circle_id = c.id \
    where c.school_id = s.id and c.until is null and m.until is null)";

// Somebody of the school chose a password.
const LIVE: &str = "\
select s.id from school s where s.id in (select unhex(value) from json_each($1)) and exists (\
    select 1 from circle c join member m on m.circle_id = c.id \
    join account_person p on p.person_id = m.person_id join account a on a.id = p.account_id \
    where c.school_id = s.id and c.until is null and m.until is null and a.activated_at is not null)";
