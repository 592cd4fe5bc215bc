//! What comes from a territory: found by everybody of a profile there, without an author of the directory.

use crate::{
    SERVICES,
    steps::{EVERYBODY, finds, readers},
};
use commons::{
    Attention, Kind, Level, share,
    thing::{self, Card, NewThing},
};
use school::{PersonId, Public, Territory};
use testkit::{App, Who::*, on_both};

const KIND: Kind = Kind { name: "actualites", managed_by: None };

/// Gives something of the académie to one profile, in the name of an account of no directory.
async fn publish(app: &App, title: &str, public: Public) {
    let mut tx = app.write().await;
    let academy = Territory::Academy("16".to_owned());
    let author = PersonId(Adelaide.account().0);
    let (school, circle) = (academy.school(), academy.place());
    let card = Card { title, excerpt: "", cover: None, cover_alt: None };
    let new = NewThing { kind: &KIND, school, circle, year: 2026, author, card, attention: Attention::Info };
    let id = thing::create(&mut tx, &new).await.unwrap();
    thing::set_from(&mut tx, id, "Académie · Toulouse").await.unwrap();
    let now = tx.now();
    share::grant(&mut tx, id, academy.circle(public), Level::See, now, author).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn everybody_of_the_profile_finds_it_on_the_first_page() {
    on_both(SERVICES, async |app| {
        publish(app, "Rentrée", Public::Families).await;
        assert_eq!(readers(app, &EVERYBODY, "Rentrée").await, [Paul, Claire, Samia, Karim, Perrine]);
        publish(app, "Formation", Public::Staff).await;
        assert_eq!(readers(app, &EVERYBODY, "Formation").await, [Helene, Thomas, Rose, Hector, Thea]);
        publish(app, "Récréation", Public::Pupils).await;
        assert_eq!(finds(app, Zoe).await, ["Récréation"]);
    })
    .await;
}

#[tokio::test]
async fn its_card_says_which_territory_speaks() {
    on_both(SERVICES, async |app| {
        publish(app, "Rentrée", Public::Families).await;
        publish(app, "Formation", Public::Staff).await;
        for who in [Claire, Thomas] {
            let page = app.by(who).await.get("/").await;
            assert_eq!(page.texts(".card-class"), ["Académie · Toulouse"], "{who:?}");
            assert_eq!(page.texts(".card-about span"), ["aujourd’hui à 10 h"], "{who:?}");
        }
        let child = app.by(Claire).await.get(&format!("/enfants/{}", Zoe.person())).await;
        assert_eq!(child.texts(".card-title"), ["Rentrée"]);
    })
    .await;
}
