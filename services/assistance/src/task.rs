//! What awaits somebody, for « Aujourd’hui ».

use crate::{
    W,
    desk::Desk,
    listing, origin,
    request::{KIND, State},
};
use db::{Moment, Result, Tx};
use school::Viewer;
use web::Task;

/// One line for all a desk has to treat, one for each request that asks its author something.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if web::is_pupil(viewer) {
        return Ok(tasks);
    }
    let desk = Desk::of(tx, viewer).await?;
    if !desk.is_empty() {
        let awaited = listing::awaited(tx, &desk).await?;
        if let Some(since) = awaited.since {
            let title = (W.task_desk(awaited.n), web::HELP.to_owned(), W.help().to_owned(), W.task_treat());
            tasks.push(task(title, since));
        }
    }
    if origin::asks(viewer) {
        let own = listing::own(tx, viewer.account).await?;
        for line in own.into_iter().filter(|line| line.state == State::Waiting) {
            let title = (line.title, KIND.path(line.id), W.task_asked().to_owned(), W.task_answer());
            tasks.push(task(title, line.changed_at));
        }
    }
    Ok(tasks)
}

fn task((title, href, about, act): (String, String, String, &'static str), since: Moment) -> Task {
    Task { title, href, icon: "aide", about, child: None, act, due: None, since }
}
