//! What awaits on « Aujourd’hui »: whoever left says what becomes of what they gave to others; the head tells those no letter reached.

use super::{Departure, listing, path};
use crate::W;
use db::{Result, Tx};
use school::{CircleKind, Right, Viewer, rights::carries};
use std::collections::BTreeMap;
use web::Task;

/// A task for whoever left; one for each school where somebody could not be told.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    if viewer.has_left() {
        return own(tx, viewer).await.map(|task| vec![task]);
    }
    let held = viewer.seats.iter().filter(|it| it.kind == CircleKind::Staff && carries(it.role, Right::EnterPeople));
    let schools: BTreeMap<_, _> = held.map(|seat| (seat.school, seat.school_name.clone())).collect();
    let mut tasks = Vec::new();
    for (school, name) in schools {
        let untold = listing::untold(tx, school).await?;
        if untold == 0 {
            continue;
        }
        tasks.push(Task {
            title: W.task_untold(untold),
            href: path(school),
            icon: "sortir",
            about: name,
            child: None,
            act: W.task_tell(),
            due: None,
            since: tx.now(),
        });
    }
    Ok(tasks)
}

async fn own(tx: &mut Tx, viewer: &Viewer) -> Result<Task> {
    let departure = Departure::of(tx, viewer.account).await?;
    Ok(Task {
        title: W.task_left(super::pages::mine::who(viewer)),
        href: super::pages::mine::PATH.to_owned(),
        icon: "sortir",
        about: String::new(),
        child: None,
        act: W.task_choose(),
        due: departure.as_ref().map(Departure::closes),
        since: departure.map_or(tx.now(), |it| it.gone_at),
    })
}
