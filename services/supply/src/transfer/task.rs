//! What awaits on « Aujourd’hui »: the school a child leaves answers; the one that entered the child looks at what is contested; the
//! académie settles it.

use super::{State, Transfer, count_contested, select_transfers};
use crate::W;
use db::{Result, Tx, args};
use school::{CircleKind, Right, SchoolId, Viewer, rights::carries};
use std::collections::BTreeMap;
use web::{Task, dates};

/// From more than so many on, a school has one task for all: the list.
const APART: usize = 3;

const ASKED: &str = select_transfers!("t.school_id = $1 and t.state = $2 order by t.at, t.id limit 200");
const CONTESTED: &str = select_transfers!("t.to_school = $1 and t.state = $2 order by t.contested_at, t.id limit 200");

/// The transfers that await an act of the viewer.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let held = viewer.seats.iter().filter(|it| it.kind == CircleKind::Staff && carries(it.role, Right::EnterPeople));
    let schools: BTreeMap<SchoolId, &str> = held.map(|seat| (seat.school, seat.school_name.as_str())).collect();
    let mut tasks = Vec::new();
    for (school, name) in schools {
        let asked: Vec<Transfer> = tx.all(ASKED, args![school, State::Asked]).await?;
        if asked.len() > APART {
            tasks.push(many(school, name, &asked));
        } else {
            tasks.extend(asked.iter().map(leaving));
        }
        let contested: Vec<Transfer> = tx.all(CONTESTED, args![school, State::Contested]).await?;
        tasks.extend(contested.iter().map(contested_by_other));
    }
    if viewer.may_over(Right::MergeDoubles) {
        tasks.extend(of_academy(tx, viewer).await?);
    }
    Ok(tasks)
}

fn leaving(transfer: &Transfer) -> Task {
    Task {
        title: W.task_transfer(transfer.short_name(), transfer.to_place()),
        href: format!("/ecoles/{}/transferts/{}", transfer.school_id, transfer.id),
        icon: "sortir",
        about: W.task_transfer_since(dates::date(transfer.at.day())),
        child: None,
        act: W.task_transfer_act(),
        due: None,
        since: transfer.at,
    }
}

fn many(school: SchoolId, name: &str, asked: &[Transfer]) -> Task {
    Task {
        title: W.task_transfers(i64::try_from(asked.len()).unwrap_or(i64::MAX)),
        href: format!("/ecoles/{school}/transferts"),
        icon: "sortir",
        about: name.to_owned(),
        child: None,
        act: W.task_transfer_act(),
        due: None,
        since: asked.first().map_or(db::Moment::DAWN, |it| it.at),
    }
}

fn contested_by_other(transfer: &Transfer) -> Task {
    Task {
        title: W.task_contested(transfer.short_name(), &transfer.school_name),
        href: format!("/ecoles/{}/transferts/{}", transfer.to_school, transfer.id),
        icon: "attention",
        about: transfer.to_name.clone(),
        child: None,
        act: W.task_contested_act(),
        due: None,
        since: transfer.contested_at.unwrap_or(transfer.at),
    }
}

async fn of_academy(tx: &mut Tx, viewer: &Viewer) -> Result<Option<Task>> {
    let (count, since) = count_contested(tx, viewer).await?;
    Ok(since.map(|since| Task {
        title: W.task_contested_many(count),
        href: crate::pages::transfer_over::PATH.to_owned(),
        icon: "attention",
        about: W.transfers_over_place().to_owned(),
        child: None,
        act: W.task_contested_act(),
        due: None,
        since,
    }))
}
