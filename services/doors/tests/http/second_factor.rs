//! The second factor: a code of the telephone after the password.

use crate::{
    SERVICES,
    steps::{
        WRONG, account_of, acts, assert_leads, figures, is_inside, session_cookie, sessions, sign_in, wrong_figures,
    },
};
use commons::audit::Action;
use school::account;
use testkit::{
    App, Client, Page,
    Who::*,
    on_both,
    people::{PASSWORD, TOTP_SECRET},
};

const ENROL: &str = "/compte/second-facteur";

/// Types Adélaïde's password; the proof her second step carries.
async fn first_step(client: &Client<'_>) -> String {
    let answer = sign_in(client, &Adelaide.login(), PASSWORD).await;
    let page = client.follow(&answer).await;
    page.attributes("form[action='/connexion/code'] input[name=jeton]", "value").remove(0)
}

async fn second_step(client: &Client<'_>, proof: &str, code: &str) -> Page {
    client.post("/connexion/code", &[("jeton", proof), ("code", code), ("suite", "/compte")]).await
}

async fn without_second_factor(app: &App) {
    let mut tx = app.write().await;
    account::set_totp(&mut tx, Adelaide.account(), None).await.unwrap();
    tx.commit().await.unwrap();
}

/// The secret a page shows to be typed by hand.
fn secret_on(page: &Page) -> String {
    page.texts("code").remove(0).replace(' ', "")
}

#[tokio::test]
async fn the_password_of_an_administrator_is_not_enough() {
    on_both(SERVICES, async |app| {
        let client = app.anonymous();
        let fields = [("identifiant", "adelaide.costes"), ("mot_de_passe", PASSWORD), ("suite", "/compte")];
        let answer = client.post("/connexion", &fields).await;
        assert!(answer.location().is_some_and(|to| to.starts_with("/connexion/code?")), "{:?}", answer.location());
        assert!(session_cookie(&answer).is_none() && !is_inside(&client).await);
        let page = client.follow(&answer).await;
        assert_eq!(page.attributes("input[name=suite]", "value"), ["/compte"]);
        let proof = page.attributes("input[name=jeton]", "value").remove(0);
        for wrong in [wrong_figures(TOTP_SECRET, app.now()), "", "12345", "abcdef"] {
            let refused = second_step(&client, &proof, wrong).await;
            assert_eq!(refused.status, 422, "{wrong}");
            assert!(refused.has("#f-code-error") && session_cookie(&refused).is_none(), "{wrong}");
            assert_eq!(refused.attributes("input[name=suite]", "value"), ["/compte"]);
        }
        let code = figures(TOTP_SECRET, app.now());
        let right = second_step(&client, &proof, &format!("{} {}", &code[..3], &code[3..])).await;
        assert_leads(&right, "/compte");
        assert_eq!(client.follow(&right).await.status, 200);
        assert_eq!(account_of(app, Adelaide).await.failures, 0);
    })
    .await;
}

#[tokio::test]
async fn a_code_serves_once() {
    on_both(SERVICES, async |app| {
        let (first, second) = (app.anonymous(), app.anonymous());
        let (now, before) = (app.now(), app.now().plus_seconds(-30));
        let proof = first_step(&first).await;
        assert_leads(&second_step(&first, &proof, &figures(TOTP_SECRET, now)).await, "/compte");
        // Somebody who looked over the shoulder is just as fast, and knows the password.
        let proof = first_step(&second).await;
        for seen in [now, before] {
            assert_eq!(second_step(&second, &proof, &figures(TOTP_SECRET, seen)).await.status, 422);
        }
        app.wait(30);
        assert_leads(&second_step(&second, &proof, &figures(TOTP_SECRET, app.now())).await, "/compte");
    })
    .await;
}

#[tokio::test]
async fn five_wrong_codes_close_the_account() {
    on_both(SERVICES, async |app| {
        let client = app.anonymous();
        let proof = first_step(&client).await;
        for _ in 0..5 {
            let wrong = wrong_figures(TOTP_SECRET, app.now());
            assert_eq!(second_step(&client, &proof, wrong).await.status, 422);
        }
        let right = figures(TOTP_SECRET, app.now());
        assert_eq!(second_step(&client, &proof, &right).await.status, 422);
        assert_eq!(sign_in(&client, &Adelaide.login(), PASSWORD).await.status, 422);
        app.wait(60);
        assert_leads(&second_step(&client, &proof, &figures(TOTP_SECRET, app.now())).await, "/compte");
    })
    .await;
}

#[tokio::test]
async fn there_are_five_minutes_to_find_the_telephone() {
    on_both(SERVICES, async |app| {
        let client = app.anonymous();
        let proof = first_step(&client).await;
        app.wait(300);
        assert_leads(&second_step(&client, &proof, &figures(TOTP_SECRET, app.now())).await, "/connexion");
        assert_leads(&second_step(&client, "nimporte", "000000").await, "/connexion");
        assert_eq!(sessions(app, Adelaide).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_administrator_sets_a_second_factor_before_anything_else() {
    on_both(SERVICES, async |app| {
        without_second_factor(app).await;
        let client = app.anonymous();
        let fields = [("identifiant", "adelaide.costes"), ("mot_de_passe", PASSWORD), ("suite", "/compte")];
        assert_leads(&client.post("/connexion", &fields).await, ENROL);
        assert_leads(&client.get("/compte").await, ENROL);
        assert_leads(&client.post("/compte/appareils/fin", &[]).await, ENROL);
        let page = client.get(ENROL).await;
        assert!(page.status == 200 && page.has("svg[role=img]") && page.has("input[name=ancien]"));
        let secret = secret_on(&page);
        let wrong = client.post(ENROL, &[("code", wrong_figures(&secret, app.now())), ("ancien", PASSWORD)]).await;
        assert!(wrong.status == 422 && wrong.has("#f-code-error"));
        assert_eq!(secret_on(&wrong), secret, "the secret already scanned must stay the same");
        let twice = client.post(ENROL, &[("code", "12345"), ("ancien", WRONG)]).await;
        assert_eq!(twice.attributes(".error-summary a", "href"), ["#f-code", "#f-ancien"], "as the form has them");
        let code = figures(&secret, app.now());
        assert_leads(&client.post(ENROL, &[("code", code.as_str()), ("ancien", PASSWORD)]).await, "/compte");
        assert!(is_inside(&client).await);
        let proof = first_step(&client).await;
        assert_eq!(second_step(&client, &proof, &code).await.status, 422, "the code of the enrolment served");
        assert_eq!(acts(app, Action::SecondFactorSet).await, [(Some(Adelaide.account()), None, None)]);
        app.wait(30);
        let proof = first_step(&client).await;
        assert_leads(&second_step(&client, &proof, &figures(&secret, app.now())).await, "/compte");
    })
    .await;
}

#[tokio::test]
async fn a_telephone_is_replaced_with_the_password() {
    on_both(SERVICES, async |app| {
        let client = app.by(Adelaide).await;
        let page = client.get(ENROL).await;
        let secret = secret_on(&page);
        assert!(page.has("input[name=ancien]"));
        assert_ne!(secret, TOTP_SECRET, "the secret in force is shown to nobody");
        let code = figures(&secret, app.now());
        for password in [WRONG, ""] {
            let answer = client.post(ENROL, &[("code", code.as_str()), ("ancien", password)]).await;
            assert!(answer.status == 422 && answer.has("#f-ancien-error"), "{}", answer.text());
        }
        assert_eq!(account_of(app, Adelaide).await.totp.as_deref(), Some(TOTP_SECRET));
        assert_leads(&client.post(ENROL, &[("code", code.as_str()), ("ancien", PASSWORD)]).await, "/compte");
        assert_eq!(account_of(app, Adelaide).await.totp, Some(secret.clone()));
        app.wait(30);
        let other = app.anonymous();
        let proof = first_step(&other).await;
        assert_eq!(second_step(&other, &proof, &figures(TOTP_SECRET, app.now())).await.status, 422);
        assert_leads(&second_step(&other, &proof, &figures(&secret, app.now())).await, "/compte");
    })
    .await;
}

#[tokio::test]
async fn those_who_work_in_a_school_may_have_one_and_others_may_not() {
    on_both(SERVICES, async |app| {
        let head = app.by(Helene).await;
        assert!(head.get("/compte").await.has("a[href='/compte/second-facteur']"));
        let secret = secret_on(&head.get(ENROL).await);
        let code = figures(&secret, app.now());
        assert_leads(&head.post(ENROL, &[("code", code.as_str()), ("ancien", PASSWORD)]).await, "/compte");
        let next = sign_in(&app.anonymous(), &Helene.login(), PASSWORD).await;
        assert!(next.location().is_some_and(|to| to.starts_with("/connexion/code?")));
        for who in [Thomas, Rose, Agnes] {
            assert!(app.by(who).await.get("/compte").await.has("a[href='/compte/second-facteur']"), "{who:?}");
            assert_eq!(app.by(who).await.get(ENROL).await.status, 200, "{who:?}");
        }
        for who in [Claire, Zoe] {
            let client = app.by(who).await;
            assert!(!client.get("/compte").await.has("a[href='/compte/second-facteur']"), "{who:?}");
            assert_eq!(client.get(ENROL).await.status, 404, "{who:?}");
            let sent = client.post(ENROL, &[("code", "000000")]).await;
            assert!(matches!(sent.status, 403 | 404), "{who:?}: {}", sent.status);
            assert_eq!(account_of(app, who).await.totp, None, "{who:?}");
        }
    })
    .await;
}
