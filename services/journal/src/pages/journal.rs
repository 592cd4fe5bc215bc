//! The journal of a class or a group, and the list of journals for those who have several.

use super::{chip, in_review, is_pupil, status};
use crate::{
    W,
    class::{self, Class},
    listing::{self, Latest, Line, Mark},
    post::{KIND, State},
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use commons::ThingId;
use db::{Moment, Result, Tx};
use school::{CircleId, Viewer};
use serde::Deserialize;
use web::{
    Answer, Path, Query, SignedIn,
    component::{EmptyState, LinkButton, Picture, ThingCard},
    dates,
};

#[derive(Template)]
#[template(path = "journals.html")]
struct JournalsPage {
    classes: Vec<JournalRow>,
    empty: Option<EmptyState>,
}

/// A class or a group in the list of journals.
struct JournalRow {
    name: String,
    href: String,
    latest: String,
}

#[derive(Template)]
#[template(path = "journal.html")]
struct JournalPage {
    title: String,
    write: Option<LinkButton>,
    sections: Vec<Section>,
    list_title: &'static str,
    cards: Vec<ThingCard>,
    empty: Option<EmptyState>,
    older: Option<String>,
    other_view: Option<(&'static str, String)>,
}

/// Posts in hand that stand at the same point.
struct Section {
    title: &'static str,
    cards: Vec<ThingCard>,
}

/// Which page of the journal.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    avant: Option<i64>,
    suite: Option<ThingId>,
    vue: Option<String>,
}

pub(crate) async fn classes(mut visit: SignedIn) -> Answer {
    // A child at home has no class: what the class writes stays behind the doors of the class.
    if visit.viewer.door.is_at_home() {
        return Ok(Redirect::to(web::MY_WORK).into_response());
    }
    let mut tx = visit.read().await?;
    let classes = class::of(&mut tx, &visit.viewer).await?;
    if let [only] = classes.as_slice() {
        return Ok(Redirect::to(&only.path()).into_response());
    }
    let mut page = JournalsPage::build(&mut tx, &visit.viewer, &classes).await?;
    if page.empty.is_some() {
        let left = web::empty_by_departure(&mut tx, visit.site.services, &visit.viewer).await?;
        page.empty = left.or(page.empty);
    }
    drop(tx);
    visit.page(W.journals(), &page)
}

pub(crate) async fn show(mut visit: SignedIn, Path(circle): Path<CircleId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load(&mut tx, &visit.viewer, circle).await?;
    let page = match wanted.vue.as_deref() {
        Some("archives") if class.manages => JournalPage::put_away(&mut tx, &visit.viewer, &class).await?,
        _ => JournalPage::current(&mut tx, &visit.viewer, &class, wanted.mark()).await?,
    };
    drop(tx);
    visit.page(&page.title, &page)
}

/// Somebody who reloads after a form came back finds the journal.
pub(crate) async fn back(mut visit: SignedIn, Path(circle): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load(&mut tx, &visit.viewer, circle).await?;
    Ok(Redirect::to(&class.path()).into_response())
}

impl Wanted {
    fn mark(&self) -> Mark {
        let at = self.avant.map_or(Mark::TOP.at, Moment);
        Mark { at, id: self.suite.unwrap_or(Mark::TOP.id) }
    }
}

impl JournalsPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, classes: &[Class]) -> Result<Self> {
        let now = tx.now();
        let latest = listing::latest(tx, viewer, classes).await?;
        let newest = |class: &Class| latest.iter().find(|post| post.circle_id == class.circle.id);
        let rows: Vec<JournalRow> = classes.iter().map(|class| JournalRow::of(class, newest(class), now)).collect();
        let empty = rows.is_empty().then(|| EmptyState::new("classe", W.no_class(), None));
        Ok(Self { classes: rows, empty })
    }
}

impl JournalRow {
    fn of(class: &Class, latest: Option<&Latest>, now: Moment) -> Self {
        let latest = match latest {
            Some(post) => W.latest_post(&post.title, dates::past(post.delivered_at, now)),
            None => W.nothing_yet().to_owned(),
        };
        Self { name: class.circle.name.clone(), href: class.path(), latest }
    }
}

impl JournalPage {
    async fn current(tx: &mut Tx, viewer: &Viewer, class: &Class, after: Mark) -> Result<Self> {
        let now = tx.now();
        let mut lines = listing::delivered(tx, viewer, class, after, listing::PAGE + 1).await?;
        let older = older(class, &mut lines);
        let in_hand = match after == Mark::TOP && class.writes {
            true => listing::in_hand(tx, viewer, class).await?,
            false => Vec::new(),
        };
        let write = class.writes.then(|| write_link(viewer, class));
        let empty = (lines.is_empty() && in_hand.is_empty()).then(|| empty(viewer, class));
        Ok(Self {
            title: W.journal_of(class.circle.kind.as_str(), &class.circle.name),
            write,
            sections: sections(viewer, class, &in_hand, now),
            list_title: W.published_posts(),
            cards: lines.iter().map(|line| card(line, now)).collect(),
            empty,
            older,
            other_view: class.manages.then(|| (W.see_archives(), format!("{}?vue=archives", class.path()))),
        })
    }

    async fn put_away(tx: &mut Tx, viewer: &Viewer, class: &Class) -> Result<Self> {
        let now = tx.now();
        let lines = listing::put_away(tx, class).await?;
        Ok(Self {
            title: W.journal_of(class.circle.kind.as_str(), &class.circle.name),
            write: None,
            sections: Vec::new(),
            list_title: W.archives(),
            cards: lines.iter().map(|line| hand_card(viewer, class, line, now)).collect(),
            empty: lines.is_empty().then(|| EmptyState::new("journal", W.no_archives(), None)),
            older: None,
            other_view: Some((W.back_to_journal(), class.path())),
        })
    }
}

/// The address of older posts, when the list holds one more than a page; that one is taken off.
fn older(class: &Class, lines: &mut Vec<Line>) -> Option<String> {
    let page = usize::try_from(listing::PAGE).unwrap_or(usize::MAX);
    if lines.len() <= page {
        return None;
    }
    lines.truncate(page);
    let mark = lines.last()?.mark()?;
    Some(format!("{}?avant={}&suite={}", class.path(), mark.at.0, mark.id))
}

fn write_link(viewer: &Viewer, class: &Class) -> LinkButton {
    let word = if is_pupil(viewer) { W.write_to_pupil() } else { W.write() };
    LinkButton::primary(word, format!("/classes/{}/billets/nouveau", class.circle.id)).icon("crayon")
}

fn empty(viewer: &Viewer, class: &Class) -> EmptyState {
    let sentence = match (class.writes, is_pupil(viewer)) {
        (true, false) => W.empty_for_teacher(class.circle.kind.as_str()),
        (true, true) => W.empty_for_pupil(class.circle.kind.as_str()),
        (false, _) => W.empty_for_reader().to_owned(),
    };
    EmptyState::new("journal", sentence, None)
}

/// What waits for somebody first: to be read over, to be corrected, drafts, then what waits for its hour.
fn sections(viewer: &Viewer, class: &Class, lines: &[Line], now: Moment) -> Vec<Section> {
    let steps = [
        (State::Review, in_review(viewer)),
        (State::Returned, W.to_correct()),
        (State::Draft, W.drafts()),
        (State::Published, W.scheduled()),
    ];
    let all = steps.into_iter().map(|(state, title)| {
        let there = lines.iter().filter(|line| line.state == state);
        Section { title, cards: there.map(|line| hand_card(viewer, class, line, now)).collect() }
    });
    all.filter(|section| !section.cards.is_empty()).collect()
}

/// The card of a delivered post.
fn card(line: &Line, now: Moment) -> ThingCard {
    ThingCard {
        title: line.title.clone(),
        href: KIND.path(line.id),
        excerpt: line.excerpt.clone(),
        when: dates::past(line.delivered_at.unwrap_or(line.updated_at), now),
        author: author(line),
        picture: picture(line),
        class_label: String::new(),
        new_word: None,
        audience: None,
        status: None,
    }
}

/// « Anne Leroy et 2 autres »: the one who began the post, and how many sign it besides.
fn author(line: &Line) -> String {
    if line.signers > 1 { W.name_and_others(line.signers - 1, line.author()) } else { line.author() }
}

/// The card of a post in hand, with where it stands and for whom it is.
fn hand_card(viewer: &Viewer, class: &Class, line: &Line, now: Moment) -> ThingCard {
    let waits = line.delivered_at.is_some_and(|at| at > now);
    let when = if waits { String::new() } else { dates::past(line.updated_at, now) };
    let by_pupil = line.is_by_pupil();
    ThingCard {
        when,
        audience: Some(chip(class.circle.kind, line.state, line.audience, by_pupil, line.signers)),
        status: Some(status(viewer, line.state, line.withdrawn_at.is_some(), line.delivered_at, now)),
        ..card(line, now)
    }
}

/// The first photograph. The style sheet crops it to this shape.
fn picture(line: &Line) -> Option<Picture> {
    let cover = line.cover?.simple();
    Some(Picture {
        src: format!("{}/photos/{cover}/petit", KIND.path(line.id)),
        alt: line.cover_alt.clone().unwrap_or_default(),
        width: 480,
        height: 300,
    })
}
