//! The card of a person, the same for an address book, and the bytes of a face.

use super::{Portrait, card_path, kind_word, place_word, role_word};
use crate::{
    W,
    card::{Card, Contacts},
    class, face,
    looker::Looker,
    matrix::Sight,
    place::Place,
    reason, vcard,
};
use askama::Template;
use axum::{http::header, response::IntoResponse};
use commons::{access::Topic, image_right::State};
use db::{Error, Result, Tx};
use jiff::civil::Date;
use school::{Circle, PersonId, PersonKind, Right, Viewer, person::phone_shown};
use web::{
    Answer, Path, SignedIn,
    component::{LinkButton, Notice},
    dates, paper,
};

#[derive(Template)]
#[template(path = "card.html")]
struct CardPage {
    title: String,
    notice: Option<Notice>,
    portrait: Portrait,
    /// What the photograph shows, in words.
    alt: String,
    facts: Vec<(&'static str, Vec<String>)>,
    links: Vec<LinkButton>,
}

/// What a card is looked at for, when looking is noted.
struct Noted {
    people: Vec<PersonId>,
    topic: Topic,
    reason: Option<String>,
}

/// A few minutes: a face may be hidden today.
const KEPT_A_MOMENT: &str = "private, max-age=300";

/// `GET /annuaire/personnes/{person}`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<PersonId>) -> Answer {
    let mut tx = visit.read().await?;
    let (card, looker, noted) = load(&mut tx, &visit.viewer, id).await?;
    let given = visit.facts_on_cards(&mut tx, &[id]).await?;
    let of_family = card.kind == PersonKind::Guardian && !given.is_empty();
    let mut noted = noted.or_else(|| of_family.then(|| Noted { people: vec![id], topic: Topic::Family, reason: None }));
    let children = children_of(&mut tx, &visit.viewer, &card, &looker).await?;
    if let Some(noted) = &mut noted {
        noted.people.extend(children.iter().map(|(child, _)| *child));
    }
    let mut page = CardPage::build(&mut tx, &visit.viewer, &card, &looker, noted.is_some()).await?;
    // Right after who the adult is.
    if let Some(said) = said_of(children) {
        page.facts.insert(1, (W.responsible_for(), said));
    }
    page.facts.extend(given.into_iter().map(|it| (it.label, vec![it.value])));
    drop(tx);
    note(&mut visit, noted).await;
    visit.page(&page.title, &page)
}

/// `GET /annuaire/personnes/{person}/carte.vcf`
pub(crate) async fn vcard(mut visit: SignedIn, Path(id): Path<PersonId>) -> Answer {
    let mut tx = visit.read().await?;
    let (card, _, noted) = load(&mut tx, &visit.viewer, id).await?;
    drop(tx);
    // An address book takes people who can be reached; children are in none.
    if card.contacts().is_empty() {
        return Err(Error::NotFound.into());
    }
    note(&mut visit, noted).await;
    Ok(paper::made(vcard::write(&card).into_bytes(), "text/vcard", &format!("{}.vcf", card.name())))
}

/// `GET /annuaire/visages/{person}`
pub(crate) async fn face(mut visit: SignedIn, Path(id): Path<PersonId>) -> Answer {
    let mut tx = visit.read().await?;
    let (card, ..) = load(&mut tx, &visit.viewer, id).await?;
    let face = shown_face(&mut tx, &card).await?.ok_or(Error::NotFound)?;
    drop(tx);
    let files = visit.site.house.files.clone();
    let bytes = files.get(&face.hash).await?;
    Ok(([(header::CONTENT_TYPE, "image/jpeg"), (header::CACHE_CONTROL, KEPT_A_MOMENT)], bytes).into_response())
}

/// Somebody the viewer may see. Whoever finds people of a territory has said why first; and what of the look is noted.
async fn load(tx: &mut Tx, viewer: &Viewer, id: PersonId) -> Result<(Card, Looker, Option<Noted>)> {
    let card = Card::load(tx, viewer, id).await?;
    let looker = Looker::of(tx, viewer).await?;
    if looker.is_searcher() {
        let reason = reason::of_today(tx, viewer).await?.ok_or(Error::NotFound)?;
        return Ok((card, looker, Some(Noted { people: vec![id], topic: Topic::Directory, reason: Some(reason) })));
    }
    let by_duty = card.kind == PersonKind::Guardian && !card.contacts().is_empty();
    let noted = by_duty && card.seen.sight == Sight::Contacts;
    let noted = noted.then(|| Noted { people: vec![id], topic: Topic::Family, reason: None });
    Ok((card, looker, noted))
}

async fn note(visit: &mut SignedIn, noted: Option<Noted>) {
    if let Some(Noted { people, topic, reason }) = noted {
        visit.looked(people, topic, reason.as_deref()).await;
    }
}

/// The face of somebody, when it is shown to the viewer of the card.
async fn shown_face(tx: &mut Tx, card: &Card) -> Result<Option<face::Face>> {
    let shown = match card.kind {
        PersonKind::Pupil => card.seen.face && image_is_allowed(tx, card).await?,
        PersonKind::Guardian | PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => card.shows_photo(),
    };
    if shown { Ok(face::of(tx, &[card.id]).await?.remove(&card.id)) } else { Ok(None) }
}

async fn image_is_allowed(tx: &mut Tx, card: &Card) -> Result<bool> {
    let Some(class) = card.places.iter().find_map(|place| place.class) else { return Ok(false) };
    let class = Circle::load(tx, class).await?;
    Ok(face::rights(tx, &class, &[card.id]).await?.get(&card.id) == Some(&State::Yes))
}

impl CardPage {
    async fn build(tx: &mut Tx, viewer: &Viewer, card: &Card, looker: &Looker, noted: bool) -> Result<Self> {
        let contacts = card.contacts();
        let photo = shown_face(tx, card).await?;
        let mut links = Vec::new();
        if !contacts.is_empty() {
            links.push(
                LinkButton::secondary(W.vcard(), format!("{}/carte.vcf", card_path(card.id))).icon("telecharger"),
            );
        }
        let in_charge = card
            .places
            .iter()
            .find(|place| place.class.is_some_and(|class| viewer.may_in(Right::SeeClass, class, place.school)));
        if let Some(child) = family_of(card, in_charge.is_some()) {
            links.push(LinkButton::secondary(W.family_card(), format!("/familles/{child}")).icon("famille"));
        }
        let class = card.places.iter().find_map(|place| place.class.filter(|_| looker.told(place)));
        if let Some(class) = class.filter(|_| !looker.is_searcher()) {
            links.push(LinkButton::secondary(W.the_class(), class::path(class)).icon("personnes"));
        }
        let knows_birth = in_charge.is_some() || looker.is_searcher();
        Ok(Self {
            title: card.name(),
            alt: W.photo_of(web::of_name(card.name())),
            notice: noted.then(|| Notice::info(W.look_noted())),
            portrait: Portrait::new(card.id, &card.name(), photo),
            facts: facts(card, looker, &contacts, knows_birth),
            links,
        })
    }
}

/// The child whose family card is near: the pupil, or a child of the adult.
fn family_of(card: &Card, in_charge: bool) -> Option<PersonId> {
    let child = match card.kind {
        PersonKind::Pupil => Some(card.id),
        PersonKind::Guardian | PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => {
            card.places.iter().find_map(|place| place.child)
        }
    };
    child.filter(|_| in_charge)
}

/// Of the children an adult is responsible for, those the viewer may know of by the whole name, where each is told to be.
async fn children_of(tx: &mut Tx, viewer: &Viewer, card: &Card, looker: &Looker) -> Result<Vec<(PersonId, String)>> {
    let mut children: Vec<(PersonId, String)> = Vec::new();
    // Classes come before schools: a child is said in the class, which names the school.
    for place in card.places.iter().filter(|place| looker.told(place)) {
        let Some(child) = place.child.filter(|child| children.iter().all(|(known, _)| known != child)) else {
            continue;
        };
        let of_child = match Card::load(tx, viewer, child).await {
            Ok(of_child) => of_child,
            Err(Error::NotFound) => continue,
            Err(error) => return Err(error),
        };
        if of_child.seen.sight >= Sight::Name {
            children.push((child, W.child_in_place(of_child.name(), place_word(place))));
        }
    }
    Ok(children)
}

/// What is said of children, when there is one.
fn said_of(children: Vec<(PersonId, String)>) -> Option<Vec<String>> {
    (!children.is_empty()).then(|| children.into_iter().map(|(_, said)| said).collect())
}

/// Whoever is in a class is in its school: it is said once.
fn is_said_by_class(place: &Place, told: &[&Place]) -> bool {
    let says = |it: &&Place| it.class.is_some() && it.school == place.school && it.role == place.role;
    place.class.is_none() && told.iter().any(says)
}

fn facts(card: &Card, looker: &Looker, contacts: &Contacts, knows_birth: bool) -> Vec<(&'static str, Vec<String>)> {
    let mut facts = Vec::new();
    let mut places: Vec<String> = Vec::new();
    let told: Vec<&Place> = card.places.iter().filter(|place| looker.told(place)).collect();
    for place in told.iter().filter(|place| !is_said_by_class(place, &told)) {
        let said = W.role_in_place(role_word(place.role), place_word(place));
        if !places.contains(&said) {
            places.push(said);
        }
    }
    if places.is_empty() {
        places.push(kind_word(card.kind).to_owned());
    }
    facts.push((W.column_who(), places));
    let birth = card.birth_day().filter(|_| knows_birth).and_then(|day| day.parse::<Date>().ok());
    facts.extend(birth.map(|day| (W.birth_day(), vec![dates::date(day)])));
    for (what, number) in &contacts.phones {
        facts.push((what.unwrap_or_else(|| W.column_phone()), vec![phone_shown(number)]));
    }
    facts.extend(contacts.email.clone().map(|email| (W.email(), vec![email])));
    facts
}
