//! Showing that one is there: by the telephone, or by a letter.

use crate::{
    SERVICES,
    steps::{account_of, acts, assert_leads, figures, give_email, letters_to, session_cookie, sign_in, wrong_figures},
};
use commons::audit::Action;
use school::session;
use testkit::{
    App, Client, Page, Who,
    Who::*,
    on_both,
    people::{PASSWORD, TOTP_SECRET},
};

const PATH: &str = "/verification";
const BACK: &str = "/compte";

/// Whether some session of somebody was proved a short while ago.
async fn is_proved(app: &App, who: Who) -> bool {
    let mut tx = app.read().await;
    let sessions = session::of(&mut tx, who.account()).await.unwrap();
    sessions.iter().any(|it| it.is_proved(tx.now()))
}

async fn ask_letter(client: &Client<'_>) {
    let answer = client.post(PATH, &[("envoyer", "oui"), ("retour", BACK)]).await;
    assert_leads(&answer, "/verification?retour=%2Fcompte");
}

async fn type_code(client: &Client<'_>, code: &str) -> Page {
    client.post(PATH, &[("code", code), ("retour", BACK)]).await
}

/// The six figures of the last letter to an address.
async fn code_sent_to(app: &App, address: &str) -> String {
    let letters = letters_to(app, address).await;
    let lines: Vec<&str> = letters.last().unwrap().lines().map(str::trim).collect();
    let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|it| it.is_ascii_digit());
    lines.into_iter().find(is_code).unwrap().to_owned()
}

#[tokio::test]
async fn the_code_of_the_telephone_is_a_proof_for_a_quarter_of_an_hour() {
    on_both(SERVICES, async |app| {
        let client = app.by(Adelaide).await;
        assert!(!is_proved(app, Adelaide).await);
        let page = client.get("/verification?retour=%2Fcompte").await;
        assert_eq!(page.attributes("input[name=retour]", "value"), [BACK]);
        assert!(!page.has("input[name=envoyer]"), "the telephone comes before letters");
        let wrong = type_code(&client, wrong_figures(TOTP_SECRET, app.now())).await;
        assert!(wrong.status == 422 && wrong.has("#f-code-error"));
        assert_eq!(wrong.attributes("input[name=retour]", "value"), [BACK]);
        assert!(!is_proved(app, Adelaide).await);
        let code = figures(TOTP_SECRET, app.now());
        assert_leads(&type_code(&client, &code).await, BACK);
        assert!(is_proved(app, Adelaide).await);
        assert_eq!(acts(app, Action::IdentityProved).await, [(Some(Adelaide.account()), None, None)]);
        assert_leads(&client.get("/verification?retour=%2Fcompte").await, BACK);
        assert_eq!(type_code(&app.by(Adelaide).await, &code).await.status, 422, "a code serves once");
        app.wait(899);
        assert!(is_proved(app, Adelaide).await);
        app.wait(1);
        assert!(!is_proved(app, Adelaide).await);
    })
    .await;
}

#[tokio::test]
async fn the_second_step_of_signing_in_is_a_proof_and_the_password_is_not() {
    on_both(SERVICES, async |app| {
        let client = app.anonymous();
        let answer = sign_in(&client, &Adelaide.login(), PASSWORD).await;
        let page = client.follow(&answer).await;
        let proof = page.attributes("input[name=jeton]", "value").remove(0);
        let code = figures(TOTP_SECRET, app.now());
        let opened = client.post("/connexion/code", &[("jeton", proof.as_str()), ("code", code.as_str())]).await;
        assert!(session_cookie(&opened).is_some() && is_proved(app, Adelaide).await);
        assert!(session_cookie(&sign_in(&app.anonymous(), &Thomas.login(), PASSWORD).await).is_some());
        assert!(!is_proved(app, Thomas).await);
    })
    .await;
}

#[tokio::test]
async fn a_letter_brings_a_code_to_those_without_telephone() {
    on_both(SERVICES, async |app| {
        give_email(app, Thomas, "thomas@example.org").await;
        let client = app.by(Thomas).await;
        assert!(client.get(PATH).await.has("input[name=envoyer]"));
        assert!(letters_to(app, "thomas@example.org").await.is_empty(), "looking sends nothing");
        ask_letter(&client).await;
        let code = code_sent_to(app, "thomas@example.org").await;
        ask_letter(&client).await;
        assert_eq!(letters_to(app, "thomas@example.org").await.len(), 1, "one letter in two minutes");
        let other = if code == "000000" { "000001" } else { "000000" };
        for wrong in [other, "", "12345"] {
            assert_eq!(type_code(&client, wrong).await.status, 422, "{wrong}");
        }
        assert!(!is_proved(app, Thomas).await);
        assert_leads(&type_code(&client, &format!("{} {}", &code[..3], &code[3..])).await, BACK);
        assert!(is_proved(app, Thomas).await);
        assert_eq!(account_of(app, Thomas).await.failures, 0);
        assert_eq!(type_code(&client, &code).await.status, 422, "a code serves once");
    })
    .await;
}

#[tokio::test]
async fn a_code_is_good_for_ten_minutes_in_the_browser_and_the_account_that_asked() {
    on_both(SERVICES, async |app| {
        give_email(app, Thomas, "thomas@example.org").await;
        give_email(app, Claire, "claire@example.org").await;
        let (thomas, claire) = (app.by(Thomas).await, app.by(Claire).await);
        ask_letter(&thomas).await;
        ask_letter(&claire).await;
        let code = code_sent_to(app, "thomas@example.org").await;
        assert_eq!(type_code(&claire, &code).await.status, 422, "the code of another account");
        assert_eq!(type_code(&app.by(Thomas).await, &code).await.status, 422, "another browser");
        app.wait(600);
        assert_eq!(type_code(&thomas, &code).await.status, 422, "ten minutes later");
        assert!(!is_proved(app, Thomas).await && !is_proved(app, Claire).await);
        ask_letter(&thomas).await;
        let code = code_sent_to(app, "thomas@example.org").await;
        app.wait(599);
        assert_leads(&type_code(&thomas, &code).await, BACK);
    })
    .await;
}

#[tokio::test]
async fn five_wrong_codes_close_the_account_for_a_minute() {
    on_both(SERVICES, async |app| {
        give_email(app, Thomas, "thomas@example.org").await;
        let client = app.by(Thomas).await;
        ask_letter(&client).await;
        let code = code_sent_to(app, "thomas@example.org").await;
        let wrong = if code == "000000" { "000001" } else { "000000" };
        for _ in 0..5 {
            assert_eq!(type_code(&client, wrong).await.status, 422);
        }
        assert_eq!(type_code(&client, &code).await.status, 422, "the account is closed");
        assert_eq!(acts(app, Action::SignInRefused).await.len(), 5);
        app.wait(60);
        assert_leads(&type_code(&client, &code).await, BACK);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_neither_is_led_to_set_one_and_comes_back() {
    on_both(SERVICES, async |app| {
        let client = app.by(Thomas).await;
        let page = client.get("/verification?retour=%2Fcharte").await;
        assert!(!page.has("input[name=code]") && !page.has("input[name=envoyer]"));
        assert_eq!(type_code(&client, "000000").await.status, 422);
        assert_eq!(client.post(PATH, &[("envoyer", "oui")]).await.status, 403);
        let to = page.attributes("main a[href^='/compte/second-facteur']", "href").remove(0);
        let enrolment = client.get(&to).await;
        let secret = enrolment.texts("code").remove(0).replace(' ', "");
        assert_eq!(enrolment.attributes("input[name=retour]", "value"), ["/charte"]);
        let code = figures(&secret, app.now());
        let fields = [("code", code.as_str()), ("ancien", PASSWORD), ("retour", "/charte")];
        assert_leads(&client.post("/compte/second-facteur", &fields).await, "/charte");
        assert!(!is_proved(app, Thomas).await, "whoever stole the password could have done as much");
        let page = client.get(PATH).await;
        assert!(page.says("demain à") && !page.has("input[name=code]"), "{}", page.text());
        assert_eq!(type_code(&client, &figures(&secret, app.now())).await.status, 422);
        assert_eq!(app.tasks(Thomas).await, ["Un second facteur vient d’être ajouté à votre compte"]);
        app.wait(86_400);
        assert!(app.tasks(Thomas).await.is_empty());
        assert_leads(&type_code(&client, &figures(&secret, app.now())).await, BACK);
        assert!(is_proved(app, Thomas).await);
    })
    .await;
}

/// Enrols a telephone with the password; answers its secret.
async fn enrol(app: &App, client: &Client<'_>) -> String {
    let secret = client.get("/compte/second-facteur").await.texts("code").remove(0).replace(' ', "");
    let code = figures(&secret, app.now());
    assert_leads(&client.post("/compte/second-facteur", &[("code", code.as_str()), ("ancien", PASSWORD)]).await, BACK);
    secret
}

#[tokio::test]
async fn what_is_added_after_an_activation_code_proves_at_once() {
    on_both(SERVICES, async |app| {
        let client = app.by(Thomas).await;
        let mut tx = app.write().await;
        for it in session::of(&mut tx, Thomas.account()).await.unwrap() {
            session::vouch(&mut tx, Thomas.account(), &it.token).await.unwrap();
        }
        tx.commit().await.unwrap();
        enrol(app, &client).await;
        assert!(is_proved(app, Thomas).await && app.tasks(Thomas).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_telephone_added_with_the_password_alone_takes_nothing_from_letters_and_they_tell_of_it() {
    on_both(SERVICES, async |app| {
        give_email(app, Thomas, "thomas@example.org").await;
        let client = app.by(Thomas).await;
        enrol(app, &client).await;
        assert!(!is_proved(app, Thomas).await);
        let letters = letters_to(app, "thomas@example.org").await;
        assert!(letters.len() == 1 && letters[0].contains(&Thomas.login()), "{letters:?}");
        assert!(client.get(PATH).await.has("input[name=envoyer]"), "the address proves meanwhile");
        ask_letter(&client).await;
        let code = code_sent_to(app, "thomas@example.org").await;
        assert_leads(&type_code(&client, &code).await, BACK);
        assert!(is_proved(app, Thomas).await);
    })
    .await;
}

#[tokio::test]
async fn no_pupil_is_asked_and_nobody_is_led_away() {
    on_both(SERVICES, async |app| {
        assert!(app.anonymous().get(PATH).await.asks_to_sign_in());
        assert!(app.anonymous().post(PATH, &[]).await.asks_to_sign_in());
        let child = app.by(Zoe).await;
        assert_eq!(child.get(PATH).await.status, 404);
        assert_eq!(child.post(PATH, &[("code", "000000")]).await.status, 404);
        let client = app.by(Adelaide).await;
        let page = client.get("/verification?retour=%2F%2Failleurs.example").await;
        assert_eq!(page.attributes("input[name=retour]", "value"), ["/"]);
        let code = figures(TOTP_SECRET, app.now());
        assert_leads(&client.post(PATH, &[("code", code.as_str()), ("retour", "//ailleurs.example")]).await, "/");
    })
    .await;
}
