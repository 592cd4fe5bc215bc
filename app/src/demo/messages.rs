//! The messages of the demonstration: a conversation with a family, a message to a whole class, one that the parent has not
//! opened, one between colleagues.

use super::{People, families::Family, past::Past, people, viewer_of};
use commons::{House, ThingId};
use db::{Error, Result};
use messages::{
    conversation::Conversation,
    mass::{self, Held, MassSendId},
    reading, reply,
    send::{self, Outgoing},
    target::Target,
};
use richtext::Doc;
use school::PersonId;

/// A subject and a text.
type Letter = (&'static str, &'static str);

const READING: Letter = (
    "La lecture à la maison",
    "Bonjour,\n\nvotre enfant lit de mieux en mieux à voix haute. Dix minutes de lecture chaque soir l’aideraient encore. \
     Qu’en pensez-vous ?",
);
const READING_PARENT: &str =
    "Bonjour, merci de votre message. Nous lisons ensemble après le dîner. Avez-vous un livre à nous conseiller ?";
const READING_TEACHER: &str = "Oui : je glisse dans le cartable un recueil de contes courts. Une page par soir suffit.";
const CLASS: Letter = (
    "Des boîtes pour nos constructions",
    "Bonjour à tous,\n\nnous construisons une ville en carton. Si vous avez des boîtes vides et propres, votre enfant peut les \
     apporter jusqu’à la fin de la semaine. Merci !",
);
const UNREAD: Letter = (
    "Un livre à rapporter",
    "Bonjour,\n\nle livre emprunté à la bibliothèque de la classe est attendu par un camarade. Pouvez-vous le remettre dans le \
     cartable ?",
);
const STAFF: Letter = (
    "Ordre du jour du conseil des maîtres",
    "Bonjour,\n\nje prépare l’ordre du jour. Souhaitez-vous y ajouter un point sur la fête de l’école ?",
);
const STAFF_TEACHER: &str = "Oui, volontiers : il nous faut aussi choisir les chants.";

/// Writes them in each class, the last two in the first one.
pub(super) async fn write(past: &Past, people: &People, families: &[Family]) -> Result<()> {
    for class in &people.classes {
        conversation(past, people, class).await?;
        to_the_class(past, people, class, families).await?;
    }
    let Some(class) = people.classes.first() else { return Ok(()) };
    if class.teacher != people.head {
        let to = Outgoing { targets: vec![Target::Person(class.teacher)], ..outgoing(STAFF.1) };
        let thing = send(&past.house(1, -50), people.head, titled(to, STAFF.0)).await?;
        answer(&past.house(1, 20), class.teacher, thing, STAFF_TEACHER).await?;
    }
    send(&past.house(0, -90), class.teacher, to_family(class, UNREAD)).await.map(drop)
}

/// A teacher writes about a child, the parent answers, the teacher answers back, and the parent reads it.
async fn conversation(past: &Past, people: &People, class: &people::Class) -> Result<()> {
    let thing = send(&past.house(4, -30), class.teacher, to_family(class, READING)).await?;
    open(&past.house(4, 20), people.parent, thing).await?;
    answer(&past.house(4, 25), people.parent, thing, READING_PARENT).await?;
    answer(&past.house(3, 70), class.teacher, thing, READING_TEACHER).await?;
    open(&past.house(3, 120), people.parent, thing).await
}

/// A teacher writes to all families of the class; some have opened it.
async fn to_the_class(past: &Past, people: &People, class: &people::Class, families: &[Family]) -> Result<()> {
    let to = Outgoing { targets: vec![Target::Families(class.id)], ..outgoing(CLASS.1) };
    let thing = send(&past.house(2, -40), class.teacher, titled(to, CLASS.0)).await?;
    let others = families.iter().filter(|it| it.class == class.id).map(|it| it.adult);
    for reader in others.chain([people.parent]) {
        open(&past.house(2, 30), reader, thing).await?;
    }
    Ok(())
}

fn to_family(class: &people::Class, (subject, text): Letter) -> Outgoing {
    let to = Outgoing { targets: vec![Target::Family(class.child)], about: Some(class.child), ..outgoing(text) };
    titled(to, subject)
}

fn titled(outgoing: Outgoing, subject: &str) -> Outgoing {
    Outgoing { subject: subject.to_owned(), ..outgoing }
}

fn outgoing(text: &str) -> Outgoing {
    Outgoing {
        targets: Vec::new(),
        subject: String::new(),
        body: Doc::from_plain(text),
        pieces: Vec::new(),
        about: None,
        urgent: None,
        within: None,
        mass: false,
    }
}

/// Sends as the page does: what goes to many people is held, then confirmed.
async fn send(house: &House, writer: PersonId, outgoing: Outgoing) -> Result<ThingId> {
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, writer).await?;
    let sent = match mass::hold(&mut tx, &viewer, &outgoing).await? {
        Some(path) => {
            let id: MassSendId = path.rsplit('/').next().and_then(|it| it.parse().ok()).ok_or(Error::NotFound)?;
            Held::load(&mut tx, &viewer, id).await?.send(&mut tx, &viewer).await?
        }
        None => send::send(&mut tx, &viewer, &outgoing).await?,
    };
    tx.commit().await?;
    Ok(sent.thing)
}

async fn answer(house: &House, writer: PersonId, thing: ThingId, text: &str) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, writer).await?;
    let conversation = Conversation::load(&mut tx, &viewer, thing).await?;
    let outgoing = Outgoing { within: Some(thing), ..outgoing(text) };
    reply::answer(&mut tx, &viewer, &conversation, &outgoing).await?;
    tx.commit().await
}

async fn open(house: &House, reader: PersonId, thing: ThingId) -> Result<()> {
    let mut tx = house.db.write().await?;
    let viewer = viewer_of(&mut tx, reader).await?;
    let conversation = Conversation::load(&mut tx, &viewer, thing).await?;
    reading::opened(&mut tx, &viewer, thing, conversation.thing.school_id).await?;
    tx.commit().await
}
