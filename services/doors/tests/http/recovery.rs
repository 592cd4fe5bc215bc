//! What was forgotten: a password is chosen again by a letter, a login is told by one.

use crate::{
    SERVICES,
    steps::{
        NEW, WRONG, account_of, acts, assert_leads, change, gets_in, give_email, is_inside, letters_to, links, reopened,
    },
};
use commons::audit::Action;
use db::args;
use testkit::{App, Page, Who::*, on_both, people::PASSWORD};

const CLAIRE: &str = "claire.fabre@example.org";
const FAMILY: &str = "famille.benali@example.org";
const LINK: &str = "/nouveau-mot-de-passe?";

async fn forgot_password(app: &App, typed: &str) -> Page {
    app.anonymous().post("/mot-de-passe-oublie", &[("identifiant", typed)]).await
}

async fn forgot_login(app: &App, typed: &str) -> Page {
    app.anonymous().post("/identifiant-oublie", &[("courriel", typed)]).await
}

/// The link of the letter Claire gets when she forgot her password.
async fn link_for_claire(app: &App) -> String {
    give_email(app, Claire, CLAIRE).await;
    forgot_password(app, "claire.fabre").await;
    links(&letters_to(app, CLAIRE).await[0], LINK).remove(0)
}

/// Sends the form of the page behind a link.
async fn choose(app: &App, link: &str, password: &str) -> Page {
    let proof = link.split_once("jeton=").unwrap().1;
    let fields = [("jeton", proof), ("nouveau", password), ("confirmation", password)];
    app.anonymous().post("/nouveau-mot-de-passe", &fields).await
}

#[tokio::test]
async fn nothing_typed_is_told_beside_the_field() {
    on_both(SERVICES, async |app| {
        for (page, told) in [
            (forgot_password(app, " ").await, "Il faut écrire un identifiant ou une adresse électronique."),
            (forgot_login(app, "").await, "Il faut écrire une adresse électronique."),
        ] {
            assert_eq!(page.status, 422, "{}", page.text());
            assert!(page.texts(".field-error")[0].contains(told), "{}", page.text());
            assert!(page.has("form[novalidate]"), "{}", page.html());
        }
    })
    .await;
}

#[tokio::test]
async fn the_answer_is_the_same_whether_somebody_exists_or_not() {
    on_both(SERVICES, async |app| {
        give_email(app, Claire, CLAIRE).await;
        let known =
            ["claire.fabre", "Claire.Fabre@Example.org", "thomas.roux", "personne.inconnue", "inconnue@example.org"];
        let mut answers = Vec::new();
        for typed in known {
            let client = app.anonymous();
            let password = client.post_then("/mot-de-passe-oublie", &[("identifiant", typed)]).await;
            let login = client.post_then("/identifiant-oublie", &[("courriel", typed)]).await;
            assert!(password.has(".notice") && password.has("form[action='/connexion']"), "{typed}");
            answers.extend([password.text(), login.text()]);
        }
        for answer in &answers {
            assert_eq!(answer, &answers[0]);
        }
        // Claire was asked for twice by her password, once by her login: she gets one letter of each kind.
        assert_eq!(letters_to(app, CLAIRE).await.len(), 2);
        assert_eq!(app.letters().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_link_changes_the_password_once_and_ends_every_session() {
    on_both(SERVICES, async |app| {
        let before = app.by(Claire).await;
        let link = link_for_claire(app).await;
        assert!(gets_in(app, Claire, PASSWORD).await, "asking alone changes nothing");
        let page = app.anonymous().get(&link).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.attributes("input[name=username]", "value"), ["claire.fabre"]);
        for weak in ["court", "Claire-nuage-77!"] {
            let answer = choose(app, &link, weak).await;
            assert_eq!(answer.status, 422, "{weak}");
            assert!(answer.has("#f-nouveau-error") && answer.has("input[name=jeton]"), "{weak}");
        }
        assert_leads(&choose(app, &link, NEW).await, "/connexion");
        assert!(!is_inside(&before).await);
        assert!(gets_in(app, Claire, NEW).await && !gets_in(app, Claire, PASSWORD).await);
        assert_leads(&app.anonymous().get(&link).await, "/mot-de-passe-oublie");
        assert_leads(&choose(app, &link, WRONG).await, "/mot-de-passe-oublie");
        assert!(gets_in(app, Claire, NEW).await);
        assert_eq!(acts(app, Action::ResetAsked).await, [(Some(Claire.account()), None, None)]);
        assert_eq!(acts(app, Action::PasswordChanged).await, [(Some(Claire.account()), None, None)]);
    })
    .await;
}

#[tokio::test]
async fn a_link_lasts_an_hour() {
    on_both(SERVICES, async |app| {
        let link = link_for_claire(app).await;
        app.wait(3599);
        assert_eq!(app.anonymous().get(&link).await.status, 200);
        app.wait(1);
        let client = app.anonymous();
        let late = client.get(&link).await;
        assert_leads(&late, "/mot-de-passe-oublie");
        assert!(client.follow(&late).await.has(".notice-attention"), "nobody says why the link does not work");
        assert_leads(&choose(app, &link, NEW).await, "/mot-de-passe-oublie");
        assert!(gets_in(app, Claire, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_link_of_a_letter_leads_back() {
    on_both(SERVICES, async |app| {
        let link = link_for_claire(app).await;
        let proof = link.split_once("jeton=").unwrap().1;
        for forged in [LINK.to_owned() + "jeton=", "/nouveau-mot-de-passe".to_owned(), format!("{link}A")] {
            assert_leads(&app.anonymous().get(&forged).await, "/mot-de-passe-oublie");
        }
        // A proof made for one door opens no other.
        assert_leads(&app.anonymous().get(&format!("/activation/{proof}")).await, "/activation");
        let fields = [("jeton", proof), ("code", "000000")];
        assert_leads(&app.anonymous().post("/connexion/code", &fields).await, "/connexion");
    })
    .await;
}

#[tokio::test]
async fn two_parents_who_share_an_address_get_a_link_each() {
    on_both(SERVICES, async |app| {
        give_email(app, Samia, FAMILY).await;
        give_email(app, Karim, FAMILY).await;
        forgot_password(app, "Famille.Benali@Example.org").await;
        let letters = letters_to(app, FAMILY).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("samia.benali") && letters[0].contains("karim.benali"), "{}", letters[0]);
        let found = links(&letters[0], LINK);
        assert_eq!(found.len(), 2);
        let mut owners = Vec::new();
        for link in &found {
            owners.extend(app.anonymous().get(link).await.attributes("input[name=username]", "value"));
        }
        owners.sort();
        assert_eq!(owners, ["karim.benali", "samia.benali"]);
        // The one who forgot is helped; the other keeps the password.
        let samia = if app.anonymous().get(&found[0]).await.html().contains("samia.benali") { 0 } else { 1 };
        choose(app, &found[samia], NEW).await;
        assert!(gets_in(app, Samia, NEW).await && gets_in(app, Karim, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_login_is_told_to_its_address_alone() {
    on_both(SERVICES, async |app| {
        give_email(app, Samia, FAMILY).await;
        give_email(app, Karim, FAMILY).await;
        give_email(app, Claire, CLAIRE).await;
        assert_leads(&forgot_login(app, " Famille.Benali@Example.org ").await, "/connexion");
        let letters = letters_to(app, FAMILY).await;
        assert_eq!((letters.len(), app.letters().len()), (1, 1));
        let letter = &letters[0];
        assert!(letter.contains("samia.benali") && letter.contains("karim.benali"), "{letter}");
        assert!(!letter.contains("jeton=") && !letter.contains("claire.fabre"), "{letter}");
        // A login is no address: whoever knows it does not need it.
        forgot_login(app, "claire.fabre").await;
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_mailbox_is_not_flooded() {
    on_both(SERVICES, async |app| {
        give_email(app, Claire, CLAIRE).await;
        for _ in 0..3 {
            forgot_password(app, "claire.fabre").await;
            forgot_login(app, CLAIRE).await;
        }
        assert_eq!(letters_to(app, CLAIRE).await.len(), 2);
        app.wait(120);
        forgot_password(app, CLAIRE).await;
        assert_eq!(letters_to(app, CLAIRE).await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn no_letter_leaves_for_an_account_that_is_not_open() {
    on_both(SERVICES, async |app| {
        give_email(app, Claire, CLAIRE).await;
        give_email(app, Paul, "paul.marty@example.org").await;
        reopened(app, Claire).await;
        change(app, "update account set blocked_at = 1 where id = $1", args![Paul.account()]).await;
        // The address of the directory is not one its owner confirmed.
        assert_eq!(account_of(app, Samia).await.email, None);
        for typed in [CLAIRE, "claire.fabre", "paul.marty", "paul.marty@example.org", FAMILY, "samia.benali"] {
            assert_leads(&forgot_password(app, typed).await, "/connexion");
            assert_leads(&forgot_login(app, typed).await, "/connexion");
        }
        app.run_jobs().await;
        assert!(app.letters().is_empty(), "{:?}", app.letters());
    })
    .await;
}
