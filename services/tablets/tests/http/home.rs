//! The code of a family: shown to those responsible, it opens the child's own works.

use crate::{MORNING, SERVICES, assert_came_in, is_in, level};
use testkit::{
    App,
    Classroom::Cp,
    Client, Page,
    Who::{self, *},
    on_both,
};

fn path(child: Who) -> String {
    format!("/enfants/{}/code-maison", child.person())
}

/// Has somebody responsible for Zoé make a code; answers it as it is shown.
async fn code(app: &App, adult: Who) -> String {
    let page = app.by(adult).await.post_then(&path(Zoe), &[]).await;
    let code = page.texts(".given-secret").concat();
    assert_eq!(code.chars().count(), 11, "{}", page.text());
    code
}

async fn types(client: &Client<'_>, code: &str) -> Page {
    client.post("/maison", &[("code", code)]).await
}

#[tokio::test]
async fn either_parent_sees_the_same_code_and_it_opens_the_childs_works() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        assert!(app.by(Claire).await.get(&path(Zoe)).await.says("Créer le code"));
        let code = code(app, Claire).await;
        assert_eq!(app.by(Paul).await.get(&path(Zoe)).await.texts(".given-secret"), [code.as_str()]);
        let home = app.anonymous();
        assert_came_in(&types(&home, &code.to_uppercase()).await, "/mes-travaux");
        let page = home.get("/mes-travaux").await;
        assert!(page.says("Mes travaux") && page.says("Tu n’as encore rien fait ici."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_new_code_voids_the_one_before_and_ends_what_it_opened() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let old = code(app, Claire).await;
        let home = app.anonymous();
        types(&home, &old).await;
        assert!(is_in(&home).await);
        let page = app.by(Paul).await.post_then(&path(Zoe), &[]).await;
        assert!(page.says("Voici le nouveau code."), "{}", page.text());
        let new = page.texts(".given-secret").concat();
        assert_ne!(old, new);
        assert!(!is_in(&home).await);
        // The device asks for the new code: the door of adults is no page for a child, and stays one step away.
        assert_eq!(home.get("/mes-travaux").await.location().as_deref(), Some("/maison"));
        assert_eq!(home.get("/maison").await.link("Adultes : se connecter").as_deref(), Some("/connexion"));
        let page = types(&home, &old).await;
        assert!(page.status == 422 && page.says("Ce code n’est pas le bon."), "{}", page.text());
        assert_eq!(page.attributes("input[name=code]", "value"), [old.as_str()]);
        assert_came_in(&types(&home, &new).await, "/mes-travaux");
        app.at("2027-08-02T09:00");
        assert_eq!(types(&home, &new).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn the_code_opens_neither_the_class_nor_the_pages_of_adults() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let home = app.anonymous();
        types(&home, &code(app, Claire).await).await;
        for closed in [Cp.path("/tablettes"), Cp.path("/codes"), path(Zoe)] {
            assert_eq!(home.get(&closed).await.status, 404, "{closed}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_adult_has_no_works_and_slips_are_printed_for_the_class() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        assert_eq!(app.by(Claire).await.get("/mes-travaux").await.status, 404);
        assert_eq!(app.by(Zoe).await.get("/mes-travaux").await.status, 200);
        let known = code(app, Claire).await;
        let paper = app.by(Thomas).await.post(&Cp.path("/codes/maison"), &[]).await;
        assert!(paper.bytes.starts_with(b"%PDF-"), "{}", paper.text());
        assert_eq!(app.by(Paul).await.get(&path(Zoe)).await.texts(".given-secret"), [known], "printing changes none");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_code_opens_nothing_and_an_adults_account_neither() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        level(app, Zoe, "1111").await;
        for wrong in ["", "abcdefghjk", "é"] {
            assert_eq!(types(&app.anonymous(), wrong).await.status, 422);
        }
        let code = code(app, Claire).await;
        // An entry of a child that is held by the account of an adult.
        let merged = "update account_person set account_id = $2 where person_id = $1";
        crate::change(app, merged, db::args![Zoe.person(), Claire.account()]).await;
        assert_eq!(types(&app.anonymous(), &code).await.status, 422);
    })
    .await;
}
