//! A temporary password: shown once, replaced before anything is seen.

use crate::{
    SERVICES,
    steps::{
        CLAIRE, NEW, WRONG, acts, assert_leads, change, gets_in, is_inside, letters_to, reopened, session_cookie,
        sign_in,
    },
};
use commons::audit::Action;
use db::args;
use testkit::{
    Classroom,
    Classroom::{Ce, Cp},
    Client, Page, Who,
    Who::*,
    on_both,
    people::PASSWORD,
};

fn address(class: Classroom, who: Who) -> String {
    class.path(&format!("/comptes/{}/mot-de-passe", who.person()))
}

/// Gives somebody a temporary password; tells it.
async fn given(client: &Client<'_>, class: Classroom, who: Who) -> String {
    let page = client.post(&address(class, who), &[]).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let codes = page.texts("code.code");
    assert_eq!(codes[0], who.login());
    codes[1].clone()
}

async fn choose(client: &Client<'_>, to: &str, password: &str) -> Page {
    let proof = to.split_once("jeton=").unwrap().1;
    client.post("/nouveau-mot-de-passe", &[("jeton", proof), ("nouveau", password), ("confirmation", password)]).await
}

#[tokio::test]
async fn it_leads_to_another_before_anybody_comes_in() {
    on_both(SERVICES, async |app| {
        let (teacher, parent) = (app.by(Thomas).await, app.by(Claire).await);
        let ask = teacher.get(&address(Cp, Claire)).await;
        assert!(ask.has("form button.button-danger") && !ask.has("code.code"));
        let password = given(&teacher, Cp, Claire).await;
        assert!(!is_inside(&parent).await && !gets_in(app, Claire, PASSWORD).await);
        let client = app.anonymous();
        let answer = sign_in(&client, &Claire.login(), &password).await;
        let to = answer.location().unwrap();
        assert!(to.starts_with("/nouveau-mot-de-passe?jeton="), "{to}");
        assert!(session_cookie(&answer).is_none() && !is_inside(&client).await);
        let same = choose(&client, &to, &password).await;
        assert!(same.status == 422 && same.has("#f-nouveau-error"), "{}", same.text());
        assert_leads(&choose(&client, &to, NEW).await, "/connexion");
        assert!(gets_in(app, Claire, NEW).await);
        let old = sign_in(&app.anonymous(), &Claire.login(), &password).await;
        assert_eq!(old.status, 422, "it served once");
    })
    .await;
}

#[tokio::test]
async fn its_owner_hears_of_it_and_the_journal_keeps_it() {
    on_both(SERVICES, async |app| {
        let password = given(&app.by(Thomas).await, Cp, Claire).await;
        let kept = acts(app, Action::PasswordReplaced).await;
        assert_eq!(kept, [(Some(Thomas.account()), Some(Claire.person().to_string()), None)]);
        let letters = letters_to(app, CLAIRE).await;
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("Thomas ROUX") && !letters[0].contains(&password), "{}", letters[0]);
        let client = app.by(Claire).await;
        assert!(client.get("/compte").await.says("Votre mot de passe a été remplacé par Thomas ROUX"));
        let mut tx = app.read().await;
        let viewer = school::Viewer::load(&mut tx, Claire.account()).await.unwrap();
        let tasks = (doors::SERVICE.tasks)(&mut tx, &viewer).await.unwrap();
        assert_eq!(tasks.len(), 1);
        drop(tx);
        app.wait(7 * 86_400);
        let mut tx = app.read().await;
        assert!((doors::SERVICE.tasks)(&mut tx, &viewer).await.unwrap().is_empty(), "it is told for a week");
    })
    .await;
}

#[tokio::test]
async fn it_lives_a_week() {
    on_both(SERVICES, async |app| {
        let password = given(&app.by(Thomas).await, Cp, Claire).await;
        app.wait(7 * 86_400 - 1);
        assert_eq!(sign_in(&app.anonymous(), &Claire.login(), &password).await.status, 303);
        app.wait(1);
        let late = sign_in(&app.anonymous(), &Claire.login(), &password).await;
        assert!(late.status == 422 && late.says("provisoire n’est plus valable"), "{}", late.text());
        // Given again, it lives again.
        let newer = given(&app.by(Thomas).await, Cp, Claire).await;
        assert_eq!(sign_in(&app.anonymous(), &Claire.login(), &newer).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn a_child_below_ce2_keeps_it_and_an_older_one_chooses() {
    on_both(SERVICES, async |app| {
        let password = given(&app.by(Thomas).await, Cp, Zoe).await;
        assert!(gets_in(app, Zoe, &password).await);
        let password = given(&app.by(Helene).await, Ce, Tom).await;
        let client = app.anonymous();
        let answer = sign_in(&client, &Tom.login(), &password).await;
        assert!(!is_inside(&client).await);
        assert!(client.follow(&answer).await.says("Tom, choisis ton nouveau mot de passe"));
    })
    .await;
}

#[tokio::test]
async fn a_temporary_password_is_not_for_colleagues_nor_for_others() {
    on_both(SERVICES, async |app| {
        let teacher = app.by(Thomas).await;
        for who in [Rose, Helene, Agnes, Tom, Samia, Enzo, Thomas] {
            assert_eq!(teacher.post(&address(Cp, who), &[]).await.status, 404, "{who:?}");
        }
        assert_eq!(teacher.post(&address(Ce, Samia), &[]).await.status, 404);
        let parent = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
                      values ($1, $2, 10, 3, 'aaf', 0)";
        for who in [Helene, Rose] {
            change(app, parent, args![Zoe.person(), who.person()]).await;
            assert_eq!(teacher.post(&address(Cp, who), &[]).await.status, 403, "{who:?}");
            assert!(gets_in(app, who, PASSWORD).await, "{who:?}");
        }
        reopened(app, Paul).await;
        assert_eq!(teacher.post(&address(Cp, Paul), &[]).await.status, 404, "a sheet waits for Paul");
        // The account of a family of two schools is the head's to touch.
        change(app, parent, args![Enzo.person(), Claire.person()]).await;
        let refused = teacher.post(&address(Cp, Claire), &[]).await;
        assert_leads(&refused, &Cp.path("/comptes"));
        assert!(gets_in(app, Claire, PASSWORD).await && acts(app, Action::PasswordReplaced).await.is_empty());
        assert_ne!(given(&app.by(Helene).await, Cp, Claire).await, WRONG);
    })
    .await;
}

#[tokio::test]
async fn it_joins_no_other_account() {
    on_both(SERVICES, async |app| {
        let password = given(&app.by(Thomas).await, Cp, Claire).await;
        let login = Claire.login();
        let fields = [("identifiant", login.as_str()), ("secret", password.as_str())];
        let refused = app.by(Samia).await.post("/compte/rattachement", &fields).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(acts(app, Action::AccountsJoined).await.is_empty());
    })
    .await;
}
