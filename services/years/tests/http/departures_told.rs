//! The adults of a child who left are told at once, and say what becomes of what the child shared; the days are those of the moment
//! of the departure.

use crate::{SERVICES, change, count, gone, night};
use db::args;
use school::Viewer;
use testkit::{App, Place::Tilleuls, Who::*, on_both};

const LEFT: &str = "Zoé a quitté l’école Les Tilleuls";
const CHOSEN: &str = "select count(*) as n from departure where person_id = $1 and stays = false";

/// Zoé leaves as a page of the school says it: noted in the same transaction.
async fn leaves_by_a_page(app: &App) {
    app.leaves(Zoe).await;
    let mut tx = app.write().await;
    let now = tx.now();
    tx.change("update person set gone_at = $2 where id = $1", args![Zoe.person(), now]).await.unwrap();
    (years::SERVICE.people_left)(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_adults_of_a_child_who_left_are_told_at_once_and_asked() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T10:00");
        assert_eq!(app.by(Claire).await.get("/depart").await.status, 404);
        leaves_by_a_page(app).await;
        let claire = app.by(Claire).await;
        let page = claire.get("/depart").await;
        assert!(page.says(LEFT) && page.says("« Années passées » jusqu’au 31 décembre 2026"), "{}", page.text());
        assert!(page.says("les messages de Zoé ?") && page.link("Années passées").is_some(), "{}", page.text());
        assert!(app.awaiting(Claire).await.iter().any(|it| it.title == "Zoé a quitté l’école"));
        let zoe = Zoe.person().to_string();
        let refused = claire.post("/depart", &[("enfant", zoe.as_str())]).await;
        assert!(refused.status == 422 && refused.says("Choisissez une des deux réponses."), "{}", refused.text());
        let typed = [("enfant", zoe.as_str()), ("contributions", "partir")];
        let page = claire.post_then("/depart", &typed).await;
        assert!(page.says("Il a été choisi de les effacer."), "{}", page.text());
        assert_eq!(count(app, CHOSEN, args![Zoe.person()]).await, 1);
        // What is chosen is asked no more; the other parent reads it.
        assert!(app.awaiting(Paul).await.iter().all(|it| it.href != "/depart"));
        assert!(app.by(Paul).await.get("/depart").await.says("Il a été choisi de les effacer."));
        let audited = "select count(*) as n from audit where action = 'contributions-chosen'";
        assert_eq!(count(app, audited, &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_stay_of_less_than_a_day_leaves_nothing_to_read_and_promises_nothing() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T18:00");
        leaves_by_a_page(app).await;
        let claire = app.by(Claire).await;
        let page = claire.get("/depart").await;
        assert!(page.says(LEFT) && page.says("Tout sera effacé le"), "{}", page.text());
        assert!(!page.says("« Années passées »") && !page.has("main a[href='/annees']"), "{}", page.text());
        assert!(!claire.get("/annees").await.has("main a[href^='/annees/']"), "nothing is to be read there");
        for who in [Claire, Zoe] {
            let mut tx = app.read().await;
            let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
            let said = (years::SERVICE.departure_sentences)(&mut tx, &viewer).await.unwrap();
            assert!(said.len() == 1 && said[0].contains("quitté l’école"), "{who:?}: {said:?}");
            assert!(!said[0].contains("Années passées"), "{who:?}: {said:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_answers_for_the_child_of_others() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T10:00");
        leaves_by_a_page(app).await;
        change(app, "update guardianship set until = 1 where adult_id = $1", args![Paul.person()]).await;
        let zoe = Zoe.person().to_string();
        let typed = [("enfant", zoe.as_str()), ("contributions", "partir")];
        for who in [Samia, Paul, Thomas] {
            let client = app.by(who).await;
            assert_eq!(client.get("/depart").await.status, 404, "{who:?}");
            assert_eq!(client.post("/depart", &typed).await.status, 404, "{who:?}");
        }
        // Claire answers for Zoé, and has no departure of her own.
        let own = [("contributions", "partir")];
        assert_eq!(app.by(Claire).await.post("/depart", &own).await.status, 404);
        assert_eq!(count(app, CHOSEN, args![Zoe.person()]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_does_not_read_yet_is_not_asked() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T10:00");
        change(app, "update person set level = '1113' where id = $1", args![Zoe.person()]).await;
        leaves_by_a_page(app).await;
        let zoe = app.by(Zoe).await;
        let page = zoe.get("/depart").await;
        assert!(page.says("Les adultes responsables de toi") && !page.has("[name=contributions]"), "{}", page.text());
        assert_eq!(zoe.post("/depart", &[("contributions", "partir")]).await.status, 404);
        assert!(app.awaiting(Zoe).await.is_empty());
        assert!(app.by(Claire).await.get("/depart").await.says("les messages de Zoé ?"));
    })
    .await;
}

#[tokio::test]
async fn the_days_are_those_of_the_moment_of_the_departure() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T10:00");
        leaves_by_a_page(app).await;
        // The académie shortens its delays the same evening: they are for those who leave from then on.
        let typed = [("academie", "16"), ("profil", "pupil"), ("fermeture", "10"), ("effacement", "40")];
        assert_eq!(app.by(Adelaide).await.post("/annuaire/effacements", &typed).await.status, 303);
        let zoe = app.by(Zoe).await;
        let page = zoe.post_then("/depart", &[("contributions", "rester")]).await;
        assert!(page.says("Tu as choisi de les laisser, sans ton nom."), "{}", page.text());
        assert!(app.awaiting(Zoe).await.is_empty(), "asked no more");
        night(app, "2026-10-03T03:00").await;
        let days = "select count(*) as n from departure where person_id = $1 and closes_on = '2026-11-01' \
                    and erases_on = '2026-12-31' and stays = true";
        assert_eq!(count(app, days, args![Zoe.person()]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_an_import_said_is_told_before_its_days_are_noted() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T10:00");
        app.leaves(Zoe).await;
        gone(app, Zoe).await;
        let claire = app.by(Claire).await;
        let page = claire.get("/depart").await;
        assert!(page.says(LEFT) && page.says("Demain, cette page vous dira"), "{}", page.text());
        let zoe = Zoe.person().to_string();
        let typed = [("enfant", zoe.as_str()), ("contributions", "partir")];
        assert_eq!(claire.post("/depart", &typed).await.status, 303);
        assert_eq!(count(app, CHOSEN, args![Zoe.person()]).await, 0);
        night(app, "2026-10-03T03:00").await;
        assert!(app.by(Claire).await.get("/depart").await.says("Tout sera effacé le 31 décembre 2026"));
    })
    .await;
}

#[tokio::test]
async fn a_school_fed_by_the_academie_reads_how_departures_come() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-02T10:00");
        let page = app.by(Helene).await.get(&format!("/ecoles/{}/departs", Tilleuls.id())).await;
        assert!(page.says("un départ se saisit dans ONDE"), "{}", page.text());
    })
    .await;
}
