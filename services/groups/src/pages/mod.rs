//! The pages of groups.

mod ask_part;
pub(crate) mod challenges;
pub(crate) mod form;
pub(crate) mod groups;
pub(crate) mod list;
pub(crate) mod members;
mod rule_words;

use crate::{
    W, days,
    group::{Group, Purpose},
};
use school::CircleId;
use std::collections::HashMap;
use web::component::{Status, StatusKind};

/// What a group is for.
pub(crate) fn purpose_word(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Need => W.purpose_need(),
        Purpose::Level => W.purpose_level(),
        Purpose::Project => W.purpose_project(),
        Purpose::Club => W.purpose_club(),
        Purpose::Challenge => W.purpose_challenge(),
    }
}

/// Whether a group is on.
pub(crate) fn status(group: &Group) -> Status {
    match group.ended_at {
        None => Status::new(StatusKind::Published, W.is_on()),
        Some(_) => Status::new(StatusKind::Archived, W.is_over()),
    }
}

/// A group in a list.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) status: Status,
    pub(crate) about: String,
}

impl Row {
    /// A group of a list; the school that holds it is said where it is another.
    pub(crate) fn new(group: &Group, counts: &HashMap<CircleId, i64>, here: Option<school::SchoolId>) -> Self {
        let count = counts.get(&group.id).copied().unwrap_or_default();
        let mut about = vec![purpose_word(group.purpose).to_owned()];
        if here != Some(group.school_id) {
            about.push(group.school_name.clone());
        }
        about.push(W.pupils_count(count));
        about.push(W.until_day(days::words(&group.ends_on)));
        Self { name: group.name.clone(), href: group.path(), status: status(group), about: about.join(" · ") }
    }
}
