//! What was done with a site, line by line.

use super::desk;
use crate::{
    W,
    site::{Desk, SiteId},
    step::{self, Step, Verb},
};
use askama::Template;
use db::Moment;
use web::{Answer, Path, SignedIn, component::Tabs, dates};

#[derive(Template)]
#[template(path = "history.html")]
struct HistoryPage {
    tabs: Tabs,
    history: Vec<Line>,
}

/// A step, in words.
pub(super) struct Line {
    pub(super) what: String,
    pub(super) about: String,
    pub(super) word: Option<String>,
}

/// `GET /mon-site/{site}/historique`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<SiteId>) -> Answer {
    let mut tx = visit.read().await?;
    let desk = Desk::load(&mut tx, &visit.viewer, id).await?;
    let steps = step::history(&mut tx, desk.site.id, None).await?;
    let now = tx.now();
    drop(tx);
    let history = steps.iter().map(|step| Line::of(step, now)).collect();
    visit.page(W.history(), &HistoryPage { tabs: desk::tabs(&desk, "/historique"), history })
}

impl Line {
    pub(super) fn of(step: &Step, now: Moment) -> Self {
        let word = word(step.verb);
        let what = step.title.as_ref().map_or_else(|| word.to_owned(), |title| W.step_about(word, title));
        let when = dates::past(step.at, now);
        let about = if step.by_name.is_empty() { when } else { W.by_when(&step.by_name, when) };
        Self { what, about, word: step.word.clone() }
    }
}

fn word(verb: Verb) -> &'static str {
    match verb {
        Verb::Made => W.step_made(),
        Verb::Settled => W.step_settled(),
        Verb::Opened => W.step_opened(),
        Verb::Closed => W.step_closed(),
        Verb::Begun => W.step_begun(),
        Verb::Changed => W.step_changed(),
        Verb::Proposed => W.step_proposed(),
        Verb::Returned => W.step_returned(),
        Verb::Published => W.step_published(),
        Verb::Withdrawn => W.step_withdrawn(),
        Verb::Archived => W.step_archived(),
        Verb::Reported => W.step_reported(),
        Verb::Kept => W.step_kept(),
        Verb::Delegated => W.step_delegated(),
        Verb::Undelegated => W.step_undelegated(),
    }
}
