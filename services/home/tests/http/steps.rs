//! Steps that several stories share.

use commons::{
    Attention, Kind, Level, ThingId, share,
    thing::{self, Card, NewThing},
};
use db::{Arg, Moment};
use school::{CircleId, Right};
use testkit::{App, Classroom, Page, Place, Who};

const KIND: Kind = Kind { name: "billets", managed_by: Some(Right::PublishJournal) };

/// Makes a thing in a class and shares it with circles from an instant on.
pub(crate) async fn publish(
    app: &App,
    (class, author): (Classroom, Who),
    title: &str,
    readers: &[CircleId],
    from: Moment,
) -> ThingId {
    let mut tx = app.write().await;
    let place = if class == Classroom::Cm { Place::JulesVerne } else { Place::Tilleuls };
    let card = Card { title, excerpt: "Les premiers mots.", cover: None, cover_alt: None };
    let (school, circle, author) = (place.id(), class.id(), author.person());
    let new = NewThing { kind: &KIND, school, circle, year: 2026, author, card, attention: Attention::Memory };
    let id = thing::create(&mut tx, &new).await.unwrap();
    for reader in readers {
        share::grant(&mut tx, id, *reader, Level::See, from, author).await.unwrap();
    }
    tx.commit().await.unwrap();
    id
}

/// Makes a thing in a class that its pupils and their families read at once.
pub(crate) async fn publish_now(app: &App, (class, author): (Classroom, Who), title: &str) -> ThingId {
    publish(app, (class, author), title, &[class.id(), class.families()], app.now()).await
}

/// Withdraws a thing, or gives it back.
pub(crate) async fn withdraw(app: &App, id: ThingId, withdrawn: bool) {
    let mut tx = app.write().await;
    thing::set_withdrawn(&mut tx, id, withdrawn).await.unwrap();
    tx.commit().await.unwrap();
}

/// Changes something behind the scenes.
pub(crate) async fn change(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// The titles of the cards of a page, in order.
pub(crate) fn cards(page: &Page) -> Vec<String> {
    page.texts(".card-title")
}

/// The titles somebody finds on the first page.
pub(crate) async fn finds(app: &App, who: Who) -> Vec<String> {
    let page = app.by(who).await.get("/").await;
    assert_eq!(page.status, 200, "{who:?}: {}", page.text());
    cards(&page)
}

/// Who finds something on the first page, in the order given.
pub(crate) async fn readers(app: &App, people: &[Who], title: &str) -> Vec<Who> {
    let mut readers = Vec::new();
    for who in people {
        if finds(app, *who).await.iter().any(|found| found == title) {
            readers.push(*who);
        }
    }
    readers
}

/// Everybody of the world.
pub(crate) const EVERYBODY: [Who; 16] = [
    Who::Helene,
    Who::Thomas,
    Who::Rose,
    Who::Agnes,
    Who::Zoe,
    Who::Paul,
    Who::Claire,
    Who::Tom,
    Who::Lina,
    Who::Samia,
    Who::Karim,
    Who::Hector,
    Who::Thea,
    Who::Enzo,
    Who::Perrine,
    Who::Adelaide,
];

/// What every page owes to whoever reads it by ear or by keyboard, and to the content security policy.
#[track_caller]
pub(crate) fn assert_well_made(page: &Page) {
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.attributes("html", "lang"), ["fr"]);
    assert_eq!((page.texts("h1").len(), page.texts("main").len()), (1, 1));
    assert!(page.texts("h1, h2, title").iter().all(|words| !words.is_empty()));
    let nonce = page.attributes("meta[name=csp-nonce]", "content").remove(0);
    let policy = page.headers.get("content-security-policy").and_then(|it| it.to_str().ok()).unwrap_or_default();
    assert!(!nonce.is_empty() && policy.contains(&format!("'nonce-{nonce}'")), "{policy}");
    let scripts = page.texts("script").len();
    assert_eq!(page.attributes("script", "nonce"), vec![nonce; scripts]);
    assert!(!page.has("[style], [onclick], [onsubmit], [onchange], [onload], img:not([alt])"));
    assert!(page.has("a.skip-link[href='#contenu']") && page.has("main#contenu"));
}
