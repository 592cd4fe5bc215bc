//! A code serves once, in its time, to somebody of the académie; wrong ones are counted.

use crate::{SERVICES, THURSDAY, answers, code, may, open, run, typed};
use db::args;
use school::Right;
use testkit::{App, Classroom::Cp, Page, Who::*, on_both};

/// A code of the CP, for two days.
async fn made(app: &App) -> String {
    app.at(THURSDAY);
    let helene = app.by(Helene).await;
    let slip = open(&helene, Cp, "2", Thomas).await;
    code(&helene, &slip).await
}

fn told(page: &Page, words: &str) {
    assert_eq!(page.status, 422, "{}", page.text());
    assert!(page.texts("#f-code-error").concat().contains(words), "{}", page.text());
}

#[tokio::test]
async fn a_code_serves_once() {
    on_both(SERVICES, async |app| {
        let code = made(app).await;
        assert_eq!(typed(app, Thea, &code).await.status, 303);
        told(&typed(app, Rose, &code).await, "Ce code a déjà servi");
        told(&typed(app, Thea, &code).await, "Ce code a déjà servi");
        assert!(!may(app, Rose, Right::SeeClass, Cp).await);
    })
    .await;
}

#[tokio::test]
async fn a_code_nobody_types_dies_after_a_week() {
    on_both(SERVICES, async |app| {
        let code = made(app).await;
        app.at("2026-10-08T12:00");
        told(&typed(app, Thea, &code).await, "n’est plus valable");
        let page = app.by(Helene).await.get(&Cp.path("/remplacements")).await;
        assert!(page.says("Code périmé"), "{}", page.text());
        assert!(!may(app, Thea, Right::SeeClass, Cp).await);
    })
    .await;
}

#[tokio::test]
async fn days_of_class_are_counted_from_the_day_the_code_is_typed() {
    on_both(SERVICES, async |app| {
        let code = made(app).await;
        app.at("2026-10-02T18:30");
        let page = typed(app, Thea, &code).await;
        assert_eq!(page.status, 303);
        app.at("2026-10-06T23:59");
        assert!(may(app, Thea, Right::SeeClass, Cp).await, "Monday and Tuesday");
        app.at("2026-10-07T00:00");
        assert!(!may(app, Thea, Right::SeeClass, Cp).await);
    })
    .await;
}

#[tokio::test]
async fn wrong_codes_close_the_trying_for_a_while() {
    on_both(SERVICES, async |app| {
        let code = made(app).await;
        for _ in 0..5 {
            told(&typed(app, Thea, "abcde34567").await, "Ce code n’est pas reconnu.");
        }
        told(&typed(app, Thea, &code).await, "Trop de codes faux");
        assert!(!may(app, Thea, Right::SeeClass, Cp).await);
        app.wait(120);
        let page = typed(app, Thea, &code).await;
        assert_eq!(page.status, 303, "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_code_is_for_the_academie_and_for_who_does_not_teach_there() {
    on_both(SERVICES, async |app| {
        let code = made(app).await;
        told(&typed(app, Thomas, &code).await, "Vous enseignez déjà dans cette classe.");
        run(app, "update person set academy = '11' where id = $1", args![Thea.person()]).await;
        told(&typed(app, Thea, &code).await, "d’une autre académie");
        // Neither used it up.
        assert_eq!(typed(app, Rose, &code).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn codes_are_typed_by_whoever_teaches_somewhere() {
    on_both(SERVICES, async |app| {
        answers(app, "/remplacement", 404, &[Zoe, Tom, Claire, Perrine, Agnes, Adelaide]).await;
        answers(app, "/remplacement", 200, &[Rose, Thea, Thomas]).await;
        assert!(app.by(Rose).await.get("/autre").await.link("Code de remplacement").is_some());
        assert_eq!(app.by(Thomas).await.get("/autre").await.link("Code de remplacement"), None);
    })
    .await;
}
