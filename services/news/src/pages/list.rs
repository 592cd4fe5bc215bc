//! The list of news: those one reads, and those one looks after.

use super::{LIST, MANAGED, status};
use crate::{
    W,
    listing::{self, Line},
    news::{KIND, State},
    rubric::Rubric,
    scope,
};
use askama::Template;
use db::{Moment, Result, Tx};
use school::Viewer;
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{EmptyState, LinkButton, Tab, Tabs, ThingCard},
    dates,
};

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    title: &'static str,
    write: Option<LinkButton>,
    rubrics: Option<Tabs>,
    sections: Vec<Section>,
    empty: Option<EmptyState>,
    older: Option<String>,
    other_view: Option<(&'static str, &'static str)>,
}

/// News that stand at the same point; without a title for those one reads.
struct Section {
    title: Option<&'static str>,
    cards: Vec<ThingCard>,
}

/// Which news.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    rubrique: Option<String>,
    page: Option<u16>,
    vue: Option<String>,
}

pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let writes = scope::writes(&visit.viewer);
    let page = match wanted.vue.as_deref() {
        Some("gestion") if writes => ListPage::managed(&mut tx, &visit.viewer).await?,
        _ => ListPage::read(&mut tx, &visit.viewer, &wanted, writes).await?,
    };
    drop(tx);
    visit.page(page.title, &page)
}

impl ListPage {
    async fn read(tx: &mut Tx, viewer: &Viewer, wanted: &Wanted, writes: bool) -> Result<Self> {
        let now = tx.now();
        let rubric = wanted.rubrique.clone().and_then(|text| Rubric::try_from(text).ok());
        let page = i64::from(wanted.page.unwrap_or(1).max(1));
        let mut lines = listing::read(tx, viewer, rubric, (page - 1) * listing::PAGE, listing::PAGE + 1).await?;
        let whole = usize::try_from(listing::PAGE).unwrap_or(usize::MAX);
        let older = (lines.len() > whole).then(|| older(rubric, page + 1));
        lines.truncate(whole);
        let cards: Vec<ThingCard> = lines.iter().map(|line| card(line, now)).collect();
        Ok(Self {
            title: W.news(),
            write: writes.then(write_link),
            rubrics: Some(tabs(rubric)),
            empty: cards.is_empty().then(|| EmptyState::new("documents", empty(rubric), None)),
            sections: if cards.is_empty() { Vec::new() } else { vec![Section { title: None, cards }] },
            older,
            other_view: writes.then(|| (W.see_managed(), MANAGED)),
        })
    }

    async fn managed(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        let now = tx.now();
        let lines = listing::managed(tx, viewer).await?;
        Ok(Self {
            title: W.managed_news(),
            write: Some(write_link()),
            rubrics: None,
            sections: sections(&lines, now),
            empty: lines.is_empty().then(|| EmptyState::new("documents", W.nothing_managed(), None)),
            older: None,
            other_view: Some((W.back_to_news(), LIST)),
        })
    }
}

fn write_link() -> LinkButton {
    LinkButton::primary(W.write(), "/actualites/nouvelle").icon("crayon")
}

fn empty(rubric: Option<Rubric>) -> &'static str {
    if rubric.is_some() { W.nothing_in_rubric() } else { W.nothing_yet() }
}

fn older(rubric: Option<Rubric>, page: i64) -> String {
    match rubric {
        Some(rubric) => format!("{LIST}?rubrique={}&page={page}", rubric.as_str()),
        None => format!("{LIST}?page={page}"),
    }
}

fn tabs(current: Option<Rubric>) -> Tabs {
    let all = Tab::new(W.all_rubrics(), LIST, current.is_none());
    let each = Rubric::ALL.iter().map(|rubric| {
        Tab::new(rubric.word(), format!("{LIST}?rubrique={}", rubric.as_str()), current == Some(*rubric))
    });
    Tabs::new(W.rubrics(), [all].into_iter().chain(each).collect())
}

/// What waits for its author first, then what is read, then what is over.
fn sections(lines: &[Line], now: Moment) -> Vec<Section> {
    let steps: [(&'static str, Step); 5] = [
        (W.drafts(), Step::Draft),
        (W.scheduled(), Step::Scheduled),
        (W.published_news(), Step::Current),
        (W.expired_news(), Step::Over),
        (W.withdrawn_news(), Step::Withdrawn),
    ];
    let all = steps.into_iter().map(|(title, step)| {
        let there = lines.iter().filter(|line| Step::of(line, now) == step);
        Section { title: Some(title), cards: there.map(|line| managed_card(line, now)).collect() }
    });
    all.filter(|section| !section.cards.is_empty()).collect()
}

/// Where a news stands for those who look after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Draft,
    Scheduled,
    Current,
    Over,
    Withdrawn,
}

impl Step {
    fn of(line: &Line, now: Moment) -> Self {
        match line.state {
            State::Draft => Self::Draft,
            State::Withdrawn => Self::Withdrawn,
            State::Published if line.expires_at.is_some_and(|at| at <= now) => Self::Over,
            State::Published if line.delivered_at.is_some_and(|at| at > now) => Self::Scheduled,
            State::Published => Self::Current,
        }
    }
}

/// The card of a news one reads: where it stands among the others, what it is about, from where it comes.
fn card(line: &Line, now: Moment) -> ThingCard {
    let front = line.front.then(|| W.front_page());
    let parts = front.into_iter().chain([line.rubric.word(), line.place.as_str()]);
    ThingCard {
        title: line.title.clone(),
        href: KIND.path(line.id),
        excerpt: line.excerpt.clone(),
        when: dates::past(line.delivered_at.unwrap_or(line.updated_at), now),
        author: line.author(),
        picture: None,
        class_label: parts.collect::<Vec<_>>().join(" · "),
        new_word: None,
        audience: None,
        status: None,
    }
}

fn managed_card(line: &Line, now: Moment) -> ThingCard {
    let waits = line.delivered_at.is_none_or(|at| at > now);
    let when = if waits { dates::past(line.updated_at, now) } else { card(line, now).when };
    ThingCard { when, status: Some(status(line.state, line.delivered_at, line.expires_at, now)), ..card(line, now) }
}
