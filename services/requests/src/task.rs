//! What awaits somebody about requests, for « Aujourd’hui ».

use crate::{
    W,
    listing::{Filter, Line, counts, page},
    reach::Reach,
    request::{KIND, Priority, State},
};
use db::{Moment, Result, Tx};
use school::Viewer;
use web::Task;

/// What awaits the viewer: for a commune each danger nobody took, how many requests nobody took and how many are late; for a
/// head each request that waits for an answer of the school.
///
/// # Errors
/// A fault of the database.
pub async fn tasks(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Task>> {
    let Some(reach) = Reach::of(viewer) else { return Ok(Vec::new()) };
    match reach {
        Reach::Schools(_) => {
            let filter = Filter { state: Some(State::Waiting), ..Filter::default() };
            let waiting = page(tx, &reach, &filter, 1).await?;
            Ok(waiting.into_iter().map(|line| line.task(line.title.clone(), W.task_reply())).collect())
        }
        Reach::Scopes(_) => of_town(tx, &reach).await,
    }
}

async fn of_town(tx: &mut Tx, reach: &Reach) -> Result<Vec<Task>> {
    let filter = Filter { state: Some(State::Received), ..Filter::default() };
    let received = page(tx, reach, &filter, 1).await?;
    let (dangers, others): (Vec<Line>, Vec<Line>) =
        received.into_iter().partition(|line| line.priority == Priority::Danger);
    let mut tasks: Vec<Task> =
        dangers.iter().map(|line| line.task(W.task_danger(&line.title), W.task_treat())).collect();
    let late = Filter { late: true, ..Filter::default() };
    let late_since = page(tx, reach, &late, 1).await?.iter().map(|line| line.created_at).min();
    let whole = |counts: Vec<(State, i64)>| counts.into_iter().map(|(_, n)| n).sum::<i64>();
    if let Some(since) = late_since {
        let count = whole(counts(tx, reach, &late).await?);
        tasks.push(board_task(W.task_late(count), "/demandes?retard=on", since));
    }
    if let Some(since) = others.iter().map(|line| line.created_at).min() {
        let there = counts(tx, reach, &filter).await?.into_iter().filter(|(state, _)| *state == State::Received);
        let count = whole(there.collect()) - i64::try_from(dangers.len()).unwrap_or(0);
        tasks.push(board_task(W.task_received(count), "/demandes?etat=received", since));
    }
    Ok(tasks)
}

fn board_task(title: String, href: &str, since: Moment) -> Task {
    Task {
        title,
        href: href.to_owned(),
        icon: "liste",
        about: W.board().to_owned(),
        child: None,
        act: W.task_treat(),
        due: None,
        since,
    }
}

impl Line {
    fn task(&self, title: String, act: &'static str) -> Task {
        Task {
            title,
            href: KIND.path(self.id),
            icon: "liste",
            about: format!("{} · {}", self.label, self.school_name),
            child: None,
            act,
            due: self.deadline.as_deref().and_then(crate::clock::read),
            since: self.changed_at,
        }
    }
}
