//! The pages of news, and the few marks they share.

pub(crate) mod comment;
pub(crate) mod form;
pub(crate) mod form_page;
pub(crate) mod list;
pub(crate) mod news_page;
pub(crate) mod page;
pub(crate) mod publication;
pub(crate) mod step;
pub(crate) mod withdrawal;

use crate::{W, draft_form::last_day, news::News, news::State};
use db::Moment;
use web::{
    component::{AudienceChip, Status, StatusKind},
    dates,
};

/// Where the list of news is.
pub(crate) const LIST: &str = "/actualites";
/// The same, of those one looks after.
pub(crate) const MANAGED: &str = "/actualites?vue=gestion";

/// The mark of where a news stands.
pub(crate) fn status(state: State, delivered_at: Option<Moment>, expires_at: Option<Moment>, now: Moment) -> Status {
    match state {
        State::Draft => Status::new(StatusKind::Draft, W.state_draft()),
        State::Withdrawn => Status::new(StatusKind::Withdrawn, W.state_withdrawn()),
        State::Published if expires_at.is_some_and(|at| at <= now) => {
            Status::new(StatusKind::Archived, W.state_expired())
        }
        State::Published => match (delivered_at.filter(|at| *at > now), expires_at) {
            (Some(at), _) => Status::new(StatusKind::Scheduled, dates::delivery(at, now)),
            (None, Some(end)) => {
                Status::new(StatusKind::Published, W.state_until(dates::day_from(last_day(end), now.day())))
            }
            (None, None) => Status::new(StatusKind::Published, W.state_published()),
        },
    }
}

/// Who reads a news: « Familles, personnels · Académie · Toulouse ».
pub(crate) fn chip(news: &News) -> AudienceChip {
    let icon = if news.publics.has_families() { "famille" } else { "personnes" };
    AudienceChip::new(W.publics_of(news.publics.words(), &news.place), icon, None)
}
