//! A group ends: by itself, before, and is read afterwards.

use crate::{SERVICES, THURSDAY, answers, audited, circle_of, list, night, reading, sits, viewer};
use commons::{
    Attention, Kind, Level, Thing, share,
    thing::{self, Card, NewThing},
};
use school::{Circle, past};
use testkit::{
    App,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

const KIND: Kind = Kind { name: "essais", managed_by: None };

/// Something shared with the families of a group.
async fn shared(app: &App, group: &str) -> commons::ThingId {
    let mut tx = app.write().await;
    let id = circle_of(group);
    let families = Circle::families(&mut tx, id).await.unwrap();
    assert_eq!(families.name, "Familles\u{a0}: Lecture du mardi");
    let card = Card { title: "Le livre", excerpt: "", cover: None, cover_alt: None };
    let (school, author) = (Tilleuls.id(), Thomas.person());
    let new = NewThing { kind: &KIND, school, circle: id, year: 2026, author, card, attention: Attention::Info };
    let thing = thing::create(&mut tx, &new).await.unwrap();
    let now = tx.now();
    share::grant(&mut tx, thing, families.id, Level::See, now, author).await.unwrap();
    tx.commit().await.unwrap();
    thing
}

async fn reads(app: &App, who: Who, thing: commons::ThingId) -> bool {
    let viewer = viewer(app, who).await;
    Thing::load(&mut app.read().await, &viewer, &KIND, thing, Level::See).await.is_ok()
}

#[tokio::test]
async fn a_group_ends_by_itself_and_what_it_was_given_is_still_read() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = reading(app).await;
        let thing = shared(app, &group).await;
        app.at("2026-12-18T23:00");
        night(app).await;
        assert!(sits(app, Zoe, &group).await, "the last day is of the group");
        app.at("2026-12-19T02:00");
        night(app).await;
        for who in [Zoe, Claire, Thomas] {
            assert!(!sits(app, who, &group).await, "{who:?}");
            let seen = viewer(app, who).await;
            let past = past::seats(&mut app.read().await, &seen).await.unwrap();
            assert!(past.iter().any(|seat| seat.name.contains("Lecture du mardi")), "{who:?}");
        }
        app.wait(60);
        assert!(reads(app, Claire, thing).await && reads(app, Samia, thing).await);
        assert!(!reads(app, Perrine, thing).await);
        let page = app.by(Thomas).await.get(&list(Tilleuls)).await;
        assert!(page.says("Lecture du mardi Terminé"), "{}", page.text());
        // The members stay to be read by the team.
        assert!(app.by(Rose).await.get(&group).await.says("Zoé MARTY"));
        night(app).await;
    })
    .await;
}

#[tokio::test]
async fn a_group_is_ended_before_its_day_and_goes_on_when_it_is_renewed() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = reading(app).await;
        app.wait(60);
        let thomas = app.by(Thomas).await;
        let end = format!("{group}/fin");
        assert_eq!(thomas.get(&group).await.link("Mettre fin au groupe"), Some(end.clone()));
        let asked = thomas.get(&end).await;
        assert!(asked.says("Mettre fin au groupe « Lecture du mardi » ?"), "{}", asked.text());
        assert!(asked.says("Ce qu’ils ont déjà reçu reste lisible."), "{}", asked.text());
        assert_eq!(asked.attributes("main form", "action"), std::slice::from_ref(&end));
        assert!(sits(app, Zoe, &group).await, "asking ends nothing");
        let page = thomas.post_then(&end, &[]).await;
        assert!(page.says("Terminé") && page.link("Mettre fin au groupe").is_none(), "{}", page.text());
        assert!(!page.says("Dernier jour"), "{}", page.text());
        assert_eq!(thomas.get(&end).await.status, 409);
        assert!(!sits(app, Zoe, &group).await);
        assert_eq!(audited(app, Thomas, "group-ended").await, 1);
        // Nobody is in charge of the members of what is over.
        answers(app, &crate::part(&group, Tilleuls), 403, &[Thomas, Helene]).await;
        let fields = [("name", "Lecture du mardi"), ("purpose", "need"), ("last", "2027-02-05")];
        let page = thomas.post_then(&group, &fields).await;
        assert!(page.says("En cours") && page.says("5 février 2027"), "{}", page.text());
        assert!(sits(app, Zoe, &group).await && sits(app, Claire, &group).await);
    })
    .await;
}

#[tokio::test]
async fn a_group_of_a_past_year_is_read_and_no_longer_changed() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let group = reading(app).await;
        app.at("2027-09-06T10:00");
        night(app).await;
        answers(app, &group, 200, &[Thomas, Helene]).await;
        answers(app, &format!("{group}/modifier"), 403, &[Thomas, Helene]).await;
        assert_eq!(app.by(Helene).await.post(&group, &[]).await.status, 403);
        assert!(!app.by(Helene).await.get(&list(Tilleuls)).await.says("Lecture du mardi"));
    })
    .await;
}
