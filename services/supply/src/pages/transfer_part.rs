//! What the pages about pupils other schools entered share.

use super::row_part::RowPart;
use crate::{
    W,
    transfer::{State, Transfer},
};
use db::Moment;
use school::Role;
use web::{
    component::{LinkButton, Status, StatusKind},
    dates,
};

/// A transfer in a list that says the schools in its own words, at an address.
pub(super) fn row(transfer: &Transfer, places: &str, address: String, now: Moment) -> RowPart {
    let name = transfer.name();
    RowPart {
        status: status(transfer.state),
        about: format!("{places} · {}", dates::past(transfer.at, now)),
        look: LinkButton::secondary(W.transfer_look(&name), address).icon("lire"),
        title: name,
    }
}

pub(super) fn status(state: State) -> Status {
    match state {
        State::Asked => Status::new(StatusKind::Review, W.transfer_asked()),
        State::Agreed => Status::new(StatusKind::Published, W.transfer_agreed()),
        State::Contested => Status::new(StatusKind::Withdrawn, W.transfer_contested()),
        State::Kept => Status::new(StatusKind::Review, W.transfer_kept()),
        State::Settled => Status::new(StatusKind::Archived, W.transfer_settled()),
        State::Undone => Status::new(StatusKind::Archived, W.transfer_undone()),
    }
}

/// « Hector Loubet · direction de l’école ».
fn by(transfer: &Transfer) -> String {
    let role = if transfer.by_role == Role::Deputy { W.transfer_by_deputy() } else { W.transfer_by_head() };
    match transfer.by_name() {
        Some(name) => format!("{name} · {role}"),
        None => role.to_owned(),
    }
}

/// What everybody who may see a transfer reads of it.
pub(super) fn facts(transfer: &Transfer) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        (W.transfer_from(), transfer.school_name.clone()),
        (W.transfer_to(), transfer.to_place()),
        (W.transfer_at(), dates::date(transfer.at.day())),
        (W.transfer_by(), by(transfer)),
    ];
    if let Some(at) = transfer.contested_at {
        facts.push((W.transfer_contested_at(), dates::date(at.day())));
        facts.push((W.transfer_reason(), transfer.reason.clone()));
    }
    facts
}
