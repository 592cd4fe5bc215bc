//! What was refused at the doors of a class: counted, and told to its teachers when it is a lot.

use crate::W;
use commons::mail::{self, Letter};
use db::{FromRow, Moment, Result, Tx, Uuid, args, id_list};
use school::{CircleId, Door, PersonId, SchoolId, Viewer};
use web::Task;

/// From this many refusals in an hour on, the teachers of a class are told.
const MANY: i64 = 10;
const HOUR_SECONDS: i64 = 3600;

/// Keeps that somebody was refused at a door of a class; the tenth in an hour writes to its teachers.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn note(
    tx: &mut Tx,
    circle: CircleId,
    school: SchoolId,
    person: Option<PersonId>,
    door: Door,
) -> Result<()> {
    let (id, now): (Uuid, Moment) = (tx.id(), tx.now());
    tx.change(
        "insert into tablet_refusal (id, school_id, circle_id, person_id, door, at) values ($1, $2, $3, $4, $5, $6)",
        args![id, school, circle, person, door, now],
    )
    .await?;
    let refused = tx
        .count(
            "select count(*) as n from tablet_refusal where circle_id = $1 and school_id = $2 and at > $3",
            args![circle, school, now.plus_seconds(-HOUR_SECONDS)],
        )
        .await?;
    if refused == MANY { write_to_teachers(tx, circle).await } else { Ok(()) }
}

/// Nothing in a letter says who: it goes through letter boxes that are not ours.
async fn write_to_teachers(tx: &mut Tx, circle: CircleId) -> Result<()> {
    let now = tx.now();
    let addresses: Vec<String> = tx
        .column(
            "select distinct a.email from member m join account_person h on h.person_id = m.person_id \
             join account a on a.id = h.account_id \
             where m.circle_id = $1 and m.role = 'teacher' and m.since <= $2 and (m.until is null or m.until > $2) \
             and a.email is not null and a.blocked_at is null",
            args![circle, now],
        )
        .await?;
    for to in addresses {
        let subject = W.letter_refusals_subject().to_owned();
        mail::post(tx, &Letter { to, subject, text: web::letter(&[W.letter_refusals()]) }).await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct Row {
    circle_id: CircleId,
    name: String,
    n: i64,
    since: Moment,
}

/// The classes the viewer teaches where many were refused in the last hour.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let taught: Vec<CircleId> = viewer.taught().collect();
    if taught.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Row> = tx
        .all(
            "select r.circle_id, c.name, count(*) as n, min(r.at) as since from tablet_refusal r \
             join circle c on c.id = r.circle_id and c.school_id = r.school_id \
             where r.circle_id in (select unhex(value) from json_each($1)) and r.at > $2 \
             group by r.circle_id, c.name having count(*) >= $3 order by r.circle_id",
            args![id_list(taught), tx.now().plus_seconds(-HOUR_SECONDS), MANY],
        )
        .await?;
    Ok(rows.into_iter().map(task).collect())
}

fn task(row: Row) -> Task {
    Task {
        title: W.refusals(row.n),
        href: format!("/classes/{}/codes", row.circle_id),
        icon: "attention",
        about: row.name,
        child: None,
        act: W.look(),
        due: None,
        since: row.since,
    }
}
