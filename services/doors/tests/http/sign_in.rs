//! Signing in and out.

use crate::{
    SERVICES,
    steps::{WRONG, acts, assert_leads, change, is_inside, reopened, session_cookie, sign_in},
};
use commons::audit::Action;
use db::args;
use school::{merge, session};
use testkit::{App, Who::*, on_both, people::PASSWORD};

#[tokio::test]
async fn the_right_password_leads_to_the_page_that_was_wanted() {
    on_both(SERVICES, async |app| {
        let client = app.anonymous();
        let sent = client.get("/compte").await;
        assert!(sent.asks_to_sign_in());
        let page = client.follow(&sent).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.attributes("form[action='/connexion'] input[name=suite]", "value"), ["/compte"]);
        let fields = [("identifiant", " Thomas.ROUX "), ("mot_de_passe", PASSWORD), ("suite", "/compte")];
        let answer = client.post("/connexion", &fields).await;
        assert_leads(&answer, "/compte");
        assert_eq!(client.follow(&answer).await.status, 200);
        assert_eq!(acts(app, Action::SignedIn).await, [(Some(Thomas.account()), None, None)]);
    })
    .await;
}

#[tokio::test]
async fn without_a_wish_everybody_arrives_at_home() {
    on_both(SERVICES, async |app| {
        for who in [Helene, Zoe, Claire, Agnes] {
            let client = app.anonymous();
            assert_leads(&sign_in(&client, &who.login(), PASSWORD).await, "/");
            assert!(is_inside(&client).await, "{who:?}");
            assert_leads(&client.get("/connexion").await, "/");
        }
    })
    .await;
}

#[tokio::test]
async fn no_other_site_is_ever_led_to() {
    on_both(SERVICES, async |app| {
        // Browsers leave tabs out of an address, and read a backslash as a slash.
        let elsewhere =
            ["https://ailleurs.example/", "//ailleurs.example", "/\\ailleurs.example", "/\t/ailleurs.example", "x"];
        for wanted in elsewhere {
            let fields = [("identifiant", "thomas.roux"), ("mot_de_passe", PASSWORD), ("suite", wanted)];
            let answer = app.anonymous().post("/connexion", &fields).await;
            assert_leads(&answer, "/");
        }
        let page = app.anonymous().get("/connexion?suite=https%3A%2F%2Failleurs.example").await;
        assert_eq!(page.attributes("input[name=suite]", "value"), ["/"]);
        let inside = app.by(Thomas).await;
        assert_leads(&inside.get("/connexion?suite=%2F%2Failleurs.example").await, "/");
    })
    .await;
}

#[tokio::test]
async fn the_cookie_of_a_session_has_every_protection() {
    on_both(SERVICES, async |app| {
        let answer = sign_in(&app.anonymous(), &Claire.login(), PASSWORD).await;
        let cookie = session_cookie(&answer).unwrap();
        assert!(cookie.starts_with("__Host-preau="), "{cookie}");
        for protection in ["; Path=/;", "; Secure;", "; HttpOnly;", "; SameSite=Lax;"] {
            assert!(format!("{cookie};").contains(protection), "{protection} is missing from {cookie}");
        }
        assert!(!cookie.contains("Domain="), "{cookie}");
        let again = sign_in(&app.anonymous(), &Claire.login(), PASSWORD).await;
        assert_ne!(token_in(&cookie), token_in(&session_cookie(&again).unwrap()));
    })
    .await;
}

#[tokio::test]
async fn whoever_is_refused_reads_the_same_page() {
    on_both(SERVICES, async |app| {
        reopened(app, Rose).await;
        for _ in 0..5 {
            sign_in(&app.anonymous(), &Claire.login(), WRONG).await;
        }
        let blocked = "update account set blocked_at = 1 where id = $1";
        change(app, blocked, args![Perrine.account()]).await;
        let mut pages = Vec::new();
        for (login, password) in [
            (Thomas.login(), WRONG),
            (Thomas.login(), ""),
            ("personne.inconnue".to_owned(), PASSWORD),
            (Rose.login(), PASSWORD),
            (Claire.login(), PASSWORD),
            (Perrine.login(), WRONG),
        ] {
            let client = app.anonymous();
            let answer = sign_in(&client, &login, password).await;
            assert_eq!(answer.status, 422, "{login}");
            assert!(session_cookie(&answer).is_none(), "{login}");
            assert!(!is_inside(&client).await, "{login}");
            assert!(answer.has(".error-summary"), "{login}");
            assert_eq!(answer.attributes("input[name=identifiant]", "value"), [login]);
            assert!(!answer.html().contains(PASSWORD) && !answer.html().contains(WRONG));
            pages.push((answer.texts("title"), answer.text()));
        }
        for page in &pages {
            assert_eq!(page, &pages[0]);
        }
    })
    .await;
}

#[tokio::test]
async fn the_right_password_of_a_closed_account_is_told_why_nobody_comes_in() {
    on_both(SERVICES, async |app| {
        change(app, "update account set blocked_at = 1 where id = $1", args![Perrine.account()]).await;
        let mut tx = app.write().await;
        merge::join(&mut tx, Samia.account(), Paul.account(), None).await.unwrap();
        tx.commit().await.unwrap();
        let guests = "update person set kind = 'guest' where id = $1";
        change(app, guests, args![Claire.person()]).await;
        change(app, "update account set blocked_at = 1 where id = $1", args![Claire.account()]).await;
        for (who, why) in [
            (Perrine, "il a été fermé. L’école peut dire pourquoi"),
            (Paul, "il a été réuni à un autre."),
            (Claire, "l’invitation de la famille a pris fin."),
        ] {
            let client = app.anonymous();
            let answer = sign_in(&client, &who.login(), PASSWORD).await;
            let told = format!("Ce compte n’est plus ouvert : {why}");
            assert!(answer.status == 422 && answer.says(&told), "{who:?}: {}", answer.text());
            assert!(!is_inside(&client).await, "{who:?}");
            let wrong = sign_in(&client, &who.login(), WRONG).await;
            assert!(!wrong.says("n’est plus ouvert"), "{who:?}: {}", wrong.text());
        }
        // Wrong passwords count there too: nobody tries them all to be told at last.
        for _ in 0..5 {
            sign_in(&app.anonymous(), &Perrine.login(), WRONG).await;
        }
        assert!(!sign_in(&app.anonymous(), &Perrine.login(), PASSWORD).await.says("n’est plus ouvert"));
    })
    .await;
}

#[tokio::test]
async fn an_open_page_whose_session_ended_is_told_so_at_the_door() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let mut tx = app.write().await;
        session::end_all(&mut tx, Claire.account()).await.unwrap();
        tx.commit().await.unwrap();
        let answer = claire.get("/compte").await;
        assert!(answer.asks_to_sign_in(), "{}", answer.text());
        assert!(claire.follow(&answer).await.says("Votre session est terminée."));
        let stranger = app.anonymous();
        let answer = stranger.get("/compte").await;
        assert!(!stranger.follow(&answer).await.says("Votre session est terminée."));
    })
    .await;
}

#[tokio::test]
async fn refusals_are_kept_without_what_was_typed() {
    on_both(SERVICES, async |app| {
        sign_in(&app.anonymous(), &Thomas.login(), WRONG).await;
        // A password typed where the login goes is the commonest mistake.
        sign_in(&app.anonymous(), PASSWORD, WRONG).await;
        let mut kept = acts(app, Action::SignInRefused).await;
        kept.sort();
        assert_eq!(kept, [(None, None, None), (Some(Thomas.account()), None, None)]);
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    on_both(SERVICES, async |app| {
        let (client, elsewhere) = (app.anonymous(), app.by(Claire).await);
        let answer = sign_in(&client, &Claire.login(), PASSWORD).await;
        let token = token_in(&session_cookie(&answer).unwrap());
        assert_eq!(client.get("/deconnexion").await.status, 405, "a link must not sign anybody out");
        assert!(lives(app, &token).await);
        let out = client.post("/deconnexion", &[]).await;
        assert_leads(&out, "/connexion");
        assert!(session_cookie(&out).is_some_and(|it| it.contains("Max-Age=0")));
        assert!(client.follow(&out).await.has(".notice"));
        assert!(!is_inside(&client).await);
        assert!(!lives(app, &token).await, "the old cookie still opens the account");
        assert!(is_inside(&elsewhere).await);
        assert_eq!(acts(app, Action::SessionsEnded).await.len(), 1);
        assert_leads(&app.anonymous().post("/deconnexion", &[]).await, "/connexion");
    })
    .await;
}

#[tokio::test]
async fn a_session_nobody_uses_ends_after_thirty_days() {
    on_both(SERVICES, async |app| {
        let client = app.by(Claire).await;
        for _ in 0..3 {
            app.wait(29 * 86_400);
            assert!(is_inside(&client).await);
        }
        app.wait(30 * 86_400);
        assert!(!is_inside(&client).await);
    })
    .await;
}

/// The token in a `Set-Cookie` line.
fn token_in(cookie: &str) -> String {
    cookie.split(['=', ';']).nth(1).unwrap().to_owned()
}

async fn lives(app: &App, token: &str) -> bool {
    let mut tx = app.read().await;
    session::find(&mut tx, token).await.unwrap().is_some()
}
