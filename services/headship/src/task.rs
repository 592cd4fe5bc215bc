//! What awaits whoever was named: to say that they know it.

use crate::{W, days};
use db::{Day, FromRow, Moment, Result, Tx, args, id_list};
use school::{SchoolId, Viewer};
use web::Task;

#[derive(FromRow)]
struct Row {
    school_id: SchoolId,
    name: String,
    last_on: Day,
    given_at: Moment,
}

/// The delegations given to the viewer that wait to be known.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let people = id_list(viewer.people.iter().map(|me| me.id));
    let today = Day::from(tx.now().day());
    let rows: Vec<Row> = tx
        .all(
            "select d.school_id, s.name, d.last_on, d.given_at from headship_delegation d \
             join school s on s.id = d.school_id where d.person_id in (select unhex(value) from json_each($1)) \
             and d.ended_at is null and d.seen_at is null and d.last_on >= $2 order by d.given_at",
            args![people, today],
        )
        .await?;
    Ok(rows.iter().map(Row::task).collect())
}

impl Row {
    fn task(&self) -> Task {
        Task {
            title: W.task_named(&self.name),
            href: format!("/ecoles/{}/delegations", self.school_id),
            icon: "ecole",
            about: W.until_day(days::words(&self.last_on)),
            child: None,
            act: W.task_know(),
            due: None,
            since: self.given_at,
        }
    }
}
