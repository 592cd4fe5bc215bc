//! A replacement in a list: who replaces whom, until when, where it stands.

use crate::{
    W, days,
    pass::{Pass, State},
};
use db::Moment;
use web::{
    component::{Status, StatusKind},
    dates, of_name,
};

/// A replacement as lists show it.
pub(crate) struct PassPart {
    pub(crate) title: String,
    pub(crate) status: Status,
    pub(crate) about: String,
}

impl PassPart {
    pub(crate) fn new(pass: &Pass, now: Moment) -> Self {
        let state = pass.state(now);
        Self { title: title(pass), status: status(state), about: about(pass, state) }
    }
}

/// « Remplacement d’Hélène VIDAL par Rose CALMETTE ».
fn title(pass: &Pass) -> String {
    match (pass.replaced(), pass.substitute()) {
        (Some(replaced), Some(substitute)) => W.replaced_by(of_name(replaced), substitute),
        (None, Some(substitute)) => W.somebody_replaced_by(substitute),
        (Some(replaced), None) => W.to_replace(of_name(replaced)),
        (None, None) => W.to_replace_somebody().to_owned(),
    }
}

fn status(state: State) -> Status {
    let (kind, word) = match state {
        State::Waiting => (StatusKind::Scheduled, W.pass_waiting()),
        State::Expired => (StatusKind::Archived, W.pass_expired()),
        State::Running => (StatusKind::Published, W.pass_running()),
        State::Over => (StatusKind::Archived, W.pass_over()),
        State::Ended => (StatusKind::Withdrawn, W.pass_ended()),
    };
    Status::new(kind, word)
}

fn about(pass: &Pass, state: State) -> String {
    let days = W.for_days(pass.days);
    match (&pass.last_on, state) {
        (Some(last), _) => format!("{days} · {}", W.until_day(days::words(last))),
        (None, State::Waiting) => format!("{days} · {}", W.code_until(dates::date(pass.expires_at.day()))),
        (None, State::Expired | State::Ended | State::Running | State::Over) => days,
    }
}
