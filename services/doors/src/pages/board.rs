//! The accounts of a class or a school: how far each person is, whom to print for, whom to write to.

mod chosen;
mod line;

use super::sheet::{self as sheets, format_choice};
use crate::{
    W,
    board::{self, Line, State},
    invitation,
    sheet::{Place, Readers},
};
use askama::Template;
use db::{Result, Tx};
use line::Row;
use school::{CircleId, SchoolId, Viewer};
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
    #[serde(default)]
    nouveau: String,
}

/// What says in an address who just got a new code.
pub(super) const RENEWED: &str = "nouveau";
/// The word of those whom a letter would invite, and whose address nobody knows.
const UNADDRESSED: &str = "sans-adresse";

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
    /// What a form says to be looked at.
    pub(super) fn new(vue: &str, etat: &str, page: &str) -> Self {
        Self { vue: vue.to_owned(), etat: etat.to_owned(), page: page.to_owned(), nouveau: String::new() }
    }

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
        let word = self.filter();
        let state = if word.is_empty() { String::new() } else { format!("&etat={word}") };
        format!("{}?vue={view}{state}", place.accounts_path())
    }

    /// The address of the very page looked at.
    pub(super) fn address_here(&self, place: &Place) -> String {
        let address = self.address(place);
        if self.page() > 1 { format!("{address}&page={}", self.page()) } else { address }
    }

    /// The word of what is filtered by; empty when nothing is.
    fn filter(&self) -> &'static str {
        if self.etat == UNADDRESSED { UNADDRESSED } else { self.state().map(State::as_str).unwrap_or_default() }
    }

    fn shows(&self, line: &Line) -> bool {
        match self.state() {
            Some(state) => state == line.state,
            None => self.filter() != UNADDRESSED || is_unaddressed(line),
        }
    }

    /// Everybody of the view, and of them those in the state asked for.
    async fn lines(&self, tx: &mut Tx, place: &Place) -> Result<(Vec<Line>, Vec<Line>)> {
        let holders = place.everybody(tx, self.view(place).1).await?;
        let all = board::lines(tx, holders).await?;
        let shown = all.iter().filter(|it| self.shows(it)).cloned().collect();
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
    renewed: Option<Renewed>,
    hidden: [Hidden; 4],
    whole: Checkbox,
    format: Choice,
    print: Button,
    send: Option<Button>,
    send_never: Option<Button>,
    rows: Vec<Row>,
    pager: Pager,
    links: Vec<LinkButton>,
}

/// Who just got a new code, and what prints the sheet.
struct Renewed {
    title: String,
    hidden: [Hidden; 4],
    print: Button,
}

impl Renewed {
    fn new(line: &Line, view: &str, filter: &str) -> Self {
        let format = if line.holder.readers == Readers::Pupils { sheets::EIGHT } else { sheets::PAGES };
        let id = line.holder.name.id.to_string();
        Self {
            title: W.accounts_new_code(line.holder.name.full()),
            hidden: [
                Hidden::new("vue", view),
                Hidden::new("etat", filter),
                Hidden::new(sheets::FORMAT, format),
                Hidden::new(ALONE, id),
            ],
            print: Button::secondary(W.accounts_print_new()).icon("imprimer"),
        }
    }
}

impl AccountsPage {
    fn new(place: &Place, wanted: &Wanted, all: &[Line], shown: &[Line]) -> Self {
        let path = place.accounts_path();
        let (view, _) = wanted.view(place);
        let filter = wanted.filter();
        let total = i64::try_from(shown.len()).unwrap_or(i64::MAX);
        let pages = shown.len().div_ceil(PAGE).max(1);
        let page = wanted.page().min(pages);
        let never = all.iter().filter(|it| may_be_asked(it) && it.holder.address().is_some()).count();
        let send = format!("{path}/envoi");
        let renewed = all.iter().find(|it| it.holder.name.id.to_string() == wanted.nouveau);
        Self {
            title: W.accounts_of(name_of(place)),
            lead: W.accounts_lead(),
            views: view_tabs(place, view),
            states: state_tabs(place, view, filter, all),
            empty: shown.is_empty().then(|| EmptyState::new("recherche", W.accounts_nobody(), None)),
            action: format!("{path}/impression"),
            renewed: renewed.map(|it| Renewed::new(it, view, filter)),
            hidden: [
                Hidden::new("vue", view),
                Hidden::new("etat", filter),
                Hidden::new("page", page.to_string()),
                Hidden::new("retour", sheets::ACCOUNTS),
            ],
            whole: Checkbox::new(WHOLE, W.accounts_whole(total)),
            format: format_choice(view == "eleves"),
            print: Button::primary(W.accounts_print()).icon("imprimer"),
            // Pupils get theirs in their hand: no letter is offered where they are alone.
            send: shown
                .iter()
                .any(|it| it.holder.readers != Readers::Pupils)
                .then(|| Button::secondary(W.accounts_send()).icon("courrier").action(send.clone())),
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
        State::Waiting => true,
        State::Invited | State::Active | State::Unreached | State::Blocked => false,
    }
}

/// Who has come in nowhere yet, and whom no letter can reach: nobody knows the address.
fn is_unaddressed(line: &Line) -> bool {
    line.state != State::Blocked && invitation::is_unaddressed(&line.holder)
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
fn state_tabs(place: &Place, view: &str, current: &str, all: &[Line]) -> Tabs {
    let path = place.accounts_path();
    let counted = |state: State| i64::try_from(all.iter().filter(|it| it.state == state).count()).unwrap_or(i64::MAX);
    let total = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let mut tabs = vec![Tab::new(W.accounts_total(total), format!("{path}?vue={view}"), current.is_empty())];
    for state in State::ALL {
        let count = counted(*state);
        let is_current = current == state.as_str();
        if count > 0 || is_current {
            let href = format!("{path}?vue={view}&etat={}", state.as_str());
            tabs.push(Tab::new(W.accounts_count(line::word_of(*state), count), href, is_current));
        }
    }
    let lost = i64::try_from(all.iter().filter(|it| is_unaddressed(it)).count()).unwrap_or(i64::MAX);
    if lost > 0 || current == UNADDRESSED {
        let href = format!("{path}?vue={view}&etat={UNADDRESSED}");
        tabs.push(Tab::new(W.accounts_count(W.accounts_unaddressed(), lost), href, current == UNADDRESSED));
    }
    Tabs::new(W.accounts_states(), tabs)
}

fn links(place: &Place) -> Vec<LinkButton> {
    match place.circle {
        Some(_) => vec![LinkButton::secondary(W.sheets(), place.path()).icon("cle")],
        None => {
            let sheets = LinkButton::secondary(W.accounts_team_sheets(), place.path()).icon("cle");
            let renew = || LinkButton::danger(W.mass_title(), format!("{}/renouveler", place.accounts_path()));
            let renew = (!place.deputed).then(|| renew().icon("bouclier"));
            [sheets].into_iter().chain(renew).collect()
        }
    }
}

async fn page(tx: &mut Tx, viewer: &Viewer, place: &Place, wanted: &Wanted) -> Result<AccountsPage> {
    let (all, mut shown) = wanted.lines(tx, place).await?;
    board::name_bearers(tx, viewer, &mut shown).await?;
    Ok(AccountsPage::new(place, wanted, &all, &shown))
}

/// `GET /classes/{circle}/comptes`
pub(crate) async fn show_class(mut visit: SignedIn, Path(id): Path<CircleId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let place = Place::accounts_of_class(&mut tx, &visit.viewer, id).await?;
    let page = page(&mut tx, &visit.viewer, &place, &wanted).await?;
    drop(tx);
    visit.page(W.accounts(), &page)
}

/// `GET /ecoles/{school}/comptes`
pub(crate) async fn show_school(mut visit: SignedIn, Path(id): Path<SchoolId>, Query(wanted): Query<Wanted>) -> Answer {
    let mut tx = visit.read().await?;
    let place = Place::accounts_of_school(&mut tx, &visit.viewer, id).await?;
    let page = page(&mut tx, &visit.viewer, &place, &wanted).await?;
    drop(tx);
    visit.page(W.accounts(), &page)
}
