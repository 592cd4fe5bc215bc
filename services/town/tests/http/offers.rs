//! Services around the school day: described once, read with their next deadline.

use crate::{MONTAUBRAC, SAINTE_FOY, SERVICES, answers, count, editor, form, school, task};
use testkit::{App, Place, Who::*, on_both};

/// What is usually typed of a service of Les Tilleuls.
async fn add(app: &App, changes: &[(&str, &str)]) -> testkit::Page {
    let tilleuls = school(Place::Tilleuls);
    let usual = [
        ("commune", MONTAUBRAC),
        ("ecoles", tilleuls.as_str()),
        ("kind", "garderie-matin"),
        ("hours", "7 h 30 à 8 h 20"),
        ("place", "Salle des fêtes"),
        ("link", "https://famille.example.fr/reserver"),
        ("weekday", "5"),
        ("closes", "09:00"),
    ];
    editor(app).await.post("/ma-commune/services", &form(&usual, changes)).await
}

#[tokio::test]
async fn families_read_the_services_of_their_school_with_the_next_deadline() {
    on_both(SERVICES, async |app| {
        assert_eq!(add(app, &[]).await.status, 303);
        let page = app.by(Claire).await.get("/cantine").await;
        assert!(page.says("Garderie du matin") && page.says("Salle des fêtes"), "{}", page.text());
        assert!(page.says("Réserver avant vendredi 9 h (demain)"), "{}", page.text());
        assert!(page.says("Ce lien quitte l’ENT"), "{}", page.text());
        assert_eq!(page.link("Ouvrir famille.example.fr").as_deref(), Some("https://famille.example.fr/reserver"));
        app.at("2026-10-02T09:30");
        let page = app.by(Claire).await.get("/cantine").await;
        assert!(page.says("(dans 7 jours)"), "{}", page.text());
        assert!(!app.by(Zoe).await.get("/cantine").await.says("Garderie"), "a child reads the menu alone");
        assert!(!app.by(Perrine).await.get("/cantine").await.says("Garderie"));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_comes_back_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        for (changes, field) in [
            (("link", "http://famille.example.fr"), "link"),
            (("link", "javascript:alert(1)"), "link"),
            (("hours", ""), "hours"),
            (("kind", "piscine"), "kind"),
            (("closes", ""), "closes"),
            (("weekday", "8"), "closes"),
            (("ecoles", "1"), "ecoles"),
        ] {
            let answer = add(app, &[changes]).await;
            assert_eq!(answer.status, 422, "{changes:?}");
            assert!(answer.has(&format!("#f-{field}-error")), "{changes:?}: {}", answer.text());
            assert_eq!(answer.attributes("#f-place", "value"), ["Salle des fêtes"]);
        }
        assert_eq!(count(app, "select count(*) as n from town_offer", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_service_is_changed_and_ended_by_those_who_run_the_commune_alone() {
    on_both(SERVICES, async |app| {
        add(app, &[]).await;
        let editor = editor(app).await;
        let offer = editor.get("/ma-commune/services").await.link("Garderie du matin").unwrap();
        let changed = [("kind", "etude"), ("name", "Étude du soir"), ("hours", "16 h 30 à 18 h")];
        assert_eq!(editor.post(&offer, &changed).await.status, 303);
        assert!(app.by(Claire).await.get("/cantine").await.says("Étude du soir"));
        task(app, "town-editor", SAINTE_FOY).await;
        answers(app, &offer, 404, &[Adelaide, Claire, Helene]).await;
        let stranger = app.by(Adelaide).await;
        assert_eq!(stranger.post(&offer, &changed).await.status, 404);
        assert_eq!(stranger.post(&format!("{offer}/fin"), &[]).await.status, 404);
        task(app, "town-editor", MONTAUBRAC).await;
        assert_eq!(stranger.post(&format!("{offer}/fin"), &[]).await.status, 303);
        assert!(!app.by(Claire).await.get("/cantine").await.says("Étude du soir"));
        answers(app, &offer, 404, &[Adelaide]).await;
    })
    .await;
}
