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
        tasks.extend((service.tasks)(tx, &service.within(viewer)).await?);
    }
    tasks.retain(|task| child.is_none() || task.child == child);
    // What has no last day comes after what has one; the oldest first.
    tasks.sort_by_key(|task| (task.due.is_none(), task.due, task.since));
    let today = tx.now().day();
    Ok(gathered(tasks, viewer).into_iter().map(|task| shown(task, today)).collect())
}

/// What one page asks for several children of the viewer is one row, which names them.
fn gathered(tasks: Vec<web::Task>, viewer: &Viewer) -> Vec<web::Task> {
    let mut rows: Vec<(web::Task, Vec<PersonId>)> = Vec::new();
    for task in tasks {
        let concerned = task.child;
        let same = |known: &web::Task| {
            known.child.is_some() && (&known.href, &known.title, known.act) == (&task.href, &task.title, task.act)
        };
        match rows.iter_mut().find(|(known, _)| concerned.is_some() && same(known)) {
            Some((_, children)) => children.extend(concerned),
            None => rows.push((task, concerned.into_iter().collect())),
        }
    }
    let children = viewer.children();
    let named = |(task, concerned): (web::Task, Vec<PersonId>)| {
        let concerned = children.iter().filter(|child| concerned.contains(&child.id));
        let names: Vec<&str> = concerned.map(|child| child.first_name.as_str()).collect();
        match names.len() {
            0 | 1 => task,
            _ => web::Task { about: web::listed(&names), ..task },
        }
    };
    rows.into_iter().map(named).collect()
}

fn shown(task: web::Task, today: Date) -> Task {
    let late = task.due.is_some_and(|day| day < today);
    let due = task.due.map(|day| match late {
        true => W.task_late(dates::day_from(day, today)),
        false => W.task_due(dates::day_from(day, today)),
    });
    Task { title: task.title, href: task.href, icon: Icon::new(task.icon), about: task.about, act: task.act, due, late }
}
