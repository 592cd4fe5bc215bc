//! Badges: printed by the teacher, good on a device of the class or in its hour.

use crate::{MORNING, SERVICES, acts, assert_came_in, change, codes, count, is_in, tablet};
use commons::audit::Action;
use db::args;
use school::session;
use testkit::{
    App,
    Classroom::{Cm, Cp},
    Client, Page,
    Who::*,
    on_both,
};

/// What a card of Zoé holds: drawn by chance, it is on the paper alone; the test puts its own in its place.
const TOKEN: &str = "un-jeton-de-deux-cent-cinquante-six-bits";
const CODE: &str = "abcdefghjk";

/// Has Thomas print a badge for Zoé.
async fn give(app: &App) -> Page {
    let paper = app.by(Thomas).await.post(&codes(Cp, Zoe, "/badge"), &[]).await;
    let mark = app.house.derive("tablet-badge", CODE).to_vec();
    let put = "update tablet_badge set token = $2, mark = $3 where person_id = $1";
    change(app, put, args![Zoe.person(), session::digest(TOKEN), mark]).await;
    paper
}

async fn scan(client: &Client<'_>, token: &str) -> Page {
    client.post("/badge", &[("jeton", token), ("code", "")]).await
}

#[track_caller]
fn assert_refused(page: &Page) {
    assert!(page.status == 422 && page.says("Ce badge ne marche pas ici."), "{}", page.text());
}

#[tokio::test]
async fn a_badge_is_a_card_printed_once() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let paper = give(app).await;
        assert!(paper.status == 200 && paper.bytes.starts_with(b"%PDF-"), "{}", paper.text());
        assert!(paper.headers["content-disposition"].to_str().unwrap().contains("\"badge.pdf\""));
        let thomas = app.by(Thomas).await;
        assert!(thomas.get(&codes(Cp, Zoe, "")).await.says("Badge donné le 5 octobre 2026."));
        let all = thomas.post(&Cp.path("/codes/badges"), &[("remplacer", "on")]).await;
        assert!(all.bytes.starts_with(b"%PDF-"));
        let device = tablet(app, Thomas, Cp, "jour").await;
        assert_refused(&scan(&device, TOKEN).await);
        assert_eq!(count(app, "select count(*) as n from tablet_badge", args![]).await, 1);
        assert_eq!(acts(app, Action::ChildSecretChanged).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_badge_works_on_a_device_of_the_class_scanned_or_typed() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        give(app).await;
        let device = tablet(app, Thomas, Cp, "jour").await;
        assert_came_in(&scan(&device, TOKEN).await, "/");
        assert!(is_in(&device).await);
        device.get("/tablette").await;
        let typed = [("jeton", ""), ("code", "ABCDE fghjk")];
        assert_came_in(&device.post("/badge", &typed).await, "/");
    })
    .await;
}

#[tokio::test]
async fn a_badge_works_nowhere_else_but_in_the_hour_of_the_class() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        give(app).await;
        let anywhere = app.anonymous();
        assert_refused(&scan(&anywhere, TOKEN).await);
        let elsewhere = tablet(app, Thea, Cm, "jour").await;
        assert_refused(&scan(&elsewhere, TOKEN).await);
        let thomas = app.by(Thomas).await;
        thomas.post_then(&Cp.path("/tablettes/badges"), &[]).await;
        assert_came_in(&scan(&anywhere, TOKEN).await, "/");
        assert!(is_in(&anywhere).await);
        assert_eq!(anywhere.get("/mes-travaux").await.attributes("idle-return", "data-to"), ["/badge"]);
        thomas.post_then(&Cp.path("/tablettes/badges/fin"), &[]).await;
        assert_refused(&scan(&app.anonymous(), TOKEN).await);
        thomas.post_then(&Cp.path("/tablettes/badges"), &[]).await;
        app.wait(3601);
        assert_refused(&scan(&app.anonymous(), TOKEN).await);
    })
    .await;
}

#[tokio::test]
async fn a_badge_taken_back_ends_what_it_opened_and_dies_with_the_year() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        give(app).await;
        let device = tablet(app, Thomas, Cp, "annee").await;
        scan(&device, TOKEN).await;
        app.by(Thomas).await.post_then(&codes(Cp, Zoe, "/badge/fin"), &[]).await;
        assert!(!is_in(&device).await);
        assert_refused(&scan(&device, TOKEN).await);
        give(app).await;
        app.at("2027-08-01T08:00");
        let device = tablet(app, Thomas, Cp, "jour").await;
        assert_refused(&scan(&device, TOKEN).await);
    })
    .await;
}

#[tokio::test]
async fn a_badge_refused_counts_in_its_class_and_what_is_none_in_the_journal() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        give(app).await;
        scan(&app.anonymous(), TOKEN).await;
        scan(&app.anonymous(), "rien").await;
        assert_eq!(count(app, "select count(*) as n from tablet_refusal where door = 'badge'", args![]).await, 1);
        assert_eq!(acts(app, Action::SignInRefused).await, 1);
        assert!(app.anonymous().get("/badge").await.has("badge-reader form[action='/badge']"));
    })
    .await;
}

#[tokio::test]
async fn badges_that_work_are_replaced_or_taken_back_once_it_was_asked() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let thomas = app.by(Thomas).await;
        // Nothing to lose yet: printed at once.
        assert!(thomas.get(&Cp.path("/codes")).await.has("form[action$='/codes/badges']"));
        assert!(thomas.get(&codes(Cp, Zoe, "")).await.has("form[action$='/badge']"));
        for page in ["/badge", "/badge/fin"] {
            assert_eq!(thomas.get(&codes(Cp, Zoe, page)).await.status, 404, "{page}");
        }
        give(app).await;
        let list = thomas.get(&Cp.path("/codes")).await;
        assert!(!list.has("form[action$='/codes/badges']"), "{}", list.text());
        assert_eq!(list.link("Imprimer les badges de la classe"), Some(Cp.path("/codes/badges")));
        let asked = thomas.get(&Cp.path("/codes/badges")).await;
        assert!(asked.says("1 élève a un badge qui marche") && asked.has("form[action$='/codes/badges']"));
        let child = thomas.get(&codes(Cp, Zoe, "")).await;
        assert!(!child.has("form[action$='/badge/fin']") && !child.has("form[action$='/badge']"), "{}", child.text());
        assert_eq!(child.link("Imprimer un badge neuf"), Some(codes(Cp, Zoe, "/badge")));
        let asked = thomas.get(&codes(Cp, Zoe, "/badge")).await;
        assert!(asked.says("Imprimer un nouveau badge de Zoé ?"), "{}", asked.text());
        assert!(asked.says("le badge imprimé avant ne marchera plus") && asked.has("form[action$='/badge']"));
        assert_eq!(child.link("Retirer le badge"), Some(codes(Cp, Zoe, "/badge/fin")));
        let asked = thomas.get(&codes(Cp, Zoe, "/badge/fin")).await;
        assert!(asked.says("Retirer le badge de Zoé ?") && asked.has("form[action$='/badge/fin']"));
        // Asking takes nothing away.
        let device = tablet(app, Thomas, Cp, "jour").await;
        assert_came_in(&scan(&device, TOKEN).await, "/");
    })
    .await;
}

#[tokio::test]
async fn a_page_left_open_since_before_the_badges_asks_too() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        give(app).await;
        let thomas = app.by(Thomas).await;
        for path in [Cp.path("/codes/badges"), codes(Cp, Zoe, "/badge")] {
            let again = thomas.post(&path, &[]).await;
            assert!(again.status == 303 && again.location().as_ref() == Some(&path), "{}", again.text());
            assert_eq!(thomas.get(&path).await.attributes("main form button", "name"), ["remplacer"], "{path}");
        }
        let device = tablet(app, Thomas, Cp, "jour").await;
        assert_came_in(&scan(&device, TOKEN).await, "/");
        let answered = thomas.post(&codes(Cp, Zoe, "/badge"), &[("remplacer", "on")]).await;
        assert!(answered.bytes.starts_with(b"%PDF-"), "{}", answered.text());
        assert_refused(&scan(&device, TOKEN).await);
    })
    .await;
}
