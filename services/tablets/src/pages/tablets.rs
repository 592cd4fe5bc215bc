//! The devices of a class, as its teacher enrols and ends them.

use super::{forget_session, system};
use crate::{
    W,
    class::Class,
    device::{self, Device, DeviceId},
    pairing,
};
use askama::Template;
use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};
use commons::House;
use db::{Moment, Problems, Tx};
use school::{CircleId, session};
use serde::Deserialize;
use web::{
    Answer, Form, Path, SignedIn, WALL,
    component::{Button, Checkbox, Choice, ErrorSummary, Field, LinkButton, Opt, Status, StatusKind},
    dates, summary,
};

const NAME: &str = "nom";
const LENGTH: &str = "duree";
const CHARTER: &str = "charte";
const YEAR: &str = "annee";
const DAY: &str = "jour";

/// What the form to enrol sends.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Enrolment {
    nom: String,
    duree: String,
    charte: String,
}

impl Enrolment {
    fn is_year_long(&self) -> bool {
        self.duree == YEAR
    }

    fn problems(&self, class: &Class) -> Problems {
        let mut problems = Problems::default();
        problems.require(self.is_year_long() || self.duree == DAY, LENGTH, W.length_missing());
        let read = class.charter_on.is_some() || self.charte == "on";
        problems.require(read, CHARTER, W.charter_missing());
        problems
    }
}

#[derive(Template)]
#[template(path = "tablets.html")]
struct TabletsPage {
    title: String,
    summary: Option<ErrorSummary>,
    path: String,
    name: Field,
    length: Choice,
    charter: Option<Checkbox>,
    enrol: Button,
    ask_code: Button,
    code: Option<ShownCode>,
    devices: Vec<Line>,
    revoke_all: Option<LinkButton>,
    charter_line: String,
    /// Asked once on the page: by the box of the form until it was read, then here, from the next day, for who came since.
    charter_again: Option<Button>,
    badges_line: String,
    badges_action: String,
    badges_button: Button,
    codes: LinkButton,
    /// The page of the class.
    class: String,
}

struct ShownCode {
    figures: String,
    how: String,
    until: String,
}

/// A device of the list.
struct Line {
    name: String,
    status: Status,
    about: String,
    /// Where the teacher says yes to one that waits.
    confirm: Option<(String, Button)>,
    rename: LinkButton,
    /// Where the teacher says no to it.
    refuse: Option<(String, Button)>,
    /// The page that asks before one in use is no more.
    end: Option<LinkButton>,
}

impl Line {
    fn new(class: &Class, device: &Device, now: Moment) -> Self {
        let path = class.path(&format!("/tablettes/{}", device.id));
        let waits = device.confirmed_at.is_none();
        let enrolled = W.device_enrolled(dates::past(device.created_at, now));
        // One that nobody came in by yet shows the wall all the same: it says nothing of its use.
        let used = device.seen_at.map(|at| W.device_used(dates::past(at, now)));
        let until = W.device_until(dates::date(device.until.day()), dates::hour(hour_of(device.until)));
        Self {
            name: device.name.clone(),
            status: match waits {
                true => Status::new(StatusKind::Review, W.device_waits()),
                false => Status::new(StatusKind::Ready, W.device_in_use()),
            },
            about: match waits {
                true => enrolled,
                false => [Some(enrolled), used, Some(until)].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            },
            confirm: waits.then(|| (format!("{path}/accord"), Button::primary(W.device_accept()).icon("cocher"))),
            rename: LinkButton::secondary(W.device_rename(), format!("{path}/nom")).icon("crayon"),
            refuse: waits.then(|| (format!("{path}/fin"), Button::danger(W.device_refuse()))),
            end: (!waits).then(|| LinkButton::danger(W.device_revoke(), format!("{path}/fin"))),
        }
    }
}

fn hour_of(at: Moment) -> jiff::civil::Time {
    db::PARIS.to_datetime(at.timestamp()).time()
}

impl TabletsPage {
    async fn load(
        tx: &mut Tx,
        house: &House,
        class: &Class,
        typed: &Enrolment,
        problems: &Problems,
    ) -> db::Result<Self> {
        let now = tx.now();
        let devices = device::of(tx, class).await?;
        let code = pairing::shown(tx, house, class).await?;
        let open = class.badges_until;
        Ok(Self {
            title: W.tablets_of(&class.circle.name),
            summary: summary(problems),
            path: class.path("/tablettes"),
            name: Field::text(NAME, W.device_name())
                .value(&typed.nom)
                .hint(W.device_name_hint())
                .maxlength(device::LONGEST_NAME)
                .error(problems.of(NAME)),
            length: length(typed, problems),
            charter: class.charter_on.is_none().then(|| {
                Checkbox::new(CHARTER, W.charter_was_read())
                    .checked(typed.charte == "on")
                    .hint(W.charter_was_read_hint())
                    .error(problems.of(CHARTER))
            }),
            enrol: Button::primary(W.enrol_here()).icon("tablette"),
            ask_code: Button::secondary(W.show_code()).icon("cle").action(class.path("/tablettes/code")),
            code: code.map(|(figures, until)| ShownCode {
                figures: spaced(&figures),
                how: W.code_how(format!("{}{WALL}", house.address)),
                until: W.code_until(dates::hour(hour_of(until))),
            }),
            revoke_all: (devices.len() > 1)
                .then(|| LinkButton::danger(W.devices_revoke(), class.path("/tablettes/fin"))),
            devices: devices.iter().map(|device| Line::new(class, device, now)).collect(),
            charter_line: charter_line(class, W.charter_not_read_devices()),
            charter_again: (class.charter_on.is_some() && !class.read_today(now))
                .then(|| Button::secondary(W.charter_note()).icon("lire")),
            badges_line: open.map_or(W.badges_closed().to_owned(), |until| W.badges_open(dates::hour(hour_of(until)))),
            badges_action: class.path(if open.is_some() { "/tablettes/badges/fin" } else { "/tablettes/badges" }),
            badges_button: match open {
                Some(_) => Button::secondary(W.badges_close()).icon("fermer"),
                None => Button::secondary(W.badges_let_in()).icon("code-qr"),
            },
            codes: LinkButton::secondary(W.codes(), class.path("/codes")).icon("cle"),
            class: class.path(""),
        })
    }
}

fn length(typed: &Enrolment, problems: &Problems) -> Choice {
    let year = Opt::new(YEAR, W.length_year()).hint(W.length_year_hint()).checked(typed.is_year_long());
    let day = Opt::new(DAY, W.length_day()).hint(W.length_day_hint()).checked(!typed.is_year_long());
    Choice::radios(LENGTH, W.length(), vec![day, year]).required().error(problems.of(LENGTH))
}

/// When the charter was read in the class, or what is to be done when it was not.
pub(super) fn charter_line(class: &Class, not_read: &str) -> String {
    match class.charter_on.as_ref().and_then(db::Day::date) {
        Some(day) => W.charter_read_on(dates::date(day)),
        None => not_read.to_owned(),
    }
}

/// Three figures, a space, three figures.
fn spaced(figures: &str) -> String {
    let (first, second) = figures.split_at_checked(3).unwrap_or((figures, ""));
    format!("{first} {second}")
}

/// The devices of a class.
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.read().await?;
    let class = Class::load(&mut tx, &viewer, id).await?;
    let blank = Enrolment::default();
    let page = TabletsPage::load(&mut tx, &house, &class, &blank, &Problems::default()).await?;
    drop(tx);
    visit.page(W.tablets(), &page)
}

async fn show_again(mut visit: SignedIn, class: &Class, typed: &Enrolment, problems: &Problems) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.read().await?;
    let page = TabletsPage::load(&mut tx, &house, class, typed, problems).await?;
    drop(tx);
    visit.again(W.tablets(), &page)
}

/// Makes the device in hand one of the class. The teacher goes out of it: it goes from hand to hand.
pub(crate) async fn enrol(
    mut visit: SignedIn,
    headers: HeaderMap,
    Path(id): Path<CircleId>,
    Form(form): Form<Enrolment>,
) -> Answer {
    let (viewer, here) = (visit.viewer.clone(), visit.session.clone());
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &viewer, id).await?;
    let problems = form.problems(&class);
    if !problems.is_empty() {
        drop(tx);
        return show_again(visit, &class, &form, &problems).await;
    }
    if class.charter_on.is_none() {
        class.read_charter(&mut tx, &viewer).await?;
    }
    let name = if form.nom.trim().is_empty() { system(&headers) } else { form.nom.as_str() };
    let (token, seconds) = device::enrol(&mut tx, &class, &viewer, name, form.is_year_long()).await?;
    if let Some(session) = here {
        session::end(&mut tx, viewer.account, &session.token).await?;
    }
    tx.commit().await?;
    let mut response = Redirect::to(WALL).into_response();
    web::append_cookie(&mut response, &web::cookie(web::DEVICE_COOKIE, &token, seconds));
    forget_session(&mut response);
    Ok(response)
}

/// Shows a code to be typed on the device.
pub(crate) async fn open_code(mut visit: SignedIn, Path(id): Path<CircleId>, Form(form): Form<Enrolment>) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &viewer, id).await?;
    let problems = form.problems(&class);
    if !problems.is_empty() {
        drop(tx);
        return show_again(visit, &class, &form, &problems).await;
    }
    if class.charter_on.is_none() {
        class.read_charter(&mut tx, &viewer).await?;
    }
    pairing::open(&mut tx, &house, &class, &viewer, &form.nom, form.is_year_long()).await?;
    tx.commit().await?;
    Ok(visit.done(&class.path("/tablettes"), W.code_shown()))
}

/// Notes that the charter was read aloud today.
pub(crate) async fn read_charter(visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    note_charter(visit, id, "/tablettes").await
}

/// Notes that the charter was read, and leads back to the page of the class it was said on.
pub(super) async fn note_charter(mut visit: SignedIn, id: CircleId, page: &str) -> Answer {
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    class.read_charter(&mut tx, &visit.viewer).await?;
    tx.commit().await?;
    Ok(visit.done(&class.path(page), W.charter_noted()))
}

/// Lets badges in.
pub(crate) async fn open_badges(visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let_badges_in(visit, id, true, W.badges_are_open()).await
}

/// Lets badges in no longer.
pub(crate) async fn close_badges(visit: SignedIn, Path(id): Path<CircleId>) -> Answer {
    let_badges_in(visit, id, false, W.badges_are_closed()).await
}

async fn let_badges_in(mut visit: SignedIn, id: CircleId, open: bool, said: &str) -> Answer {
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    class.let_badges_in(&mut tx, &visit.viewer, open).await?;
    tx.commit().await?;
    Ok(visit.done(&class.path("/tablettes"), said))
}

/// Says yes to a device that waits.
pub(crate) async fn confirm(mut visit: SignedIn, Path((id, device)): Path<(CircleId, DeviceId)>) -> Answer {
    let mut tx = visit.write().await?;
    let class = Class::load(&mut tx, &visit.viewer, id).await?;
    device::confirm(&mut tx, &class, &visit.viewer, device).await?;
    tx.commit().await?;
    Ok(visit.done(&class.path("/tablettes"), W.device_accepted()))
}
