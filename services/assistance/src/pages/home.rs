//! `GET /assistance`: the search over articles, one's own requests, and for a desk what it has to treat.

use super::{Link, adult, came_from, status, with_articles};
use crate::{
    W,
    article::search,
    desk::Desk,
    listing::{self, Filter, Line, View},
    origin,
    request::{HelpKind, KIND},
    training,
};
use askama::Template;
use axum::http::HeaderMap;
use db::{Moment, Result, Tx};
use school::Viewer;
use serde::Deserialize;
use web::{
    Answer, Query, SignedIn,
    component::{Button, Checkbox, Choice, EmptyState, Field, Hidden, LinkButton, Opt, Pager, Status, Tab, Tabs},
    dates,
};

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    ask: Option<LinkButton>,
    desk: Option<DeskPart>,
    search: Field,
    find: Button,
    found_title: &'static str,
    found: Vec<Link>,
    nothing: Option<&'static str>,
    own: Vec<Row>,
    others: Vec<LinkButton>,
}

/// What a desk has to treat.
struct DeskPart {
    tabs: Tabs,
    view: Hidden,
    kind: Choice,
    mine: Checkbox,
    filter: Button,
    rows: Vec<Row>,
    empty: EmptyState,
    pager: Pager,
}

struct Row {
    title: String,
    href: String,
    status: Status,
    about: String,
}

/// What is looked for.
#[derive(Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    q: String,
    #[serde(default)]
    vue: String,
    #[serde(default)]
    genre: String,
    #[serde(default)]
    miennes: String,
    /// The page somebody comes from, or the number of one of the list.
    #[serde(default)]
    page: String,
}

/// `GET /assistance`
pub(crate) async fn show(mut visit: SignedIn, Query(wanted): Query<Wanted>, headers: HeaderMap) -> Answer {
    adult(&visit.viewer)?;
    let mut tx = with_articles(&mut visit).await?;
    let page = HomePage::build(&mut tx, &visit.viewer, &wanted, &came_from(&wanted.page, &headers)).await?;
    drop(tx);
    visit.page(W.help(), &page)
}

impl HomePage {
    async fn build(tx: &mut Tx, viewer: &Viewer, wanted: &Wanted, from: &str) -> Result<Self> {
        let now = tx.now();
        let question = wanted.q.trim();
        let (found_title, found) = match (question.is_empty(), from.is_empty()) {
            (false, _) => (W.found_title(), search::find(tx, viewer, question).await?),
            (true, false) => (W.about_page_title(), search::about(tx, viewer, from).await?),
            (true, true) => (W.articles_title(), search::all(tx, viewer).await?),
        };
        let desk = Desk::of(tx, viewer).await?;
        let asks = origin::asks(viewer);
        let ask = if from.is_empty() { new_path().to_owned() } else { format!("{}?page={from}", new_path()) };
        let own = listing::own(tx, viewer.account).await?;
        Ok(Self {
            ask: asks.then(|| LinkButton::primary(W.ask(), ask).icon("main-levee")),
            desk: match desk.is_empty() {
                true => None,
                false => Some(DeskPart::build(tx, viewer, &desk, wanted).await?),
            },
            search: Field::search("q", W.search()).value(question).hint(W.search_hint()),
            find: Button::secondary(W.find()).icon("chercher"),
            nothing: (found.is_empty() && !question.is_empty()).then(|| W.found_nothing()),
            found_title,
            found: found.into_iter().map(Link::from).collect(),
            own: own.iter().map(|line| Row::of(line, now, false)).collect(),
            others: others(viewer, &desk),
        })
    }
}

fn new_path() -> &'static str {
    "/assistance/nouvelle"
}

/// The other pages of the service the viewer has a use for.
fn others(viewer: &Viewer, desk: &Desk) -> Vec<LinkButton> {
    let mut others = vec![LinkButton::secondary(W.all_articles(), crate::article::PATH).icon("lire")];
    if training::attends(viewer) || training::organises(viewer) {
        others.push(LinkButton::secondary(W.trainings(), training::PATH).icon("agenda"));
    }
    if !desk.is_empty() {
        others.push(LinkButton::secondary(W.figures_title(), "/assistance/chiffres").icon("graphique"));
    }
    for seat in viewer.headed() {
        let href = format!("/assistance/ecoles/{}", seat.school);
        others.push(LinkButton::secondary(W.named_link(&seat.school_name), href).icon("personnes"));
    }
    others
}

impl DeskPart {
    async fn build(tx: &mut Tx, viewer: &Viewer, desk: &Desk, wanted: &Wanted) -> Result<Self> {
        let now = tx.now();
        let view = View::of(&wanted.vue);
        let kind = HelpKind::try_from(wanted.genre.clone()).ok();
        let mine = !wanted.miennes.is_empty();
        let filter = Filter { kind: kind.map(HelpKind::as_str).unwrap_or_default().to_owned(), mine };
        let page = wanted.page.parse::<u32>().unwrap_or(1).max(1);
        let lines = listing::of_desk(tx, viewer, desk, view, &filter, i64::from(page)).await?;
        let mut tabs = Vec::new();
        let mut whole = 0;
        for tab in View::ALL {
            let count = listing::count(tx, viewer, desk, tab, &filter).await?;
            if tab == view {
                whole = count;
            }
            tabs.push(Tab::new(tab_word(tab, count), address(tab, &filter), tab == view));
        }
        let pages = u64::try_from((whole + listing::PAGE - 1) / listing::PAGE).unwrap_or(1);
        Ok(Self {
            tabs: Tabs::new(W.desk_views(), tabs),
            view: Hidden::new("vue", view.as_str()),
            kind: Choice::select("genre", W.kind(), kinds(kind)),
            mine: Checkbox::new("miennes", W.only_mine()).checked(mine),
            filter: Button::secondary(W.filter()).icon("filtrer"),
            rows: lines.iter().map(|line| Row::of(line, now, true)).collect(),
            empty: EmptyState::new("termine", empty_word(view), None),
            pager: Pager::new(address(view, &filter), u64::from(page), pages, W.pages_of_requests()),
        })
    }
}

fn address(view: View, filter: &Filter) -> String {
    let mine = if filter.mine { "&miennes=on" } else { "" };
    format!("{}?vue={}&genre={}{mine}", web::HELP, view.as_str(), filter.kind)
}

fn kinds(chosen: Option<HelpKind>) -> Vec<Opt> {
    let all = Opt::new("", W.kind_all()).checked(chosen.is_none());
    let each = HelpKind::ALL.iter().map(|kind| Opt::new(kind.as_str(), kind.word()).checked(chosen == Some(*kind)));
    [all].into_iter().chain(each).collect()
}

fn tab_word(view: View, count: i64) -> String {
    match view {
        View::ToDo => W.view_to_do(count.to_string()),
        View::Waiting => W.view_waiting(count.to_string()),
        View::Done => W.view_done(count.to_string()),
    }
}

fn empty_word(view: View) -> &'static str {
    match view {
        View::ToDo => W.nothing_to_do(),
        View::Waiting => W.nothing_waiting(),
        View::Done => W.nothing_done(),
    }
}

impl Row {
    fn of(line: &Line, now: Moment, for_desk: bool) -> Self {
        let mut about = vec![line.kind.word().to_owned()];
        if for_desk {
            about.push(line.urgency.word().to_owned());
            about.push(line.author.clone());
            about.push(line.place_label.clone());
        } else {
            about.push(line.level.word().to_owned());
        }
        about.extend(line.assignee.as_deref().map(|name| W.taken_by(name)));
        about.push(dates::past(line.created_at, now));
        Self {
            title: line.title.clone(),
            href: KIND.path(line.id),
            status: status(line.state),
            about: about.join(" · "),
        }
    }
}
