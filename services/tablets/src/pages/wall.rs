//! The wall of a device of the class: who are you? Then, from GS, three pictures.

use super::{Typed, come_in, end_session, forget_session, picture_grid::PictureTile, system};
use crate::{
    W, alert,
    class::{self, Pupil},
    device::{self, Device},
    entry::{self, Way},
    pair, pairing,
    picture::{self, Tried},
};
use askama::Template;
use axum::{
    http::HeaderMap,
    response::{IntoResponse, Redirect},
};
use db::{Error, Problems};
use school::{Door, PersonId, session::Stay};
use serde::Deserialize;
use web::{
    Answer, Form, Paced, Path, Skin, Visit, WALL,
    component::{Button, EmptyState, ErrorSummary, Field, LinkButton, Pictogram, ReadAloud},
    summary,
};

#[derive(Template)]
#[template(path = "wall.html")]
struct WallPage {
    /// What to tap: the colour is said where two have the same animal.
    lead: &'static str,
    tiles: Vec<Tile>,
    empty: Option<EmptyState>,
    listen: ReadAloud,
    badge: LinkButton,
    adults: LinkButton,
}

/// A pupil to tap.
struct Tile {
    /// Whether one tap is enough.
    free: bool,
    href: String,
    colour: usize,
    animal: Pictogram,
    id: String,
    name: String,
    listen: ReadAloud,
}

impl WallPage {
    fn new(pupils: &[Pupil]) -> Self {
        Self {
            lead: if pair::needs_colours(pupils) { W.wall_lead_in_colours() } else { W.wall_lead() },
            tiles: pupils.iter().map(|pupil| Tile::new(pupil, pupils)).collect(),
            empty: pupils.is_empty().then(|| EmptyState::new("classe", W.wall_empty(), None)),
            listen: ReadAloud::new(INSTRUCTION),
            badge: with_a_badge(),
            adults: with_an_account(),
        }
    }
}

/// The door of adults.
pub(super) fn with_an_account() -> LinkButton {
    LinkButton::secondary(W.adults_sign_in(), "/connexion").icon("entrer")
}

fn with_a_badge() -> LinkButton {
    LinkButton::secondary(W.i_have_a_badge(), web::BADGE).icon("code-qr")
}

/// What is read aloud before the tiles.
const INSTRUCTION: &str = "consigne";

impl Tile {
    fn new(pupil: &Pupil, all: &[Pupil]) -> Self {
        let id = format!("eleve-{}", pupil.id);
        Self {
            free: pupil.is_free(),
            href: path_of(pupil.id),
            colour: pupil.pair.colour(),
            animal: Pictogram::new(pupil.animal()),
            name: wall_name(pupil, all),
            listen: ReadAloud::new(id.clone()),
            id,
        }
    }
}

/// The first name alone; with an initial where two share it.
fn wall_name(pupil: &Pupil, all: &[Pupil]) -> String {
    let shared = all.iter().filter(|other| db::fold(&other.first_name) == db::fold(&pupil.first_name)).count() > 1;
    if shared { pupil.name().short() } else { pupil.first_name.clone() }
}

fn path_of(pupil: PersonId) -> String {
    format!("{WALL}/eleves/{pupil}")
}

/// A large page for the smallest.
fn skin(pupils: &[Pupil]) -> Skin {
    if pupils.iter().any(Pupil::is_small) { Skin::PupilCycle1 } else { Skin::Pupil }
}

/// The wall; before that, what makes a device one of a class. Whoever was in by the wall goes out.
pub(crate) async fn show(mut visit: Visit) -> Answer {
    let narrow = visit.session.as_ref().is_some_and(|session| session.door.is_narrow());
    let left = narrow && !visit.is_in_advance() && end_session(&mut visit).await?;
    let token = visit.device().map(str::to_owned);
    let mut tx = visit.read().await?;
    let device = device::find(&mut tx, token.as_deref()).await?;
    let mut response = match device {
        Some(device) if device.confirmed_at.is_some() => {
            let pupils = class::pupils(&mut tx, device.circle_id).await?;
            drop(tx);
            visit.set_wide();
            visit.set_skin(skin(&pupils));
            visit.page(W.wall(), &WallPage::new(&pupils))?
        }
        Some(_) => {
            drop(tx);
            visit.set_refresh(WAIT_SECONDS);
            visit.page(W.waiting(), &WaitingPage { every: WAIT_SECONDS })?
        }
        None => {
            drop(tx);
            visit.page(W.pairing(), &PairingPage::new(token.is_some(), &Problems::default()))?
        }
    };
    if left {
        forget_session(&mut response);
    }
    Ok(response)
}

/// How often a device asks whether the teacher said yes.
const WAIT_SECONDS: u16 = 5;

#[derive(Template)]
#[template(path = "waiting.html")]
struct WaitingPage {
    every: u16,
}

#[derive(Template)]
#[template(path = "pairing.html")]
struct PairingPage {
    /// Whether the device was one of a class, and is no more.
    over: bool,
    summary: Option<ErrorSummary>,
    code: Field,
    button: Button,
    badge: LinkButton,
    adults: LinkButton,
}

impl PairingPage {
    fn new(over: bool, problems: &Problems) -> Self {
        Self {
            over,
            summary: summary(problems),
            code: Field::text("code", W.pairing_code())
                .hint(W.pairing_code_hint())
                .inputmode("numeric")
                .autocomplete("off")
                .maxlength(12)
                .required()
                .error(problems.of("code")),
            button: Button::primary(W.pairing_send()).icon("tablette"),
            badge: with_a_badge(),
            adults: with_an_account(),
        }
    }
}

/// Asks to be a device of the class whose code was typed.
pub(crate) async fn pair(_: Paced, mut visit: Visit, headers: HeaderMap, Form(form): Form<Typed>) -> Answer {
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let Some(pairing) = pairing::take(&mut tx, &house, &form.code).await? else {
        drop(tx);
        let problems = Problems::one("code", W.pairing_code_wrong());
        return visit.again(W.pairing(), &PairingPage::new(false, &problems));
    };
    let name = pairing.name.as_deref().unwrap_or_else(|| system(&headers));
    let (token, seconds) = device::wait(&mut tx, &pairing, name).await?;
    tx.commit().await?;
    let mut response = Redirect::to(WALL).into_response();
    web::append_cookie(&mut response, &web::cookie(web::DEVICE_COOKIE, &token, seconds));
    Ok(response)
}

/// The pupil of an address, on the device of the class; nothing where the device is none any more.
async fn before_the_wall(visit: &mut Visit, id: PersonId) -> db::Result<Option<(Device, Pupil)>> {
    let token = visit.device().map(str::to_owned);
    let mut tx = visit.read().await?;
    let Some(device) = device::confirmed(&mut tx, token.as_deref()).await? else { return Ok(None) };
    let pupil = class::pupil(&mut tx, device.circle_id, id).await?;
    Ok(Some((device, pupil)))
}

/// Lets one of the youngest in; leads the others to their pictures.
pub(crate) async fn enter(_: Paced, mut visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let Some((device, pupil)) = before_the_wall(&mut visit, id).await? else {
        return Ok(Redirect::to(WALL).into_response());
    };
    if !pupil.is_free() {
        return Ok(Redirect::to(&path_of(id)).into_response());
    }
    open(visit, &device, &pupil).await
}

async fn open(mut visit: Visit, device: &Device, pupil: &Pupil) -> Answer {
    end_session(&mut visit).await?;
    let way = Way { door: Door::Tablet, stay: Stay::Wall, device: Some(device), name: &device.name };
    let mut tx = visit.write().await?;
    match entry::let_in(&mut tx, &pupil.name(), &way).await {
        Ok(token) => {
            tx.commit().await?;
            Ok(come_in(&token, Stay::Wall, "/"))
        }
        Err(Error::Forbidden) => Ok(visit.not_done(WALL, W.ask_your_teacher())),
        Err(other) => Err(other.into()),
    }
}

#[derive(Template)]
#[template(path = "three_pictures.html")]
struct PicturesPage {
    animal: Pictogram,
    name: String,
    /// Which of the three is asked for: « La première image ».
    step: &'static str,
    problem: Option<&'static str>,
    /// Whether there is anything to press.
    open: bool,
    action: String,
    chosen: String,
    done: Vec<PictureTile>,
    tiles: Vec<PictureTile>,
    listen: ReadAloud,
    back: LinkButton,
}

impl PicturesPage {
    fn new(pupil: &Pupil, chosen: &[&str], problem: Option<&'static str>, open: bool) -> Self {
        Self {
            animal: Pictogram::new(pupil.animal()),
            name: pupil.first_name.clone(),
            step: match chosen.len() {
                0 => W.first_picture(),
                1 => W.second_picture(),
                _ => W.third_picture(),
            },
            problem,
            open,
            action: format!("{}/images", path_of(pupil.id)),
            chosen: chosen.join("."),
            done: chosen.iter().filter_map(|name| picture::find(name)).map(PictureTile::new).collect(),
            tiles: PictureTile::all(),
            listen: ReadAloud::new(INSTRUCTION),
            back: LinkButton::secondary(W.back_to_wall(), WALL).icon("gauche"),
        }
    }
}

/// The first of the three pictures.
pub(crate) async fn ask_pictures(mut visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let Some((_, pupil)) = before_the_wall(&mut visit, id).await? else {
        return Ok(Redirect::to(WALL).into_response());
    };
    let now = visit.site.house.db.now();
    let (problem, open) = match (pupil.has_pictures(now), pupil.is_locked(now)) {
        (false, _) => (Some(W.no_pictures_yet()), false),
        (true, true) => (Some(W.pictures_locked()), false),
        (true, false) => (None, true),
    };
    let page = drawn(&mut visit, &pupil, &[], problem, open);
    visit.page(W.my_pictures(), &page)
}

/// The page of the pictures, as large as its pupil is small.
fn drawn(visit: &mut Visit, pupil: &Pupil, chosen: &[&str], problem: Option<&'static str>, open: bool) -> PicturesPage {
    visit.set_wide();
    visit.set_skin(if pupil.is_small() { Skin::PupilCycle1 } else { Skin::Pupil });
    PicturesPage::new(pupil, chosen, problem, open)
}

/// The picture pressed, after those pressed before.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Pressed {
    deja: String,
    image: String,
}

/// Takes one picture more; tries the three.
pub(crate) async fn try_pictures(
    _: Paced,
    mut visit: Visit,
    Path(id): Path<PersonId>,
    Form(form): Form<Pressed>,
) -> Answer {
    let Some((device, pupil)) = before_the_wall(&mut visit, id).await? else {
        return Ok(Redirect::to(WALL).into_response());
    };
    let pressed = form.deja.split('.').chain([form.image.as_str()]);
    let chosen: Vec<&str> = pressed.filter_map(picture::find).map(|picture| picture.0).take(picture::LENGTH).collect();
    if chosen.len() < picture::LENGTH {
        let page = drawn(&mut visit, &pupil, &chosen, None, true);
        return visit.page(W.my_pictures(), &page);
    }
    let house = visit.site.house.clone();
    let mut tx = visit.write().await?;
    let tried = picture::attempt(&mut tx, &house, pupil.id, &chosen).await?;
    if tried != Tried::Right {
        alert::note(&mut tx, device.circle_id, device.school_id, Some(pupil.id), Door::Tablet).await?;
    }
    tx.commit().await?;
    let (problem, again) = match tried {
        Tried::Right => return open(visit, &device, &pupil).await,
        Tried::Wrong => (W.pictures_wrong(), true),
        Tried::Locked => (W.pictures_locked(), false),
        Tried::Nothing => (W.no_pictures_yet(), false),
    };
    let page = drawn(&mut visit, &pupil, &[], Some(problem), again);
    visit.again(W.my_pictures(), &page)
}
