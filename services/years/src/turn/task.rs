//! What awaits those who turn the year of a school, on « Aujourd’hui », during the summer. In September the directory comes, and
//! nobody is asked any more.

use super::{State, delivered, of_year, path, season};
use crate::W;
use db::{Result, Tx};
use school::{CircleKind, Right, SchoolYear, Viewer, rights::carries};
use std::collections::BTreeMap;
use web::Task;

/// The first month in which nobody is asked any more.
const SEPTEMBER: i8 = 9;

/// A task for each school whose year is to be prepared, or opened.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let today = tx.now().day();
    let Some(year) = season::prepared(today).filter(|_| today.month() < SEPTEMBER) else { return Ok(Vec::new()) };
    let held = viewer.seats.iter().filter(|it| it.kind == CircleKind::Staff && carries(it.role, Right::TurnYear));
    let schools: BTreeMap<_, _> = held.map(|seat| (seat.school, seat.school_name.clone())).collect();
    let mut tasks = Vec::new();
    for (school, name) in schools {
        let turn = of_year(tx, school, year).await?;
        let is_open = turn.as_ref().is_some_and(|it| it.state == State::Open);
        if is_open || delivered(tx, school, year).await? > 0 {
            continue;
        }
        let is_ready = turn.is_some() && season::may_open(today, year);
        tasks.push(Task {
            title: W.task(SchoolYear(year)),
            href: path(school),
            icon: "classe",
            about: name,
            child: None,
            act: if is_ready { W.task_open() } else { W.task_prepare() },
            due: None,
            since: turn.map_or(tx.now(), |it| it.prepared_at),
        });
    }
    Ok(tasks)
}
