//! What one pupil comes in with: an animal, three pictures, a badge, a phrase.

use super::{codes, paper, picture_grid::PictureTile};
use crate::{
    W, badge,
    class::{self, Class, Pupil},
    pair::MOST_OF_AN_ANIMAL,
    phrase,
    picture::{self, ANIMALS},
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use commons::{
    audit::{self, Action},
    secret,
};
use db::{Error, Moment, Tx};
use school::{
    CircleId, PersonId, School, Viewer,
    account::{self, Account},
    session,
};
use serde::Deserialize;
use web::{
    Answer, AskPage, Form, Path, SignedIn,
    component::{Button, Choice, LinkButton, Opt, Pictogram, Status},
    dates,
};

/// To the page of the pupil.
fn back(class: &Class, pupil: &Pupil) -> LinkButton {
    LinkButton::secondary(W.back_to_child(web::of_name(&pupil.first_name)), path_of(class, pupil)).icon("gauche")
}

#[derive(Template)]
#[template(path = "child.html")]
struct ChildPage {
    name: String,
    path: String,
    animal: Pictogram,
    status: Status,
    /// « Sur le mur : chat, cadre bleu. »
    animal_line: String,
    animals: Choice,
    choose_animal: Button,
    pictures: Option<PicturesPart>,
    badge_line: String,
    badge: Button,
    /// The page that asks first, when a badge printed before would work no more.
    ask_print: Option<LinkButton>,
    take_badge: Option<LinkButton>,
    phrase_line: Option<String>,
    phrase: Option<Button>,
    back: LinkButton,
}

struct PicturesPart {
    draw: Button,
    choose: LinkButton,
    /// The page that asks before the pictures are taken back.
    take_back: Option<LinkButton>,
    unlock: Option<Button>,
}

impl ChildPage {
    fn new(class: &Class, pupil: &Pupil, all: &[Pupil], now: Moment) -> Self {
        let path = class.path(&format!("/codes/{}", pupil.id));
        Self {
            name: pupil.name().full(),
            animal: Pictogram::new(pupil.animal()),
            status: codes::status(pupil, now),
            animal_line: W.animal_shown(word_of(pupil.animal()), pupil.pair.colour_word()),
            animals: animals(pupil, all),
            choose_animal: Button::secondary(W.animal_choose()),
            pictures: (!pupil.is_free()).then(|| PicturesPart {
                draw: Button::primary(W.pictures_draw()).icon("etoile"),
                choose: LinkButton::secondary(W.pictures_choose(), format!("{path}/images")).icon("image"),
                take_back: pupil
                    .has_pictures(now)
                    .then(|| LinkButton::danger(W.pictures_take_back(), format!("{path}/images/fin"))),
                unlock: pupil.is_locked(now).then(|| Button::primary(W.pictures_unlock()).icon("cadenas")),
            }),
            badge_line: badge_line(pupil).unwrap_or_else(|| W.no_badge().to_owned()),
            badge: Button::secondary(W.badge_print()).icon("imprimer"),
            ask_print: pupil
                .badge_at
                .map(|_| LinkButton::secondary(W.badge_print(), format!("{path}/badge")).icon("imprimer")),
            take_badge: pupil.badge_at.map(|_| LinkButton::danger(W.badge_take_back(), format!("{path}/badge/fin"))),
            phrase_line: phrase_line(pupil),
            phrase: pupil.types_phrases().then(|| Button::secondary(phrase_word(pupil)).icon("cle")),
            back: LinkButton::secondary(W.back_to_codes(), class.path("/codes")).icon("gauche"),
            path,
        }
    }
}

/// « Badge donné le 5 octobre 2026. »
pub(super) fn badge_line(pupil: &Pupil) -> Option<String> {
    pupil.badge_at.map(|at| W.badge_since(dates::date(at.day())))
}

/// « Phrase donnée le 5 octobre 2026. »
pub(super) fn phrase_line(pupil: &Pupil) -> Option<String> {
    pupil.phrase_at.map(|at| W.phrase_since(dates::date(at.day())))
}

fn phrase_word(pupil: &Pupil) -> &'static str {
    if pupil.phrase_at.is_some() { W.phrase_give_another() } else { W.phrase_give() }
}

const ANIMAL: &str = "animal";

/// The animals to choose among. A colour tells two of the same apart: what is marked is the pair the others have already, for
/// which this pupil would get another colour.
fn animals(pupil: &Pupil, all: &[Pupil]) -> Choice {
    let colour = pupil.pair.colour();
    let has = |other: &Pupil, name: &str| other.pair.animal() == name && other.pair.colour() == colour;
    let is_taken = |name: &str| all.iter().any(|other| other.id != pupil.id && has(other, name));
    let label = |name: &str| match is_taken(name) {
        true => W.animal_taken(word_of(name), pupil.pair.colour_word()),
        false => word_of(name).to_owned(),
    };
    let options = ANIMALS.iter().map(|name| Opt::new(*name, label(name)).checked(*name == pupil.animal()));
    Choice::select(ANIMAL, W.animal(), options.collect())
}

fn word_of(animal: &str) -> &'static str {
    picture::find(animal).map_or("", |picture| (picture.1)())
}

/// A class and one of its pupils, for who opens its doors.
async fn load(tx: &mut Tx, viewer: &Viewer, class: CircleId, id: PersonId) -> db::Result<(Class, Pupil)> {
    let class = Class::load(tx, viewer, class).await?;
    let pupil = class::pupil(tx, class.circle.id, id).await?;
    Ok((class, pupil))
}

fn path_of(class: &Class, pupil: &Pupil) -> String {
    class.path(&format!("/codes/{}", pupil.id))
}

/// Keeps in the journal what a pupil was given, or had taken back.
pub(super) async fn journal(tx: &mut Tx, viewer: &Viewer, pupil: &Pupil, what: &str) -> db::Result<()> {
    let subject = Some(pupil.id.to_string());
    audit::write(tx, Some(viewer.account), Action::ChildSecretChanged, subject, Some(what)).await
}

/// The page of a pupil.
pub(crate) async fn show(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.read().await?;
    let (class, pupil) = load(&mut tx, &visit.viewer, id, person).await?;
    let all = class::pupils(&mut tx, class.circle.id).await?;
    let now = tx.now();
    drop(tx);
    visit.page(W.codes(), &ChildPage::new(&class, &pupil, &all, now))
}

#[derive(Template)]
#[template(path = "choose_pictures.html")]
struct ChoosePage {
    title: String,
    action: String,
    problem: Option<&'static str>,
    rounds: Vec<Round>,
    button: Button,
    back: LinkButton,
}

/// One of the three choices.
struct Round {
    name: &'static str,
    word: &'static str,
    tiles: Vec<Radio>,
}

/// A picture that can be the one.
struct Radio {
    tile: PictureTile,
    ticked: bool,
}

impl ChoosePage {
    fn new(class: &Class, pupil: &Pupil, chosen: &Chosen, problem: Option<&'static str>) -> Self {
        let rounds = [
            ("premiere", W.first_picture(), &chosen.premiere),
            ("deuxieme", W.second_picture(), &chosen.deuxieme),
            ("troisieme", W.third_picture(), &chosen.troisieme),
        ];
        let round = |(name, word, ticked): (&'static str, &'static str, &String)| Round {
            name,
            word,
            tiles: PictureTile::all()
                .into_iter()
                .map(|tile| Radio { ticked: tile.name == ticked.as_str(), tile })
                .collect(),
        };
        Self {
            title: W.pictures_of(web::of_name(&pupil.first_name)),
            action: format!("{}/images", path_of(class, pupil)),
            problem,
            rounds: rounds.into_iter().map(round).collect(),
            button: Button::primary(W.pictures_keep()),
            back: back(class, pupil),
        }
    }
}

/// The pictures chosen with the child, or left to chance.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Chosen {
    hasard: String,
    premiere: String,
    deuxieme: String,
    troisieme: String,
}

impl Chosen {
    /// The three, when they are three different ones.
    fn pictures(&self) -> Option<Vec<&'static str>> {
        let names = [&self.premiere, &self.deuxieme, &self.troisieme];
        let mut chosen: Vec<&'static str> = Vec::new();
        for picture in names.into_iter().filter_map(|name| picture::find(name)) {
            if !chosen.contains(&picture.0) {
                chosen.push(picture.0);
            }
        }
        (chosen.len() == picture::LENGTH).then_some(chosen)
    }
}

/// The page to choose three pictures with the child.
pub(crate) async fn choose(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let viewer = visit.viewer.clone();
    let mut tx = visit.read().await?;
    let (class, pupil) = load(&mut tx, &viewer, id, person).await?;
    drop(tx);
    visit.set_wide();
    visit.page(W.pictures_choose(), &ChoosePage::new(&class, &pupil, &Chosen::default(), None))
}

#[derive(Template)]
#[template(path = "given.html")]
struct GivenPage {
    title: String,
    lead: String,
    pictures: Vec<PictureTile>,
    login: Option<String>,
    phrase: Option<String>,
    back: LinkButton,
}

/// Gives three pictures, and shows them this once.
pub(crate) async fn give_pictures(
    mut visit: SignedIn,
    Path((id, person)): Path<(CircleId, PersonId)>,
    Form(chosen): Form<Chosen>,
) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let (class, pupil) = load(&mut tx, &viewer, id, person).await?;
    let given = if chosen.hasard == "on" { Some(picture::draw(&tx)) } else { chosen.pictures() };
    let Some(given) = given else {
        drop(tx);
        visit.set_wide();
        let page = ChoosePage::new(&class, &pupil, &chosen, Some(W.pictures_missing()));
        return visit.again(W.pictures_choose(), &page);
    };
    picture::give(&mut tx, &house, pupil.id, &given).await?;
    journal(&mut tx, &viewer, &pupil, "pictures").await?;
    tx.commit().await?;
    let page = GivenPage {
        title: W.pictures_of(web::of_name(&pupil.first_name)),
        lead: W.pictures_given().to_owned(),
        pictures: given.into_iter().filter_map(picture::find).map(PictureTile::new).collect(),
        login: None,
        phrase: None,
        back: back(&class, &pupil),
    };
    visit.page(W.pictures(), &page)
}

/// Asks before the pictures are taken back.
pub(crate) async fn ask_take_pictures(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.read().await?;
    let now = tx.now();
    let (class, pupil) = load(&mut tx, &visit.viewer, id, person).await?;
    drop(tx);
    if !pupil.has_pictures(now) {
        return Err(Error::NotFound.into());
    }
    let title = W.pictures_take_back_ask(web::of_name(&pupil.first_name));
    let action = format!("{}/images/fin", path_of(&class, &pupil));
    let button = Button::danger(W.pictures_take_back());
    let page = AskPage::new(title, action, button, back(&class, &pupil)).says(W.pictures_take_back_cost());
    visit.page(W.pictures_take_back(), &page)
}

/// Takes the pictures back.
pub(crate) async fn take_pictures(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.write().await?;
    let (class, pupil) = load(&mut tx, &visit.viewer, id, person).await?;
    picture::take_back(&mut tx, pupil.id).await?;
    journal(&mut tx, &visit.viewer, &pupil, "pictures taken back").await?;
    tx.commit().await?;
    Ok(visit.done(&path_of(&class, &pupil), W.pictures_taken_back()))
}

/// Opens what mistakes had closed.
pub(crate) async fn unlock(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.write().await?;
    let (class, pupil) = load(&mut tx, &visit.viewer, id, person).await?;
    picture::unlock(&mut tx, pupil.id).await?;
    tx.commit().await?;
    Ok(visit.done(&path_of(&class, &pupil), W.pictures_unlocked()))
}

/// The animal chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Animal {
    animal: String,
}

/// Chooses the animal that stands for the pupil.
pub(crate) async fn choose_animal(
    mut visit: SignedIn,
    Path((id, person)): Path<(CircleId, PersonId)>,
    Form(form): Form<Animal>,
) -> Answer {
    let mut tx = visit.write().await?;
    let (class, pupil) = load(&mut tx, &visit.viewer, id, person).await?;
    let Some(animal) = ANIMALS.iter().find(|name| **name == form.animal) else {
        return Err(Error::NotFound.into());
    };
    let all = class::pupils(&mut tx, class.circle.id).await?;
    let others = all.iter().filter(|other| other.id != pupil.id && other.animal.as_deref() == Some(*animal));
    if others.count() >= MOST_OF_AN_ANIMAL {
        drop(tx);
        return Ok(visit.not_done(&path_of(&class, &pupil), W.animal_full()));
    }
    picture::choose_animal(&mut tx, pupil.id, animal).await?;
    tx.commit().await?;
    Ok(visit.done(&path_of(&class, &pupil), W.animal_chosen()))
}

/// Asks before a badge that works is replaced.
pub(crate) async fn ask_print_badge(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let (class, pupil) = load_with_badge(&mut visit, id, person).await?;
    let title = W.badge_print_ask(web::of_name(&pupil.first_name));
    let action = format!("{}/badge", path_of(&class, &pupil));
    let button = codes::replace_button(W.badge_print_anew());
    let page = AskPage::new(title, action, button, back(&class, &pupil)).says(W.badge_print_cost()).whole();
    visit.page(W.badge_print(), &page)
}

/// A new badge, as a card to cut out.
pub(crate) async fn print_badge(
    mut visit: SignedIn,
    Path((id, person)): Path<(CircleId, PersonId)>,
    Form(form): Form<codes::Replacing>,
) -> Answer {
    let (house, viewer) = (visit.site.house.clone(), visit.viewer.clone());
    let mut tx = visit.write().await?;
    let (class, pupil) = load(&mut tx, &viewer, id, person).await?;
    if !form.is_sure() && pupil.badge_at.is_some() {
        return Ok(Redirect::to(&format!("{}/badge", path_of(&class, &pupil))).into_response());
    }
    let school = School::load(&mut tx, class.circle.school_id).await?;
    let given = badge::give(&mut tx, &house, &pupil.name(), viewer.account).await?;
    journal(&mut tx, &viewer, &pupil, "badge").await?;
    tx.commit().await?;
    let sheet = paper::badge(&house, &school, &class, &pupil.name(), &given);
    Ok(paper::print_badge(&pupil.name(), sheet).await?)
}

/// Asks before the badge is put out of use.
pub(crate) async fn ask_take_badge(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let (class, pupil) = load_with_badge(&mut visit, id, person).await?;
    let title = W.badge_take_back_ask(web::of_name(&pupil.first_name));
    let action = format!("{}/badge/fin", path_of(&class, &pupil));
    let button = Button::danger(W.badge_take_back());
    let page = AskPage::new(title, action, button, back(&class, &pupil)).says(W.badge_take_back_cost());
    visit.page(W.badge_take_back(), &page)
}

/// The pupil, with a badge: where there is none, nothing is asked.
async fn load_with_badge(visit: &mut SignedIn, id: CircleId, person: PersonId) -> db::Result<(Class, Pupil)> {
    let mut tx = visit.read().await?;
    let found = load(&mut tx, &visit.viewer, id, person).await?;
    if found.1.badge_at.is_none() {
        return Err(Error::NotFound);
    }
    Ok(found)
}

/// Puts the badge out of use.
pub(crate) async fn take_badge(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let mut tx = visit.write().await?;
    let (class, pupil) = load(&mut tx, &visit.viewer, id, person).await?;
    badge::take_back(&mut tx, &pupil.name()).await?;
    journal(&mut tx, &visit.viewer, &pupil, "badge taken back").await?;
    tx.commit().await?;
    Ok(visit.done(&path_of(&class, &pupil), W.badge_taken_back()))
}

/// Gives a phrase for a password, and shows it this once. Hashing takes a while: no transaction is held meanwhile.
pub(crate) async fn give_phrase(mut visit: SignedIn, Path((id, person)): Path<(CircleId, PersonId)>) -> Answer {
    let (house, viewer, services) = (visit.site.house.clone(), visit.viewer.clone(), visit.site.services);
    let mut tx = visit.read().await?;
    let (class, pupil) = load(&mut tx, &viewer, id, person).await?;
    drop(tx);
    if !pupil.types_phrases() {
        return Err(Error::Forbidden.into());
    }
    let words = phrase::draw(house.db.dice());
    let hash = secret::hash(house.db.dice(), &words).await?;
    let mut tx = visit.write().await?;
    let account = account::open_for_pupil(&mut tx, &pupil.name()).await?;
    account::set_password(&mut tx, account, &hash).await?;
    session::end_all(&mut tx, account).await?;
    phrase::note(&mut tx, pupil.id).await?;
    journal(&mut tx, &viewer, &pupil, "phrase").await?;
    for service in services {
        (service.phrase_given)(&mut tx, &viewer, account).await?;
    }
    let login = Account::load(&mut tx, account).await?.login;
    tx.commit().await?;
    let page = GivenPage {
        title: W.phrase_of(web::of_name(&pupil.first_name)),
        lead: W.phrase_given().to_owned(),
        pictures: Vec::new(),
        login: Some(login),
        phrase: Some(words),
        back: back(&class, &pupil),
    };
    visit.page(W.codes(), &page)
}
