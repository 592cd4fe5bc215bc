//! What awaits somebody: a copy to fetch, an answer to read, and for the desk what is due within a week.

use crate::{
    W,
    copy::DataCopy,
    request::{Request, deadline, desk},
};
use db::{Moment, Result, Tx};
use school::Viewer;
use web::Task;

/// From how many days before the last day on a request is at the top of the desk's day.
const WITHIN_DAYS: i64 = 7;
/// How many at most; the others are in the list of the desk.
const MOST: usize = 5;

/// What awaits the viewer.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let copies = DataCopy::of(tx, viewer.account).await?;
    let mut tasks: Vec<Task> = copies.iter().filter(|it| it.fetched_at.is_none()).filter_map(fetched).collect();
    let requests = Request::of(tx, viewer.account).await?;
    tasks.extend(requests.iter().filter(|it| it.read_at.is_none()).filter_map(answered));
    if desk::answers(viewer) {
        let today = tx.now().day();
        let open = desk::open(tx, viewer).await?;
        let is_pressing = |it: &&Request| it.due_on.date().is_some_and(|due| deadline::left(today, due) <= WITHIN_DAYS);
        tasks.extend(open.iter().filter(is_pressing).take(MOST).map(due));
    }
    Ok(tasks)
}

fn fetched(copy: &DataCopy) -> Option<Task> {
    Some(Task {
        title: W.task_copy(&copy.label),
        href: copy.path(),
        icon: "telecharger",
        about: String::new(),
        child: None,
        act: W.fetch(),
        due: copy.ends_at.map(Moment::day),
        since: copy.ready_at?,
    })
}

fn answered(request: &Request) -> Option<Task> {
    Some(Task {
        title: W.task_answer(W.right(request.kind.as_str())),
        href: request.path(),
        icon: "courrier",
        about: request.subject_name.clone(),
        child: None,
        act: W.read_answer(),
        due: None,
        since: request.closed_at?,
    })
}

fn due(request: &Request) -> Task {
    Task {
        title: W.task_request(&request.reference),
        href: request.desk_path(),
        icon: "sablier",
        about: W.right(request.kind.as_str()),
        child: None,
        act: W.handle(),
        due: request.due_on.date(),
        since: request.created_at,
    }
}
