//! What awaits a head: to answer a school that asks to make a group together.

use crate::{
    W, days,
    group::{Group, runs, schools, select_groups},
    part::State,
};
use db::{Moment, Result, Tx, args};
use school::Viewer;
use web::Task;

const ASKED: &str = select_groups!(
    "join groups_school x on x.circle_id = g.circle_id \
     where x.school_id = $1 and x.state = $2 and g.ended_at is null order by x.asked_at, g.circle_id"
);

/// The groups a school of the viewer is asked to join.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    for school in schools(viewer).into_iter().filter(|school| runs(viewer, *school)) {
        let groups: Vec<Group> = tx.all(ASKED, args![school, State::Asked]).await?;
        for group in groups {
            let since = asked_at(tx, &group, school).await?;
            tasks.push(Task {
                title: W.task_asked(&group.name),
                href: group.part_path(school),
                icon: "personnes",
                about: format!("{} · {}", group.school_name, W.until_day(days::words(&group.ends_on))),
                child: None,
                act: W.task_answer(),
                due: None,
                since,
            });
        }
    }
    Ok(tasks)
}

async fn asked_at(tx: &mut Tx, group: &Group, school: school::SchoolId) -> Result<Moment> {
    tx.one_value("select asked_at from groups_school where circle_id = $1 and school_id = $2", args![group.id, school])
        .await
}
