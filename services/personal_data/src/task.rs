//! What awaits somebody: a copy to fetch, an answer to read, and for the desk every request that is open.

use crate::{
    W,
    copy::DataCopy,
    request::{Request, desk},
};
use db::{Moment, Result, Tx};
use school::Viewer;
use web::Task;

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
        let open = desk::open(tx, viewer).await?;
        tasks.extend(open.iter().take(MOST).map(due));
        tasks.extend(open.get(MOST..).and_then(others));
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

/// One line for all that are due later.
fn others(later: &[Request]) -> Option<Task> {
    let first = later.first()?;
    Some(Task {
        title: W.task_others(i64::try_from(later.len()).unwrap_or(i64::MAX)),
        href: desk::PATH.to_owned(),
        icon: "sablier",
        about: String::new(),
        child: None,
        act: W.handle(),
        due: first.due_on.date(),
        since: first.created_at,
    })
}

fn due(request: &Request) -> Task {
    Task {
        title: W.task_request(&request.reference),
        href: request.desk_path(),
        icon: "sablier",
        about: W.task_request_about(W.right(request.kind.as_str()), &request.subject_name),
        child: None,
        act: W.handle(),
        due: request.due_on.date(),
        since: request.created_at,
    }
}
