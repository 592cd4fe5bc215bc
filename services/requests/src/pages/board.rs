//! `/demandes`: what a head asked for, or what came to a commune.

use super::{pressing, status};
use crate::{
    W, clock,
    listing::{self, Filter, Line, PAGE, Reach},
    procedure,
    request::{KIND, State},
    side,
};
use askama::Template;
use db::{Error, Moment, Result, Tx};
use school::{Viewer, schools_in};
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{Button, Checkbox, Choice, EmptyState, Hidden, LinkButton, Opt, Pager, Status, Tab, Tabs},
    dates,
};

/// Where the page is.
pub(crate) const PATH: &str = "/demandes";
/// The state of an address for everything, what is over too.
const ALL: &str = "toutes";

#[derive(Template)]
#[template(path = "board.html")]
struct BoardPage {
    title: &'static str,
    ask: Option<LinkButton>,
    tabs: Tabs,
    state: Hidden,
    school: Option<Choice>,
    kind: Choice,
    late: Checkbox,
    filter: Button,
    rows: Vec<RowPart>,
    empty: EmptyState,
    pager: Pager,
    others: Vec<LinkButton>,
}

struct RowPart {
    title: String,
    href: String,
    status: Status,
    pressing: Option<Status>,
    about: String,
    is_late: bool,
    left: Option<String>,
}

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    etat: String,
    #[serde(default)]
    ecole: String,
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    retard: String,
    #[serde(default)]
    page: String,
}

/// `GET /demandes`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>) -> Answer {
    let reach = Reach::of(&visit.viewer).ok_or(Error::NotFound)?;
    let mut tx = visit.read().await?;
    let page = BoardPage::build(&mut tx, &visit.viewer, &reach, &wanted).await?;
    drop(tx);
    visit.set_wide();
    visit.page(page.title, &page)
}

impl Wanted {
    fn filter(&self) -> Filter {
        Filter {
            state: State::try_from(self.etat.clone()).ok(),
            all: self.etat == ALL,
            school: self.ecole.parse().ok(),
            procedure: self.kind.clone(),
            late: !self.retard.is_empty(),
        }
    }

    fn page(&self) -> i64 {
        self.page.parse().ok().filter(|page| (1..=100_000).contains(page)).unwrap_or(1)
    }
}

/// The address of a view, narrowed as the page is. Only words of the house stand in it.
fn address(state: &str, filter: &Filter, kinds: &[(String, String)]) -> String {
    let school = filter.school.map(|id| id.to_string()).unwrap_or_default();
    let is_known = kinds.iter().any(|(slug, _)| *slug == filter.procedure);
    let kind = if is_known { filter.procedure.as_str() } else { "" };
    let late = if filter.late { "&retard=on" } else { "" };
    format!("{PATH}?etat={state}&ecole={school}&type={kind}{late}")
}

impl BoardPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, reach: &Reach, wanted: &Wanted) -> Result<Self> {
        let filter = wanted.filter();
        let now = tx.now();
        let schools = schools(tx, viewer, reach).await?;
        let kinds = kinds(tx, viewer, reach).await?;
        let counts = listing::counts(tx, reach, &filter).await?;
        let lines = listing::page(tx, reach, &filter, wanted.page()).await?;
        let whole = count(&counts, &filter);
        let pages = u64::try_from((whole + PAGE - 1) / PAGE).unwrap_or(1);
        let page = u64::try_from(wanted.page()).unwrap_or(1);
        let title = if reach.is_town() { W.board() } else { W.requests() };
        Ok(Self {
            title,
            ask: (!reach.is_town()).then(|| LinkButton::primary(W.ask(), "/demandes/nouvelle").icon("ajouter")),
            tabs: Tabs::new(W.states(), tabs(&counts, &filter, &kinds)),
            state: Hidden::new("etat", word_of(&filter)),
            school: (schools.len() > 1).then(|| one_of("ecole", W.school(), W.every_school(), &schools, &wanted.ecole)),
            kind: one_of("type", W.kind(), W.every_kind(), &kinds, &wanted.kind),
            late: Checkbox::new("retard", W.only_late()).checked(filter.late),
            filter: Button::secondary(W.filter()).icon("filtrer"),
            rows: lines.iter().map(|line| RowPart::of(line, reach, now)).collect(),
            empty: EmptyState::new("termine", W.no_request(), None),
            pager: Pager::new(address(word_of(&filter), &filter, &kinds), page, pages, W.pages())
                .steps(W.page_before(), W.page_after()),
            others: others(reach),
        })
    }
}

fn others(reach: &Reach) -> Vec<LinkButton> {
    let table = LinkButton::secondary(W.monthly(), "/demandes/tableau").icon("tableau");
    let types = reach.is_town().then(|| LinkButton::secondary(W.kinds(), "/demandes/types").icon("reglages"));
    [table].into_iter().chain(types).collect()
}

/// The schools to choose among, with their values.
async fn schools(tx: &mut Tx, viewer: &Viewer, reach: &Reach) -> Result<Vec<(String, String)>> {
    if !reach.is_town() {
        let seats = side::asking(viewer).into_iter();
        return Ok(seats.map(|seat| (seat.school.to_string(), seat.school_name.clone())).collect());
    }
    let mut known: Vec<(String, String)> = Vec::new();
    for office in side::offices(viewer) {
        for school in schools_in(tx, &office).await? {
            let value = school.id.to_string();
            if known.iter().all(|(id, _)| *id != value) {
                known.push((value, school.name));
            }
        }
    }
    Ok(known)
}

/// The kinds to choose among, with their values: a kind shipped to several communes is named once.
async fn kinds(tx: &mut Tx, viewer: &Viewer, reach: &Reach) -> Result<Vec<(String, String)>> {
    let mut scopes: Vec<String> = side::offices(viewer).iter().map(ToString::to_string).collect();
    if !reach.is_town() {
        for seat in side::asking(viewer) {
            let scope = super::ask::scope_of(tx, seat.school).await?;
            scopes.extend(scope.filter(|it| !scopes.contains(it)));
        }
    }
    let mut known: Vec<(String, String)> = Vec::new();
    for scope in scopes {
        for kind in procedure::of_scope(tx, &scope).await? {
            if known.iter().all(|(slug, _)| *slug != kind.slug) {
                known.push((kind.slug, kind.label));
            }
        }
    }
    Ok(known)
}

fn one_of(name: &str, label: &str, all: &str, options: &[(String, String)], chosen: &str) -> Choice {
    let is_known = options.iter().any(|(value, _)| value == chosen);
    let every = Opt::new("", all).checked(!is_known);
    let each = options.iter().map(|(value, word)| Opt::new(value, word).checked(value == chosen));
    Choice::select(name, label, [every].into_iter().chain(each).collect())
}

/// The word in addresses of the states a filter lets through.
fn word_of(filter: &Filter) -> &'static str {
    match (filter.state, filter.all) {
        (Some(state), _) => state.as_str(),
        (None, true) => ALL,
        (None, false) => "",
    }
}

fn count(counts: &[(State, i64)], filter: &Filter) -> i64 {
    let wanted = |state: State| match filter.state {
        Some(only) => state == only,
        None => filter.all || state.is_open(),
    };
    counts.iter().filter(|(state, _)| wanted(*state)).map(|(_, n)| n).sum()
}

fn tabs(counts: &[(State, i64)], filter: &Filter, kinds: &[(String, String)]) -> Vec<Tab> {
    let current = word_of(filter);
    let tab = |label: &str, state: Option<State>, all: bool| {
        let there = Filter { state, all, ..filter.clone() };
        let word = word_of(&there);
        let label = W.tab(label, count(counts, &there).to_string());
        Tab::new(label, address(word, &there, kinds), word == current)
    };
    let mut tabs = vec![tab(W.all_open(), None, false)];
    tabs.extend(State::ALL.iter().map(|state| tab(state.word(), Some(*state), false)));
    tabs.push(tab(W.all_states(), None, true));
    tabs
}

impl RowPart {
    fn of(line: &Line, reach: &Reach, now: Moment) -> Self {
        let deadline = line.deadline.as_deref().and_then(clock::read);
        let mut about = vec![line.label.clone()];
        if reach.is_town() || line.service.is_empty() {
            about.push(line.school_name.clone());
        }
        if !line.service.is_empty() {
            about.push(W.handled_by(&line.service));
        }
        about.push(dates::past(line.created_at, now));
        Self {
            title: line.title.clone(),
            href: KIND.path(line.id),
            status: status(line.state),
            pressing: pressing(line.priority),
            about: about.join(" · "),
            is_late: deadline.is_some_and(|day| day < now.day()),
            left: deadline.map(|day| clock::left(day, now.day())),
        }
    }
}
