//! Training sessions of the demonstration: one that took place, one to come in a room, one to come at a distance where somebody
//! waits for a place.

use super::{
    People,
    desks::{self, Desk},
    past::Past,
    viewer_of,
};
use assistance::training::{
    Session, SessionId,
    form::{self, SessionForm},
    seat,
};
use commons::House;
use db::Result;
use school::{PersonId, School};

/// What a session is about.
struct Subject {
    title: &'static str,
    text: &'static str,
    hours: (&'static str, &'static str),
    place: &'static str,
    link: &'static str,
    capacity: &'static str,
}

const JOURNAL: Subject = Subject {
    title: "Le journal de classe, de la photo à la publication",
    text: "Écrire un billet avec les élèves, relire, choisir qui le voit. Apportez une tablette de l’école.",
    hours: ("13:30", "16:30"),
    place: "Salle informatique de la circonscription",
    link: "",
    capacity: "16",
};
const CARNET: Subject = Subject {
    title: "Remplacer le cahier de liaison",
    text: "Envoyer un mot à signer, suivre les réponses, imprimer des coupons pour les familles qui le préfèrent.",
    hours: ("09:00", "12:00"),
    place: "Salle des maîtres de l’école, rez-de-chaussée",
    link: "",
    capacity: "20",
};
const DATA: Subject = Subject {
    title: "Protéger les données des élèves",
    text: "Une heure pour comprendre le droit à l’image, les fiches de connexion et ce que l’école peut publier.",
    hours: ("17:00", "18:00"),
    place: "",
    link: "https://visio.academie.example/donnees",
    capacity: "2",
};

/// Plans them and puts people on their lists.
pub(super) async fn write(past: &Past, people: &People) -> Result<()> {
    let mut staff: Vec<PersonId> = Vec::new();
    for person in people.classes.iter().map(|class| class.teacher).chain([people.head]) {
        if !staff.contains(&person) {
            staff.push(person);
        }
    }
    // At the latest ten days ago, when the day is pushed over a weekend.
    let day = past.weekday_in(-12);
    let id = plan(&past.on(past.day(-30))?, people, &desks::ADVISER, &JOURNAL, day).await?;
    register(&past.on(past.day(-24))?, id, &staff).await?;
    attend(&past.on(past.day(-9))?, id).await?;
    let id = plan(&past.house(5, 5), people, &desks::ADVISER, &CARNET, past.weekday_in(12)).await?;
    register(&past.house(3, 75), id, &staff).await?;
    let id = plan(&past.house(4, 5), people, &desks::ADVISER, &DATA, past.weekday_in(20)).await?;
    register(&past.house(2, 95), id, &staff).await
}

async fn plan(house: &House, people: &People, desk: &Desk, subject: &Subject, day: String) -> Result<SessionId> {
    let mut tx = house.db.write().await?;
    let viewer = desk.viewer(&mut tx).await?;
    let school = School::load(&mut tx, people.school).await?;
    let typed = SessionForm {
        scope: desk.territory(&school)?.to_string(),
        title: subject.title.to_owned(),
        body: subject.text.to_owned(),
        day,
        starts: subject.hours.0.to_owned(),
        ends: subject.hours.1.to_owned(),
        place: subject.place.to_owned(),
        link: subject.link.to_owned(),
        capacity: subject.capacity.to_owned(),
        publics: vec!["teacher".to_owned(), "head".to_owned()],
        ..SessionForm::default()
    };
    let checked = typed.check(&viewer, tx.now().day())?;
    let id = form::create(&mut tx, &viewer, &checked).await?;
    tx.commit().await?;
    Ok(id)
}

async fn register(house: &House, id: SessionId, staff: &[PersonId]) -> Result<()> {
    let mut tx = house.db.write().await?;
    for person in staff {
        let viewer = viewer_of(&mut tx, *person).await?;
        let session = Session::load(&mut tx, &viewer, id).await?;
        seat::register(&mut tx, &viewer, &session).await?;
    }
    tx.commit().await
}

/// All but the last on the list were there.
async fn attend(house: &House, id: SessionId) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = desks::ADVISER.viewer(&mut tx).await?;
    let session = Session::load_to_manage(&mut tx, &viewer, id).await?;
    let mut present: Vec<_> = seat::list(&mut tx, id).await?.into_iter().map(|seat| seat.account_id).collect();
    present.pop();
    seat::attend(&mut tx, &session, &present).await?;
    tx.commit().await
}
