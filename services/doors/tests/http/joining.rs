//! Two accounts of one person that become one, proved by a password or by the code of a sheet.

use crate::{
    SERVICES,
    activation::choice_of,
    steps::{
        WRONG, account_of, acts, assert_leads, change, code_of, figures, gets_in, give_email, is_inside, letters_to,
        reopened, session_cookie,
    },
};
use commons::audit::Action;
use db::args;
use school::account;
use testkit::{App, Client, Page, Who, Who::*, on_both, people::PASSWORD, people::TOTP_SECRET};

/// Where one's own account takes the persons of another.
pub(crate) const OWN: &str = "/compte/rattachement";

/// Types another account in one's own, and says to be its person.
async fn take(client: &Client<'_>, login: &str, secret: &str) -> Page {
    let answer = client.post(OWN, &[("identifiant", login), ("secret", secret)]).await;
    say_yes(client, answer).await
}

/// Says yes where it is asked whether the other account is one's own; what asks nothing is answered as it came.
async fn say_yes(client: &Client<'_>, answer: Page) -> Page {
    match proof_in(&answer) {
        proof if proof.is_empty() => answer,
        proof => client.post(OWN, &[("preuve", proof.as_str()), ("certain", "on")]).await,
    }
}

/// Types the account one has already behind the code of a sheet.
async fn keep(client: &Client<'_>, choice: &str, login: &str, secret: &str) -> Page {
    client.post(&format!("{choice}/compte"), &[("identifiant", login), ("secret", secret), ("certain", "on")]).await
}

/// What stands for the code on the page that asks, if it does.
pub(crate) fn proof_in(answer: &Page) -> String {
    answer.attributes("input[name=preuve]", "value").concat()
}

/// How many persons an account holds.
pub(crate) async fn held(app: &App, who: Who) -> i64 {
    let sql = "select count(*) as n from account_person where account_id = $1";
    app.read().await.count(sql, args![who.account()]).await.unwrap()
}

#[tokio::test]
async fn a_parent_adds_the_sheet_of_another_school_to_the_account() {
    on_both(SERVICES, async |app| {
        give_email(app, Claire, "claire.fabre@example.org").await;
        let code = reopened(app, Perrine).await;
        let claire = app.by(Claire).await;
        let page = claire.get(OWN).await;
        assert_eq!(page.attributes("main form input", "name"), ["identifiant", "secret", "code"]);
        assert_leads(&take(&claire, &Perrine.login(), &code.to_uppercase()).await, "/foyer");
        assert_eq!((held(app, Claire).await, held(app, Perrine).await), (2, 0));
        assert!(account_of(app, Perrine).await.blocked_at.is_some());
        assert!(!gets_in(app, Perrine, PASSWORD).await && gets_in(app, Claire, PASSWORD).await);
        let subject = Some(Perrine.account().to_string());
        assert_eq!(acts(app, Action::AccountsJoined).await, [(Some(Claire.account()), subject, None)]);
        let letters = letters_to(app, "claire.fabre@example.org").await;
        assert!(letters.len() == 1 && letters[0].contains("perrine.rives"), "{letters:?}");
        // The code is used up.
        assert_eq!(take(&app.by(Paul).await, &Perrine.login(), &code).await.status, 422);
        assert_eq!(take(&app.by(Paul).await, &Perrine.login(), &code_of(app, Perrine).await).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn an_account_in_use_is_proved_by_its_password() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let perrine = app.by(Perrine).await;
        assert_eq!(take(&claire, &Perrine.login(), &code_of(app, Perrine).await).await.status, 422);
        assert_leads(&take(&claire, &Perrine.login(), PASSWORD).await, "/foyer");
        assert_eq!(held(app, Claire).await, 2);
        assert!(!is_inside(&perrine).await, "the sessions of the other account are over");
    })
    .await;
}

#[tokio::test]
async fn a_new_sheet_goes_to_the_account_one_has() {
    on_both(SERVICES, async |app| {
        let choice = choice_of(app, Perrine).await;
        let client = app.anonymous();
        let link = client.get(&choice).await.link("J’ai déjà un compte Préau").unwrap();
        assert_eq!(link, format!("{choice}/compte"));
        let page = client.get(&link).await;
        assert_eq!(page.attributes("main form", "action"), [link]);
        let refused = keep(&client, &choice, &Claire.login(), WRONG).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.attributes("input[name=identifiant]", "value"), [Claire.login()]);
        assert!(!is_inside(&client).await);
        let done = keep(&client, &choice, &Claire.login(), PASSWORD).await;
        assert_leads(&done, "/");
        assert!(session_cookie(&done).is_some() && is_inside(&client).await);
        assert_eq!((held(app, Claire).await, held(app, Perrine).await), (2, 0));
        // The page behind the code is dead.
        assert_leads(&app.anonymous().get(&choice).await, "/activation");
        assert_leads(&keep(&app.anonymous(), &choice, &Paul.login(), PASSWORD).await, "/activation");
    })
    .await;
}

#[tokio::test]
async fn tries_are_counted_and_told_with_the_same_words() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let code = reopened(app, Perrine).await;
        let mut said = Vec::new();
        for login in ["personne.inconnue", "perrine.rives", "paul.marty"] {
            let page = take(&claire, login, WRONG).await;
            assert_eq!(page.status, 422);
            said.push(page.texts(".field-error"));
        }
        assert!(said.iter().all(|it| *it == said[0]), "{said:?}");
        for _ in 0..4 {
            take(&claire, &Perrine.login(), WRONG).await;
        }
        assert_eq!(account_of(app, Perrine).await.failures, 5);
        assert_eq!(take(&claire, &Perrine.login(), &code).await.texts(".field-error"), said[0]);
        app.wait(61);
        assert_leads(&take(&claire, &Perrine.login(), &code).await, "/foyer");
        assert_eq!(acts(app, Action::SignInRefused).await.len(), 8);
    })
    .await;
}

#[tokio::test]
async fn a_code_past_its_time_is_told_to_who_holds_the_sheet() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Perrine).await;
        app.wait(120 * 86_400);
        let page = take(&app.by(Claire).await, &Perrine.login(), &code).await;
        assert!(page.status == 422 && page.says("Ce code n’est plus valable."), "{}", page.text());
        assert_eq!(held(app, Claire).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_no_parent_is_never_joined() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let words = "Ces deux comptes ne peuvent pas être réunis.";
        for who in [Zoe, Claire] {
            let page = take(&claire, &who.login(), PASSWORD).await;
            assert!(page.status == 422 && page.says(words), "{who:?}: {}", page.text());
        }
        // Two entries of somebody who works in schools are settled in the directory.
        assert_eq!(take(&app.by(Rose).await, &Thomas.login(), PASSWORD).await.status, 422);
        // A task over a territory stays apart, and so does whoever has one.
        let code = figures(TOTP_SECRET, app.now());
        let fields = [("identifiant", "adelaide.costes"), ("secret", PASSWORD), ("code", code.as_str())];
        assert!(claire.post(OWN, &fields).await.says(words));
        for who in [Zoe, Tom, Enzo, Adelaide] {
            assert_eq!(app.by(who).await.get(OWN).await.status, 404, "{who:?}");
            assert_eq!(take(&app.by(who).await, &Claire.login(), PASSWORD).await.status, 404, "{who:?}");
        }
        let choice = choice_of(app, Tom).await;
        assert!(app.anonymous().get(&choice).await.link("J’ai déjà un compte Préau").is_none());
        assert_leads(&keep(&app.anonymous(), &choice, &Claire.login(), PASSWORD).await, "/activation");
        assert!(acts(app, Action::AccountsJoined).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn two_adults_of_one_child_stay_two() {
    on_both(SERVICES, async |app| {
        let page = take(&app.by(Claire).await, &Paul.login(), PASSWORD).await;
        assert!(page.status == 422 && page.says("Chaque responsable d’un enfant garde son compte"), "{}", page.text());
        assert_eq!((held(app, Claire).await, held(app, Paul).await), (1, 1));
        assert!(gets_in(app, Paul, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn a_teacher_who_is_a_parent_has_one_account() {
    on_both(SERVICES, async |app| {
        assert_leads(&take(&app.by(Thomas).await, &Perrine.login(), PASSWORD).await, "/foyer");
        assert_eq!(held(app, Thomas).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_password_alone_does_not_get_round_a_second_factor() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        account::set_totp(&mut tx, Thomas.account(), Some(TOTP_SECRET)).await.unwrap();
        tx.commit().await.unwrap();
        let claire = app.by(Claire).await;
        assert_eq!(take(&claire, &Thomas.login(), PASSWORD).await.status, 422);
        let code = figures(TOTP_SECRET, app.now());
        let fields = [("identifiant", "thomas.roux"), ("secret", PASSWORD), ("code", code.as_str())];
        let answer = claire.post(OWN, &fields).await;
        assert_leads(&say_yes(&claire, answer).await, "/foyer");
    })
    .await;
}

#[tokio::test]
async fn an_account_that_is_closed_is_not_joined() {
    on_both(SERVICES, async |app| {
        let now = app.now();
        change(app, "update account set blocked_at = $2 where id = $1", args![Perrine.account(), now]).await;
        assert_eq!(take(&app.by(Claire).await, &Perrine.login(), PASSWORD).await.status, 422);
        assert_eq!(held(app, Perrine).await, 1);
    })
    .await;
}
