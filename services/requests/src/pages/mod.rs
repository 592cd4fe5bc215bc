//! The pages of requests, and the few parts they share.

pub(crate) mod act;
mod act_form;
pub(crate) mod ask;
mod ask_form;
pub(crate) mod board;
mod entry_part;
pub(crate) mod monthly;
mod office;
mod parts;
pub(crate) mod procedure;
mod procedure_page;
pub(crate) mod procedures;
pub(crate) mod refusal;
pub(crate) mod reply;
pub(crate) mod request;
mod request_form;
mod request_page;

use crate::request::{Priority, State};
use db::{Error, Result, Tx};
use school::Territory;
use web::component::{Status, StatusKind};

pub(crate) use office::Office;
pub(crate) use parts::{CONFIRMED, FILES, FilesPart, NamedPart};

/// The mark of where a request stands.
pub(crate) fn status(state: State) -> Status {
    let kind = match state {
        State::Received => StatusKind::Review,
        State::InProgress => StatusKind::Ready,
        State::Waiting | State::Planned => StatusKind::Scheduled,
        State::Done => StatusKind::Published,
        State::Refused => StatusKind::Withdrawn,
    };
    Status::new(kind, state.word())
}

/// The mark of what presses; nothing for what does not.
pub(crate) fn pressing(priority: Priority) -> Option<Status> {
    match priority {
        Priority::Normal => None,
        Priority::Urgent => Some(Status::new(StatusKind::Scheduled, priority.word())),
        Priority::Danger => Some(Status::new(StatusKind::Withdrawn, priority.word())),
    }
}

/// A plain text as paragraphs.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A page about a scope.
pub(crate) fn at(page: &str, scope: &str) -> String {
    format!("{page}?commune={scope}")
}

/// What a scope is called.
pub(crate) async fn scope_name(tx: &mut Tx, scope: &str) -> Result<String> {
    match Territory::of(scope) {
        Some(territory) => web::place_name(tx, &territory).await,
        None => Err(Error::fault("a request that goes nowhere")),
    }
}
