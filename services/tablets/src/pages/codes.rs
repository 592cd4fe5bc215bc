//! What the pupils of a class come in with: the list, and the cards of all of them.

use super::{all_pictures::AllPictures, child, paper, tablets};
use crate::{
    W, badge,
    class::{self, Class, Pupil},
    home_code,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use commons::{
    access::{self, Topic},
    audit::Action,
};
use db::{Error, Moment, Tx};
use school::{CircleId, School, Viewer, account};
use serde::Deserialize;
use web::{
    Answer, AskPage, Form, Path, SignedIn,
    component::{Button, EmptyState, LinkButton, Pictogram, Status, StatusKind},
};

#[derive(Template)]
#[template(path = "codes.html")]
struct CodesPage {
    title: String,
    path: String,
    tablets: LinkButton,
    /// The page of the class.
    class: String,
    lines: Vec<Line>,
    empty: Option<EmptyState>,
    pictures: Option<AllPictures>,
    charter_line: String,
    /// A class that has badges and no device of its own notes it here, once a day.
    charter: Option<Button>,
    badges: Button,
    /// The page that asks first, when badges printed before would work no more.
    ask_badges: Option<LinkButton>,
    home_codes: Button,
}

struct Line {
    name: String,
    href: String,
    animal: Pictogram,
    status: Status,
    /// The badge and the phrase given.
    about: String,
}

/// How a pupil passes the wall, as a mark.
pub(super) fn status(pupil: &Pupil, now: Moment) -> Status {
    if pupil.is_free() {
        Status::new(StatusKind::Ready, W.state_free())
    } else if pupil.is_locked(now) {
        Status::new(StatusKind::Withdrawn, W.state_locked())
    } else if pupil.has_pictures(now) {
        Status::new(StatusKind::Ready, W.state_pictures())
    } else {
        Status::new(StatusKind::Draft, W.state_nothing())
    }
}

/// The pupils of a class, and what each comes in with.
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let now = tx.now();
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    let pupils = class::pupils(&mut tx, id).await?;
    drop(tx);
    let line = |pupil: &Pupil| Line {
        name: pupil.name().full(),
        href: class.path(&format!("/codes/{}", pupil.id)),
        animal: Pictogram::new(pupil.animal()),
        status: status(pupil, now),
        about: [child::badge_line(pupil), child::phrase_line(pupil)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
    };
    let page = CodesPage {
        title: W.codes_of(&class.circle.name),
        path: class.path("/codes"),
        tablets: LinkButton::secondary(W.tablets(), class.path("/tablettes")).icon("tablette"),
        class: class.path(""),
        lines: pupils.iter().map(line).collect(),
        empty: pupils.is_empty().then(|| EmptyState::new("classe", W.no_pupil(), None)),
        pictures: AllPictures::of(&class, &pupils, now),
        charter_line: tablets::charter_line(&class, W.charter_not_read_badges()),
        charter: (!class.read_today(now)).then(|| Button::secondary(W.charter_note()).icon("lire")),
        badges: Button::secondary(W.badges_print()).icon("imprimer"),
        ask_badges: (given_badges(&pupils) > 0)
            .then(|| LinkButton::secondary(W.badges_print(), class.path("/codes/badges")).icon("imprimer")),
        home_codes: Button::secondary(W.home_codes_print()).icon("imprimer"),
    };
    visit.page(W.codes(), &page)
}

/// Notes that the charter was read aloud today, where no device has to be enrolled.
pub(crate) async fn read_charter(visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    tablets::note_charter(visit, id, "/codes").await
}

/// How many pupils have a badge already.
fn given_badges(pupils: &[Pupil]) -> i64 {
    let count = pupils.iter().filter(|pupil| pupil.badge_at.is_some()).count();
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Asks before the badges printed already work no more.
pub(crate) async fn ask_badges(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let mut tx = visit.read().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    let given = given_badges(&class::pupils(&mut tx, id).await?);
    drop(tx);
    let button = replace_button(W.badges_print_anew());
    let back = LinkButton::secondary(W.back_to_codes(), class.path("/codes")).icon("gauche");
    let page =
        AskPage::new(W.badges_ask(), class.path("/codes/badges"), button, back).says(W.badges_ask_cost(given)).whole();
    visit.page(W.badges_print(), &page)
}

/// What the button of a page that asks before badges are replaced sends; a page left open since before there were any does not.
const REPLACE: &str = "remplacer";

/// The button of such a page.
pub(super) fn replace_button(label: &str) -> Button {
    Button::danger(label).icon("imprimer").name_value(REPLACE, "on")
}

/// What a form that prints badges sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Replacing {
    remplacer: String,
}

impl Replacing {
    /// Whether badges that work may stop doing so: it was asked.
    pub(super) fn is_sure(&self) -> bool {
        self.remplacer == "on"
    }
}

/// The badges of the whole class, new each time.
pub(crate) async fn print_badges(mut visit: SignedIn, Path(id): Path<CircleId>, Form(form): Form<Replacing>) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &viewer, id).await?;
    if !form.is_sure() && given_badges(&class::pupils(&mut tx, id).await?) > 0 {
        return Ok(Redirect::to(&class.path("/codes/badges")).into_response());
    }
    let school = School::load(&mut tx, class.circle.school_id).await?;
    let mut sheets = Vec::new();
    for pupil in printable(&mut tx, &class).await? {
        let given = badge::give(&mut tx, &house, &pupil.name(), viewer.account).await?;
        sheets.push(paper::badge(&house, &school, &class, &pupil.name(), &given));
    }
    if sheets.is_empty() {
        return Ok(visit.not_done(&class.path("/codes"), W.no_pupil()));
    }
    note_print(&mut tx, &viewer, &class, "badges").await?;
    tx.commit().await?;
    Ok(paper::print_badges(&class, sheets).await?)
}

/// The slips with the codes of the families of the class, made for those who have none.
pub(crate) async fn print_home_codes(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &viewer, id).await?;
    let school = School::load(&mut tx, class.circle.school_id).await?;
    let mut sheets = Vec::new();
    for pupil in printable(&mut tx, &class).await? {
        let code = home_code::ready(&mut tx, &house, &pupil.name(), viewer.account).await?;
        sheets.push(paper::home_code(&house, &school, &class, &pupil.name(), &code));
    }
    if sheets.is_empty() {
        return Ok(visit.not_done(&class.path("/codes"), W.no_pupil()));
    }
    note_print(&mut tx, &viewer, &class, "home codes").await?;
    tx.commit().await?;
    Ok(paper::print_home_codes(&class, sheets).await?)
}

/// The pupils a card is made for. An account that was closed gets none, and spoils nobody else's.
async fn printable(tx: &mut Tx, class: &Class) -> db::Result<Vec<Pupil>> {
    let mut open = Vec::new();
    for pupil in class::pupils(tx, class.circle.id).await? {
        match account::open_for_pupil(tx, &pupil.name()).await {
            Ok(_) => open.push(pupil),
            Err(Error::Forbidden) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(open)
}

/// Codes that were printed are codes somebody saw.
async fn note_print(tx: &mut Tx, viewer: &Viewer, class: &Class, what: &str) -> db::Result<()> {
    class.journal(tx, viewer, Action::ChildSecretChanged, what).await?;
    let people: Vec<_> = class::pupils(tx, class.circle.id).await?.into_iter().map(|pupil| pupil.id).collect();
    access::note(tx, viewer, people, Topic::Sheets, None).await
}
