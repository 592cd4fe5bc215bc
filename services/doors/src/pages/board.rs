//! The accounts of a class or a school: how far each person is, whom to print for, whom to write to.

mod chosen;
mod line;

use super::sheet::{self as sheets, format_choice};
use crate::{
    W,
    board::{self, Line, State},
    sheet::{Place, Readers},
};
use askama::Template;
use db::{Result, Tx};
use line::Row;
use school::{CircleId, SchoolId};
use serde::Deserialize;
use web::{
    Answer, Path, Query, SignedIn,
    component::{Button, Checkbox, Choice, EmptyState, Hidden, LinkButton, Pager, Tab, Tabs},
};

pub(crate) use chosen::{print_class, print_school, send_class, send_school};

/// Lines on a page.
const PAGE: usize = 100;
/// The name of the box of one person.
pub(super) const PERSON: &str = "personne";
/// The name of the button of one person.
pub(super) const ALONE: &str = "seul";
/// The box of all that is shown, whatever the page.
const WHOLE: &str = "tout";
/// The button that writes to all who were never asked.
const NEVER: &str = "jamais";

/// What is looked at.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    vue: String,
    #[serde(default)]
    etat: String,
    #[serde(default)]
    page: String,
}

const BOTH: &[Readers] = &[Readers::Pupils, Readers::Families];
const PUPILS: &[Readers] = &[Readers::Pupils];
const FAMILIES: &[Readers] = &[Readers::Families];
const TEAM: &[Readers] = &[Readers::Team];

/// Those a place shows, each with the word of its address.
fn views(place: &Place) -> [(&'static str, &'static str, &'static [Readers]); 3] {
    match place.circle {
        Some(_) => [
            ("tous", W.accounts_all(), BOTH),
            ("eleves", W.sheets_pupils(), PUPILS),
            ("familles", W.sheets_families(), FAMILIES),
        ],
        None => [
            ("equipe", W.accounts_team(), TEAM),
            ("familles", W.sheets_families(), FAMILIES),
            ("eleves", W.sheets_pupils(), PUPILS),
        ],
    }
}

impl Wanted {
    /// The view asked for, else the first.
    fn view(&self, place: &Place) -> (&'static str, &'static [Readers]) {
        let all = views(place);
        let found = all.iter().find(|it| it.0 == self.vue).unwrap_or(&all[0]);
        (found.0, found.2)
    }

    fn state(&self) -> Option<State> {
        State::try_from(self.etat.clone()).ok()
    }

    fn page(&self) -> usize {
        self.page.parse::<usize>().ok().filter(|it| *it > 0).unwrap_or(1)
    }

    fn address(&self, place: &Place) -> String {
        let view = self.view(place).0;
        let state = self.state().map(|it| format!("&etat={}", it.as_str())).unwrap_or_default();
        format!("{}?vue={view}{state}", place.accounts_path())
    }

    /// Everybody of the view, and of them those in the state asked for.
    async fn lines(&self, tx: &mut Tx, place: &Place) -> Result<(Vec<Line>, Vec<Line>)> {
        let holders = place.everybody(tx, self.view(place).1).await?;
        let all = board::lines(tx, holders).await?;
        let shown = all.iter().filter(|it| self.state().is_none_or(|state| state == it.state)).cloned().collect();
        Ok((all, shown))
    }
}

#[derive(Template)]
#[template(path = "accounts.html")]
struct AccountsPage {
    title: String,
    lead: &'static str,
    views: Tabs,
    states: Tabs,
    empty: Option<EmptyState>,
    action: String,
    hidden: [Hidden; 3],
    whole: Checkbox,
    format: Choice,
    print: Button,
    send: Button,
    send_never: Option<Button>,
    rows: Vec<Row>,
    pager: Pager,
    links: Vec<LinkButton>,
}

impl AccountsPage {
    fn new(place: &Place, wanted: &Wanted, all: &[Line], shown: &[Line]) -> Self {
        let path = place.accounts_path();
        let (view, _) = wanted.view(place);
        let state = wanted.state().map(State::as_str).unwrap_or_default();
        let total = i64::try_from(shown.len()).unwrap_or(i64::MAX);
        let pages = shown.len().div_ceil(PAGE).max(1);
        let page = wanted.page().min(pages);
        let never = all.iter().filter(|it| may_be_asked(it) && it.holder.address().is_some()).count();
        let send = format!("{path}/envoi");
        Self {
            title: W.accounts_of(name_of(place)),
            lead: W.accounts_lead(),
            views: view_tabs(place, view),
            states: state_tabs(place, view, wanted.state(), all),
            empty: shown.is_empty().then(|| EmptyState::new("recherche", W.accounts_nobody(), None)),
            action: format!("{path}/impression"),
            hidden: [Hidden::new("vue", view), Hidden::new("etat", state), Hidden::new("retour", sheets::ACCOUNTS)],
            whole: Checkbox::new(WHOLE, W.accounts_whole(total)),
            format: format_choice(view == "eleves"),
            print: Button::primary(W.accounts_print()).icon("imprimer"),
            send: Button::secondary(W.accounts_send()).icon("courrier").action(send.clone()),
            send_never: (never > 0).then(|| {
                let count = i64::try_from(never).unwrap_or(i64::MAX);
                let button = Button::secondary(W.accounts_send_never(count)).icon("a-envoyer");
                button.action(send).name_value(NEVER, "oui")
            }),
            rows: shown.iter().skip((page - 1) * PAGE).take(PAGE).map(|it| Row::new(place, it)).collect(),
            pager: Pager::new(wanted.address(place), page as u64, pages as u64, W.accounts_pages())
                .steps(W.accounts_page_before(), W.accounts_page_after()),
            links: links(place),
        }
    }
}

/// Whom « all who were never asked » writes to: nobody who was invited and may still come.
fn may_be_asked(line: &Line) -> bool {
    match line.state {
        State::Without | State::Waiting => true,
        State::Invited | State::Active | State::Unreached | State::Blocked => false,
    }
}

/// The class, or the school: « L’équipe » is one of its views.
fn name_of(place: &Place) -> &str {
    place.circle.as_ref().map_or(place.school.name.as_str(), |circle| circle.name.as_str())
}

fn view_tabs(place: &Place, current: &str) -> Tabs {
    let path = place.accounts_path();
    let tabs = views(place).map(|(word, label, _)| Tab::new(label, format!("{path}?vue={word}"), word == current));
    Tabs::new(W.accounts_views(), tabs.into())
}

/// The states somebody is in, with how many are.
fn state_tabs(place: &Place, view: &str, current: Option<State>, all: &[Line]) -> Tabs {
    let path = place.accounts_path();
    let counted = |state: State| i64::try_from(all.iter().filter(|it| it.state == state).count()).unwrap_or(i64::MAX);
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let mut tabs = vec![Tab::new(W.accounts_total(total), format!("{path}?vue={view}"), current.is_none())];
    for state in State::ALL {
        let count = counted(*state);
        if count > 0 || current == Some(*state) {
            let href = format!("{path}?vue={view}&etat={}", state.as_str());
            tabs.push(Tab::new(W.accounts_count(line::word_of(*state), count), href, current == Some(*state)));
        }
    }
    Tabs::new(W.accounts_states(), tabs)
}

fn links(place: &Place) -> Vec<LinkButton> {
    match place.circle {
        Some(_) => vec![LinkButton::secondary(W.sheets(), place.path()).icon("cle")],
        None => vec![
            LinkButton::secondary(W.accounts_team_sheets(), place.path()).icon("cle"),
            LinkButton::danger(W.mass_title(), format!("{}/renouveler", place.accounts_path())).icon("bouclier"),
        ],
    }
}

async fn page(tx: &mut Tx, place: &Place, wanted: &Wanted) -> Result<AccountsPage> {
    let (all, shown) = wanted.lines(tx, place).await?;
    Ok(AccountsPage::new(place, wanted, &all, &shown))
}

/// `GET /classes/{circle}/comptes`
pub(crate) async fn show_class(mut visit: SignedIn, Path(id): Path<CircleId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let place = Place::accounts_of_class(&mut tx, &visit.viewer, id).await?;
    let page = page(&mut tx, &place, &wanted).await?;
    drop(tx);
    visit.page(W.accounts(), &page)
}

/// `GET /ecoles/{school}/comptes`
pub(crate) async fn show_school(mut visit: SignedIn, Path(id): Path<SchoolId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let place = Place::accounts_of_school(&mut tx, &visit.viewer, id).await?;
    let page = page(&mut tx, &place, &wanted).await?;
    drop(tx);
    visit.page(W.accounts(), &page)
}
