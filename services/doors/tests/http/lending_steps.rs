//! What stands between a telephone that was lent and whoever takes it back: a second step, a password that was replaced.

use crate::{
    SERVICES,
    steps::{assert_leads, figures, is_inside, reopened, session_cookie, sessions},
};
use school::account;
use testkit::{
    App,
    Classroom::Cp,
    Client, Page,
    Who::*,
    on_both,
    people::{PASSWORD, TOTP_SECRET},
};

/// The telephone of Claire, lent to Zoé.
async fn lent(app: &App) -> Client<'_> {
    let client = app.by(Claire).await;
    assert_leads(&client.post(&format!("/enfants/{}/pret", Zoe.person()), &[]).await, "/");
    client
}

async fn types(client: &Client<'_>, password: &str) -> Page {
    client.post("/pret/retour", &[("mot_de_passe", password)]).await
}

/// Checks that the child is out and nobody in, on the way to another step.
async fn nobody_is_in(app: &App, client: &Client<'_>, answer: &Page, to: &str) {
    let found = answer.location().unwrap_or_default();
    assert!(found.starts_with(to), "{found}: {}", answer.text());
    assert!(session_cookie(answer).is_some_and(|it| it.contains("Max-Age=0")));
    assert_eq!(sessions(app, Zoe).await, 0);
    assert!(!is_inside(client).await);
}

#[tokio::test]
async fn a_second_factor_is_asked_once_the_child_is_out() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        account::set_totp(&mut tx, Claire.account(), Some(TOTP_SECRET)).await.unwrap();
        tx.commit().await.unwrap();
        let client = lent(app).await;
        let answer = types(&client, PASSWORD).await;
        nobody_is_in(app, &client, &answer, "/connexion/code?").await;
        let page = client.follow(&answer).await;
        let proof = page.attributes("input[name=jeton]", "value").remove(0);
        assert_eq!(page.attributes("input[name=suite]", "value"), ["/foyer"]);
        let code = figures(TOTP_SECRET, app.now());
        let fields = [("jeton", proof.as_str()), ("code", code.as_str()), ("suite", "/foyer")];
        assert_leads(&client.post("/connexion/code", &fields).await, "/foyer");
        assert!(is_inside(&client).await);
    })
    .await;
}

#[tokio::test]
async fn a_temporary_password_given_meanwhile_leads_to_another() {
    on_both(SERVICES, async |app| {
        let client = lent(app).await;
        let path = Cp.path(&format!("/comptes/{}/mot-de-passe", Claire.person()));
        let given = app.by(Thomas).await.post(&path, &[]).await.texts("code.code").remove(1);
        assert_eq!(types(&client, PASSWORD).await.status, 422, "the password before");
        let answer = types(&client, &given).await;
        nobody_is_in(app, &client, &answer, "/nouveau-mot-de-passe?jeton=").await;
    })
    .await;
}

#[tokio::test]
async fn a_new_sheet_given_meanwhile_leads_to_activation() {
    on_both(SERVICES, async |app| {
        let client = lent(app).await;
        let code = reopened(app, Claire).await;
        assert_eq!(types(&client, PASSWORD).await.status, 422, "the password before");
        let answer = types(&client, &code).await;
        nobody_is_in(app, &client, &answer, "/activation/").await;
    })
    .await;
}
