//! What awaits an act of the viewer, whatever service asks for it: the earliest day first.

use crate::W;
use db::{Result, Tx};
use jiff::civil::Date;
use school::{PersonId, Viewer};
use web::{Service, component::Icon, dates};

/// A task as the list « À traiter » shows it.
pub(super) struct Task {
    pub(super) title: String,
    pub(super) href: String,
    pub(super) icon: Icon,
    pub(super) about: String,
    pub(super) act: &'static str,
    pub(super) due: Option<String>,
    pub(super) late: bool,
}

/// All that awaits the viewer, or what concerns one child only.
pub(super) async fn all(
    tx: &mut Tx,
    services: &[&Service],
    viewer: &Viewer,
    child: Option<PersonId>,
) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    for service in services.iter().filter(|service| service.admits(viewer)) {
        tasks.extend((service.tasks)(tx, viewer).await?);
    }
    tasks.retain(|task| child.is_none() || task.child == child);
    // What has no last day comes after what has one; the oldest first.
    tasks.sort_by_key(|task| (task.due.is_none(), task.due, task.since));
    let today = tx.now().day();
    Ok(tasks.into_iter().map(|task| shown(task, today)).collect())
}

fn shown(task: web::Task, today: Date) -> Task {
    let late = task.due.is_some_and(|day| day < today);
    let due = task.due.map(|day| match late {
        true => W.task_late(dates::long_day(day)),
        false => W.task_due(dates::long_day(day)),
    });
    Task { title: task.title, href: task.href, icon: Icon::new(task.icon), about: task.about, act: task.act, due, late }
}
