//! What awaits on « Aujourd’hui »: whoever left says what becomes of what they gave to others,
//! the adults responsible for a child who left; the head tells those no letter reached.

use super::{
    Departure,
    child::{self, LeftChild},
    listing, path,
};
use crate::W;
use db::{Result, Tx};
use school::{CircleKind, Right, Viewer, rights::carries};
use std::collections::BTreeMap;
use web::{DEPARTURE, Task, voice};

/// A task for whoever left, and for each child who did; one for each school where somebody could not be told.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let mut tasks = of_children(tx, viewer).await?;
    if viewer.has_left() {
        tasks.extend(own(tx, viewer).await?);
        return Ok(tasks);
    }
    let held = viewer.seats.iter().filter(|it| it.kind == CircleKind::Staff && carries(it.role, Right::EnterPeople));
    let schools: BTreeMap<_, _> = held.map(|seat| (seat.school, seat.school_name.clone())).collect();
    for (school, name) in schools {
        let unreached = listing::unreached(tx, school).await?;
        if unreached == 0 {
            continue;
        }
        tasks.push(Task {
            title: W.task_unreached(unreached),
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

/// Nothing once it is chosen, nor for a pupil who is not asked.
async fn own(tx: &mut Tx, viewer: &Viewer) -> Result<Option<Task>> {
    let departure = Departure::of(tx, viewer.account).await?;
    if viewer.is_of_first_cycle() || departure.as_ref().is_some_and(|it| it.stays.is_some()) {
        return Ok(None);
    }
    Ok(Some(Task {
        title: W.task_left(voice(viewer)),
        href: DEPARTURE.to_owned(),
        icon: "sortir",
        about: String::new(),
        child: None,
        act: W.task_choose(),
        due: departure.as_ref().map(Departure::closes),
        since: departure.map_or(tx.now(), |it| it.gone_at),
    }))
}

/// One for each child who left and of whom nothing was chosen yet.
async fn of_children(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let children = child::of(tx, viewer).await?;
    let asked = children.iter().filter(|it| it.is_noted() && it.stays.is_none());
    let task = |it: &LeftChild| Task {
        title: W.task_child_left(&it.first_name),
        href: DEPARTURE.to_owned(),
        icon: "sortir",
        about: String::new(),
        child: None,
        act: W.task_choose(),
        due: it.erases(),
        since: it.gone_at,
    };
    Ok(asked.map(task).collect())
}
