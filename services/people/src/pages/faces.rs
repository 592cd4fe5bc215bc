//! « La classe »: its pupils and adults with their faces, on a page that prints on one sheet.

use super::{Portrait, card_path, role_word};
use crate::{
    W,
    class::{self, Class, Member, Order},
    looker::Looker,
    matrix::Sight,
};
use askama::Template;
use axum::response::{IntoResponse, Redirect};
use db::{Result, Tx};
use school::{CircleId, PersonId, Role, School, viewer::or_not_found};
use serde::Deserialize;
use web::{
    Answer, Fact, Path, Query, SignedIn,
    component::{EmptyState, LinkButton, Tab, Tabs},
    voice,
};

#[derive(Template)]
#[template(path = "faces.html")]
struct FacesPage {
    title: String,
    about: String,
    tabs: Option<Tabs>,
    links: Vec<LinkButton>,
    pupils: Vec<Portrait>,
    adults: Vec<Portrait>,
    /// Why no pupil is seen, when none is.
    nobody: Option<String>,
}

#[derive(Template)]
#[template(path = "no_class.html")]
struct NoClass {
    empty: EmptyState,
}

#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    ordre: String,
}

/// `GET /ma-classe`: to the first class of a pupil or of a parent's children.
pub(crate) async fn mine(mut visit: SignedIn) -> Answer {
    let mut tx = visit.read().await?;
    let looker = Looker::of(&mut tx, &visit.viewer).await?;
    or_not_found(looker.looks())?;
    let classes = class::own(&mut tx, &looker).await?;
    drop(tx);
    match classes.first() {
        Some(first) => Ok(Redirect::to(&class::path(first.id)).into_response()),
        None => {
            let empty = EmptyState::new("classe", W.no_class(voice(&visit.viewer)), None);
            visit.page(W.the_class(), &NoClass { empty })
        }
    }
}

/// `GET /classes/{circle}/trombinoscope`
pub(crate) async fn show(mut visit: SignedIn, Path(id): Path<CircleId>, Query(asked): Query<Asked>) -> Answer {
    let order = if asked.ordre == "prenom" { Order::First } else { Order::Last };
    let mut tx = visit.read().await?;
    let (class, looker) = Class::load(&mut tx, &visit.viewer, id).await?;
    let page = FacesPage::build(&mut tx, &visit, &class, &looker, order).await?;
    drop(tx);
    visit.set_wide();
    visit.page(&page.title, &page)
}

impl FacesPage {
    async fn build(tx: &mut Tx, visit: &SignedIn, class: &Class, looker: &Looker, order: Order) -> Result<Self> {
        let school = School::load(tx, class.circle.school_id).await?;
        let classes = class::own(tx, looker).await?;
        let tab = |it: &school::Circle| Tab::new(&it.name, class::path(it.id), it.id == class.circle.id);
        let [pupils, adults] = class.members(tx, looker, order).await?;
        let people: Vec<PersonId> = adults.iter().map(|it| it.id).collect();
        let said = visit.facts_in_class(tx, class.circle.id, &people).await?;
        let works = looker.works_in(class.circle.school_id);
        // Parents of a school that keeps its classes closed see their own children alone.
        let closed = !works && pupils.iter().all(|pupil| pupil.sight != Sight::Initial);
        let nobody = if works { W.no_pupil().to_owned() } else { W.class_closed(voice(&visit.viewer)) };
        Ok(Self {
            // Whoever runs the class has another page of that name.
            title: if class.manages { W.faces_of(&class.circle.name) } else { class.circle.name.clone() },
            about: school.name,
            tabs: (classes.len() > 1).then(|| Tabs::new(W.my_classes(), classes.iter().map(tab).collect())),
            links: links(class, order, works),
            nobody: (closed || pupils.is_empty()).then_some(nobody),
            pupils: pupils.iter().map(|it| portrait(it, works, &[])).collect(),
            adults: adults.iter().map(|it| portrait(it, true, &said)).collect(),
        })
    }
}

fn links(class: &Class, order: Order, works: bool) -> Vec<LinkButton> {
    let mut links = Vec::new();
    if class.manages {
        let page = format!("/classes/{}", class.circle.id);
        links.push(LinkButton::secondary(W.back_to_class(), page).icon("gauche"));
    }
    if works {
        links.push(match order {
            Order::Last => LinkButton::secondary(W.by_first_name(), format!("{}?ordre=prenom", class.path())),
            Order::First => LinkButton::secondary(W.by_last_name(), class.path()),
        });
    }
    if class.manages {
        links.push(LinkButton::secondary(W.photos(), format!("{}/photos", class.path())).icon("photo"));
        let contacts = format!("/classes/{}/contacts", class.circle.id);
        links.push(LinkButton::secondary(W.contacts_of_class(), contacts).icon("telephone"));
    }
    links
}

/// Somebody of the class, with what services say of an adult there: « Enseignant · lundi et mardi ».
fn portrait(member: &Member, linked: bool, said: &[Fact]) -> Portrait {
    let said = said.iter().filter(|it| it.person == member.id).map(|it| it.value.as_str());
    let about = match (member.role, member.level.as_deref().and_then(aaf::level_of)) {
        (Role::Pupil, level) => level.map(|it| it.label.to_owned()),
        (role, _) => Some(std::iter::once(role_word(role)).chain(said).collect::<Vec<_>>().join(" · ")),
    };
    let href = (linked && member.sight >= Sight::IfChosen).then(|| card_path(member.id));
    Portrait { about, href, ..Portrait::new(member.id, &member.name, member.face.clone()) }
}
