//! What the school of the demonstration asks of its commune: works planned, a device repaired, supplies that wait for an answer,
//! a danger just told.

use super::{People, desks, past::Past, viewer_of};
use commons::{House, ThingId};
use db::{Error, Result};
use requests::{
    act::{self, Saying},
    asking::{self, AskForm, Asking},
    procedure,
    request::Request,
    side::{self, Side},
};
use school::School;

/// What is asked: a kind, its answers, a text.
struct Wish {
    kind: &'static str,
    title: &'static str,
    text: &'static str,
    priority: &'static str,
    answers: &'static [&'static str],
}

const BLINDS: Wish = Wish {
    kind: "travaux",
    title: "Stores bloqués dans la salle du fond",
    text: "Deux stores ne descendent plus. Le soleil gêne les élèves l’après-midi.",
    priority: "normal",
    answers: &["Salle 4, côté cour"],
};
const PROJECTOR: Wish = Wish {
    kind: "informatique",
    title: "Vidéoprojecteur qui s’éteint",
    text: "Il s’éteint après dix minutes. La lampe a été changée l’an dernier.",
    priority: "normal",
    answers: &["Vidéoprojecteur", "Salle 2"],
};
const PAPER: Wish = Wish {
    kind: "fournitures",
    title: "Papier et peinture pour la fin du trimestre",
    text: "Dix ramettes de papier et huit flacons de peinture à l’eau.",
    priority: "normal",
    answers: &[""],
};
const GATE: Wish = Wish {
    kind: "securite",
    title: "Le portail ne ferme plus à clé",
    text: "La serrure est cassée depuis ce matin. Un adulte reste devant pendant les récréations.",
    priority: "danger",
    answers: &["Portail de la rue du Lavoir"],
};

/// Writes them, each where it stands.
pub(super) async fn write(past: &Past, people: &People) -> Result<()> {
    let id = ask(&past.house(5, 25), people, &PROJECTOR).await?;
    act(&past.house(4, 60), id, None).await?;
    let house = past.house(2, 30);
    let mut tx = house.db.write().await?;
    let viewer = desks::TOWN_OFFICE.viewer(&mut tx).await?;
    let request = Request::load_as(&mut tx, &viewer, id, Side::Town).await?;
    act::finish(&mut tx, &viewer, &request, "Un autre appareil a été posé ce matin.").await?;
    tx.commit().await?;

    let id = ask(&past.house(4, 35), people, &BLINDS).await?;
    let house = past.house(3, 10);
    let mut tx = house.db.write().await?;
    let viewer = desks::TOWN_OFFICE.viewer(&mut tx).await?;
    let request = Request::load_as(&mut tx, &viewer, id, Side::Town).await?;
    let day = past.day(9);
    act::plan(&mut tx, &viewer, &request, day, "L’atelier passe dans la matinée.").await?;
    tx.commit().await?;

    let id = ask(&past.house(2, 45), people, &PAPER).await?;
    act(&past.house(1, 30), id, Some("Quelle couleur de papier faut-il ?")).await?;
    ask(&past.house(0, -45), people, &GATE).await.map(drop)
}

/// The head of the school asks.
async fn ask(house: &House, people: &People, wish: &Wish) -> Result<ThingId> {
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, people.head).await?;
    let school = School::load(&mut tx, people.school).await?;
    let scope = side::competent(&mut tx, &school).await?.ok_or(Error::NotFound)?.to_string();
    let procedure = procedure::one(&mut tx, &scope, wish.kind).await?;
    let seat = side::asking(&viewer).into_iter().find(|seat| seat.school == people.school).ok_or(Error::NotFound)?;
    let form = AskForm {
        title: wish.title.to_owned(),
        body: wish.text.to_owned(),
        priority: wish.priority.to_owned(),
        answers: wish.answers.iter().map(|it| (*it).to_owned()).collect(),
        confirmed: false,
    };
    let ask = form.check(&procedure)?;
    let asking = Asking { seat, scope: &scope, procedure: &procedure, ask, papers: &[] };
    let id = asking::create(&mut tx, house, &viewer, asking).await?;
    tx.commit().await?;
    Ok(id)
}

/// The mairie takes care of it, and asks something when it must.
async fn act(house: &House, id: ThingId, question: Option<&str>) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = desks::TOWN_OFFICE.viewer(&mut tx).await?;
    let request = Request::load_as(&mut tx, &viewer, id, Side::Town).await?;
    match question {
        None => act::take(&mut tx, &viewer, &request).await?,
        Some(body) => act::answer(&mut tx, &viewer, &request, &Saying { body, papers: &[] }, true).await?,
    }
    tx.commit().await
}
