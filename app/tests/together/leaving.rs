//! A departure as every page tells it: at once, and nowhere « not there yet ».

use crate::feeding::{HEADER, fed, opened};
use db::args;
use preau::services::SERVICES;
use testkit::{App, Who::*, on_both};

/// Zoé leaves as a page of the school says it.
async fn leaves(app: &App) {
    app.leaves(Zoe).await;
    let mut tx = app.write().await;
    let now = tx.now();
    tx.change("update person set gone_at = $2 where id = $1", args![Zoe.person(), now]).await.unwrap();
    for service in SERVICES {
        (service.people_left)(&mut tx).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn an_extraction_notes_departures_with_their_days_at_once() {
    on_both(SERVICES, async |app| {
        let school = opened(app).await;
        fed(app, school, ("CP A", "880051")).await;
        let line = "MARTIN;;Ana;14/05/2020;F;;;;;;;;;;;CP;CP A;880051;;;;\n";
        let file = format!("{HEADER}\n{line}");
        let hector = app.by(Hector).await;
        let files = [("fichiers", "eleves.csv", file.as_bytes())];
        let run = hector.upload(&format!("/ecoles/{school}/onde"), &[], &files).await.location().unwrap();
        let seen = hector.get(&run).await.attributes("input[name='vu']", "value");
        let done = hector.post_then(&run, &[("vu", seen[0].as_str()), ("depart", "on")]).await;
        assert!(done.says("Les départs sont notés"), "{}", done.text());
        let noted =
            "select count(*) as n from departure d join person p on p.id = d.person_id where p.first_name = 'Bob'";
        assert_eq!(app.read().await.count(noted, &[]).await.unwrap(), 1);
        let page = hector.get(&format!("/ecoles/{school}/departs")).await;
        assert!(page.says("Bob MARTIN") && page.says("Effacement le"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_an_only_child_who_left_say_so_to_the_parent() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T10:00");
        leaves(app).await;
        let claire = app.by(Claire).await;
        for path in ["/", "/foyer", "/journal", "/carnet"] {
            let page = claire.get(path).await;
            assert!(page.says("Zoé a quitté l’école Les Tilleuls le 2 octobre 2026."), "{path}: {}", page.text());
            assert!(page.says("jusqu’au 31 décembre 2026"), "{path}: {}", page.text());
            assert!(
                !page.says("Aucun enfant n’est rattaché") && !page.says("Aucune classe"),
                "{path}: {}",
                page.text()
            );
            assert_eq!(page.link("Voir ce qui se passe maintenant").as_deref(), Some("/depart"), "{path}");
        }
        assert_eq!(claire.get("/depart").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_home_of_a_pupil_who_left_waits_for_no_class() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T10:00");
        leaves(app).await;
        let zoe = app.by(Zoe).await;
        for path in ["/", "/journal", "/carnet"] {
            let page = zoe.get(path).await;
            assert!(
                page.says("Tu as quitté l’école.") && page.link("Voir ce qui").is_some(),
                "{path}: {}",
                page.text()
            );
            assert!(!page.says("Ta classe n’est pas encore là"), "{path}: {}", page.text());
        }
        assert!(zoe.get("/").await.says("Ton compte va se fermer"));
        zoe.post_then("/depart", &[("contributions", "rester")]).await;
        assert!(!zoe.get("/").await.says("Ton compte va se fermer"));
    })
    .await;
}
