//! The marks of a mot: where it stands, and where it stands with an adult. A word and an icon, never a colour alone.

use crate::{W, follow::Standing, mot::Mot, mot::State};
use askama::{Template, filters::HtmlSafe};
use db::Moment;
use web::{
    component::{Icon, Status, StatusKind},
    dates,
};

/// One state of the follow-up, in the look of the statuses of the house.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<span class="status status-{{ tone }}">{{ icon }}<span>{{ label }}</span></span>"#,
    ext = "html"
)]
pub(crate) struct Mark {
    tone: &'static str,
    icon: Icon,
    label: &'static str,
}

impl HtmlSafe for Mark {}

impl Mark {
    /// The mark of a state with an adult.
    pub(crate) fn of(standing: Standing) -> Self {
        match standing {
            Standing::Unread => Self::new("quiet", "courrier", W.unread()),
            Standing::Read => Self::new("amber", "lire", W.read()),
            Standing::Signed => Self::new("green", "fait", W.signed()),
            Standing::Paper => Self::new("green", "document", W.on_paper()),
        }
    }

    /// The mark of what should have come by now.
    pub(crate) fn late() -> Self {
        Self::new("red", "attention", W.late())
    }

    /// Any other mark.
    pub(crate) fn new(tone: &'static str, icon: &'static str, label: &'static str) -> Self {
        Self { tone, icon: Icon::new(icon), label }
    }
}

/// Where a mot stands, for those who look after it.
pub(crate) fn status(state: State, delivered_at: Option<Moment>, now: Moment) -> Status {
    match state {
        State::Draft => Status::new(StatusKind::Draft, W.state_draft()),
        State::Withdrawn => Status::new(StatusKind::Withdrawn, W.state_withdrawn()),
        State::Sent => match delivered_at.filter(|at| *at > now) {
            Some(at) => Status::new(StatusKind::Scheduled, dates::delivery(at, now)),
            None => Status::new(StatusKind::Published, W.state_delivered()),
        },
    }
}

/// The status of a loaded mot.
pub(crate) fn status_of(mot: &Mot, now: Moment) -> Status {
    status(mot.state, mot.delivered_at, now)
}
