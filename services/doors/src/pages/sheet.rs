//! Connection sheets: who has come in, what to print, a new code for who forgot everything.

use super::board::{RENEWED, Wanted};
use crate::{
    W,
    holder::Holder,
    renewal::{self, RENEWAL},
    sheet::{self, Layout, Place, Readers},
};
use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use db::{Error, Tx};
use pdf::Sheet;
use school::{CircleId, PersonId, SchoolId, person::Name};
use serde::Deserialize;
use tokio::task::spawn_blocking;
use web::{
    Answer, Form, Path, Query, SignedIn,
    component::{Button, Choice as Question, EmptyState, Hidden, Opt, Status, StatusKind, Tab, Tabs},
};

/// For whom, in an address or a form: pupils, or anybody else's word for families; how sheets lie on paper; where to go back to.
#[derive(Deserialize)]
pub(crate) struct Choice {
    #[serde(default)]
    pour: String,
    #[serde(default)]
    format: String,
    #[serde(default)]
    retour: String,
    #[serde(default)]
    vue: String,
    #[serde(default)]
    etat: String,
    #[serde(default)]
    page: String,
}

const PUPILS: &str = "eleves";
const FAMILIES: &str = "familles";
/// The field of how sheets lie on paper.
pub(super) const FORMAT: &str = "format";
/// A page each.
pub(super) const PAGES: &str = "page";
/// Eight to a page.
pub(super) const EIGHT: &str = "huit";
/// Whoever comes from the accounts goes back to them.
pub(super) const ACCOUNTS: &str = "comptes";

impl Choice {
    fn readers(&self) -> Readers {
        if self.pour == PUPILS { Readers::Pupils } else { Readers::Families }
    }

    /// The same in a school, where the team comes first.
    fn readers_in_school(&self) -> Readers {
        match self.pour.as_str() {
            PUPILS => Readers::Pupils,
            FAMILIES => Readers::Families,
            _ => Readers::Team,
        }
    }

    /// Pupils have cards, which are small; for adults it is chosen.
    fn layout(&self, readers: Readers) -> Layout {
        if readers == Readers::Pupils { Layout::Eight } else { layout_of(&self.format) }
    }

    fn back(&self, place: &Place, sheets: String) -> String {
        if self.retour == ACCOUNTS { self.wanted().address_here(place) } else { sheets }
    }

    /// The list of accounts one comes from.
    fn wanted(&self) -> Wanted {
        Wanted::new(&self.vue, &self.etat, &self.page)
    }
}

/// The layout of a word.
pub(super) fn layout_of(word: &str) -> Layout {
    if word == EIGHT { Layout::Eight } else { Layout::Pages }
}

/// How sheets lie on paper.
pub(super) fn format_choice(eight: bool) -> Question {
    let options = vec![
        Opt::new(PAGES, W.sheets_format_page()).checked(!eight),
        Opt::new(EIGHT, W.sheets_format_eight()).checked(eight),
    ];
    Question::select(FORMAT, W.sheets_format(), options)
}

fn word_of(readers: Readers) -> &'static str {
    if readers == Readers::Pupils { PUPILS } else { FAMILIES }
}

#[derive(Template)]
#[template(path = "sheets.html")]
struct SheetsPage {
    title: String,
    lead: &'static str,
    action: String,
    tabs: Option<Tabs>,
    readers: Hidden,
    counted: String,
    format: Option<Question>,
    print: Option<Button>,
    empty: Option<EmptyState>,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    children: String,
    status: Status,
    /// For who has come in already.
    renewal: Option<Renewal>,
}

/// A new code for somebody: a line to open, which says what it costs before it can be asked for.
struct Renewal {
    action: String,
    ask: String,
    cost: String,
    button: Button,
}

impl SheetsPage {
    fn new(place: &Place, readers: Readers, holders: &[Holder]) -> Self {
        let total = i64::try_from(holders.len()).unwrap_or(i64::MAX);
        let active = i64::try_from(holders.iter().filter(|it| it.active).count()).unwrap_or(i64::MAX);
        Self {
            title: W.sheets_of(place.name()),
            lead: match readers {
                Readers::Families => W.sheets_families_lead(),
                Readers::Pupils => W.sheets_pupils_lead(),
                Readers::Team => W.sheets_team_lead(),
            },
            action: place.path(),
            tabs: tabs(place, readers),
            readers: Hidden::new("pour", word_of(readers)),
            counted: W.sheets_counted(total, active),
            format: (readers != Readers::Pupils).then(|| format_choice(false)),
            print: (total > 0).then(|| Button::primary(W.sheets_print(total)).icon("imprimer")),
            empty: (total == 0).then(|| EmptyState::new("recherche", W.sheets_nobody(), None)),
            lines: holders.iter().map(|holder| Line::new(place, holder)).collect(),
        }
    }
}

fn tabs(place: &Place, readers: Readers) -> Option<Tabs> {
    place.circle.as_ref()?;
    let tab =
        |label: &str, word: &str, of: Readers| Tab::new(label, format!("{}?pour={word}", place.path()), readers == of);
    let families = tab(W.sheets_families(), FAMILIES, Readers::Families);
    Some(Tabs::new(W.sheets_for(), vec![families, tab(W.sheets_pupils(), PUPILS, Readers::Pupils)]))
}

impl Line {
    fn new(place: &Place, holder: &Holder) -> Self {
        let name = holder.name.full();
        let renewal = holder.active.then(|| Renewal {
            action: format!("{}/{}/code", place.path(), holder.name.id),
            ask: W.sheets_renew(&name),
            cost: W.sheets_renew_cost(web::of_name(&name)),
            button: Button::danger(W.sheets_renew_now(&name)).icon("cle"),
        });
        let status = match holder.active {
            true => Status::new(StatusKind::Ready, W.sheets_active()),
            false => Status::new(StatusKind::Draft, W.sheets_waiting()),
        };
        Self { children: holder.children.join(", "), status, renewal, name }
    }
}

/// The sheets of a class.
pub(crate) async fn show_class(mut visit: SignedIn, Path(id): Path<CircleId>, Query(choice): Query<Choice>) -> Answer {
    let mut tx = visit.read().await?;
    let place = Place::class(&mut tx, &visit.viewer, id).await?;
    let holders = place.holders(&mut tx, choice.readers()).await?;
    drop(tx);
    visit.page(W.sheets(), &SheetsPage::new(&place, choice.readers(), &holders))
}

/// Prints the sheets of a class.
pub(crate) async fn print_class(mut visit: SignedIn, Path(id): Path<CircleId>, Form(choice): Form<Choice>) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let place = Place::class(&mut tx, &viewer, id).await?;
    let readers = choice.readers();
    let holders = place.holders(&mut tx, readers).await?;
    let sheets = sheet::prepare(&mut tx, &house, &viewer, &place, &format!("{readers:?}"), &holders).await?;
    tx.commit().await?;
    if sheets.is_empty() {
        return Ok(visit.not_done(&place.path(), W.sheets_nobody()));
    }
    paper(place.name(), choice.layout(readers), sheets).await
}

/// Gives somebody of a class a new code.
pub(crate) async fn renew_in_class(
    mut visit: SignedIn,
    Path((id, person)): Path<(CircleId, PersonId)>,
    Form(choice): Form<Choice>,
) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let place = Place::class(&mut tx, &viewer, id).await?;
    let back = choice.back(&place, format!("{}?pour={}", place.path(), word_of(choice.readers())));
    let renewed = renewal::renew(&mut tx, &viewer, &place, choice.readers(), person).await;
    finish(&visit, tx, &choice, back, renewed).await
}

/// The sheets of a school's team.
pub(crate) async fn show_team(mut visit: SignedIn, Path(id): Path<SchoolId>) -> Answer {
    let mut tx = visit.read().await?;
    let place = Place::team(&mut tx, &visit.viewer, id).await?;
    let holders = place.holders(&mut tx, Readers::Team).await?;
    drop(tx);
    visit.page(W.sheets(), &SheetsPage::new(&place, Readers::Team, &holders))
}

/// Prints the sheets of a school's team.
pub(crate) async fn print_team(mut visit: SignedIn, Path(id): Path<SchoolId>, Form(choice): Form<Choice>) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let place = Place::team(&mut tx, &viewer, id).await?;
    let holders = place.holders(&mut tx, Readers::Team).await?;
    let sheets = sheet::prepare(&mut tx, &house, &viewer, &place, "Team", &holders).await?;
    tx.commit().await?;
    if sheets.is_empty() {
        return Ok(visit.not_done(&place.path(), W.sheets_nobody()));
    }
    paper(place.name(), choice.layout(Readers::Team), sheets).await
}

/// Gives somebody of a school a new code: of its team, or from its accounts.
pub(crate) async fn renew_in_school(
    mut visit: SignedIn,
    Path((id, person)): Path<(SchoolId, PersonId)>,
    Form(choice): Form<Choice>,
) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.write().await?;
    let place = Place::team(&mut tx, &viewer, id).await?;
    let renewed = renewal::renew(&mut tx, &viewer, &place, choice.readers_in_school(), person).await;
    let back = choice.back(&place, place.path());
    finish(&visit, tx, &choice, back, renewed).await
}

/// Goes back to where the code was asked for: with who got one, or why nobody did.
async fn finish(visit: &SignedIn, tx: Tx, choice: &Choice, back: String, renewed: db::Result<Name>) -> Answer {
    let name = match renewed {
        Ok(name) => name,
        Err(Error::Invalid(problems)) => {
            return Ok(visit.not_done(&back, &problems.of(RENEWAL).unwrap_or_default()));
        }
        Err(other) => return Err(other.into()),
    };
    tx.commit().await?;
    let told = W.sheets_renewed(name.full());
    if choice.retour != ACCOUNTS {
        return Ok(visit.done(&back, &told));
    }
    // The address of a list of accounts says its view: another word follows it.
    Ok(visit.done(&format!("{back}&{RENEWED}={}", name.id), &told))
}

/// The document, drawn aside: a whole school takes a moment. Its name tells nobody's.
pub(super) async fn paper(place: &str, layout: Layout, sheets: Vec<Sheet>) -> Answer {
    let title = W.sheets_title(place);
    let drawn = spawn_blocking(move || sheet::draw(&title, layout, &sheets));
    Ok(as_file(drawn.await.map_err(Error::fault)??))
}

fn as_file(bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"fiches-de-connexion.pdf\""),
    ];
    (headers, bytes).into_response()
}
