//! My account: the password and the address for letters.

use crate::{
    SERVICES,
    steps::{NEW, WRONG, account_of, acts, assert_leads, change, gets_in, is_inside, letters_to, links},
};
use commons::audit::Action;
use db::args;
use testkit::{App, Page, Who::*, on_both, people::PASSWORD};

#[tokio::test]
async fn a_new_password_ends_the_other_sessions() {
    on_both(SERVICES, async |app| {
        let (here, elsewhere) = (app.by(Claire).await, app.by(Claire).await);
        let fields = [("ancien", PASSWORD), ("nouveau", NEW), ("confirmation", NEW)];
        let answer = here.post("/compte/mot-de-passe", &fields).await;
        assert_leads(&answer, "/compte");
        assert!(here.follow(&answer).await.has(".notice-success"));
        assert!(is_inside(&here).await && !is_inside(&elsewhere).await);
        assert!(gets_in(app, Claire, NEW).await && !gets_in(app, Claire, PASSWORD).await);
        assert_eq!(acts(app, Action::PasswordChanged).await, [(Some(Claire.account()), None, None)]);
    })
    .await;
}

#[tokio::test]
async fn a_password_is_changed_by_whoever_knows_it_and_into_a_strong_one() {
    on_both(SERVICES, async |app| {
        let (here, elsewhere) = (app.by(Claire).await, app.by(Claire).await);
        for (old, new, again, field) in [
            (WRONG, NEW, NEW, "#f-ancien-error"),
            (PASSWORD, "trop court", "trop court", "#f-nouveau-error"),
            (PASSWORD, "Claire-nuage-77!", "Claire-nuage-77!", "#f-nouveau-error"),
            (PASSWORD, NEW, WRONG, "#f-confirmation-error"),
        ] {
            let fields = [("ancien", old), ("nouveau", new), ("confirmation", again)];
            let answer = here.post("/compte/mot-de-passe", &fields).await;
            assert_eq!(answer.status, 422);
            assert_eq!(answer.texts(".field-error").len(), 1, "{new}");
            assert!(answer.has(field) && answer.has(".error-summary"), "{new}: {}", answer.text());
            assert!(!answer.html().contains(new), "what was typed is shown");
        }
        assert!(is_inside(&elsewhere).await && gets_in(app, Claire, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn guessing_the_password_from_an_open_session_closes_the_account_too() {
    on_both(SERVICES, async |app| {
        let here = app.by(Claire).await;
        for old in [WRONG, WRONG, WRONG, WRONG, WRONG, PASSWORD] {
            let fields = [("ancien", old), ("nouveau", NEW), ("confirmation", NEW)];
            assert_eq!(here.post("/compte/mot-de-passe", &fields).await.status, 422, "{old}");
        }
        assert!(!gets_in(app, Claire, PASSWORD).await);
        app.wait(60);
        assert!(gets_in(app, Claire, PASSWORD).await);
    })
    .await;
}

/// The form of a page that confirms an address.
fn confirmation(page: &Page) -> [(&'static str, String); 2] {
    let value = |css| page.attributes(css, "value").remove(0);
    [("adresse", value("input[name=adresse]")), ("jeton", value("input[name=jeton]"))]
}

#[tokio::test]
async fn an_address_is_kept_once_its_letter_was_answered() {
    on_both(SERVICES, async |app| {
        let client = app.by(Claire).await;
        let typed = " Claire.Fabre@Example.org ";
        let refused = client.post("/compte/courriel", &[("courriel", typed), ("actuel", WRONG)]).await;
        assert!(refused.status == 422 && refused.has("#f-actuel-error"), "an open browser is not its owner");
        let answer = client.post("/compte/courriel", &[("courriel", typed), ("actuel", PASSWORD)]).await;
        assert_leads(&answer, "/compte");
        assert_eq!(account_of(app, Claire).await.email, None);
        let letters = letters_to(app, "claire.fabre@example.org").await;
        assert_eq!(letters.len(), 1);
        // The letter may be read on a telephone where nobody is signed in; opening its link is not enough.
        let page = app.anonymous().get(&links(&letters[0], "/courriel?")[0]).await;
        assert_eq!((page.status, account_of(app, Claire).await.email), (200, None));
        assert!(page.says("claire.fabre@example.org"));
        let [(_, address), (_, proof)] = confirmation(&page);
        let other = [("adresse", "autre@example.org"), ("jeton", proof.as_str())];
        app.anonymous().post("/courriel", &other).await;
        assert_eq!(account_of(app, Claire).await.email, None, "the proof of an address confirmed another");
        let fields = [("adresse", address.as_str()), ("jeton", proof.as_str())];
        assert_leads(&app.anonymous().post("/courriel", &fields).await, "/");
        assert_eq!(account_of(app, Claire).await.email.as_deref(), Some("claire.fabre@example.org"));
        assert!(client.get("/compte").await.says("claire.fabre@example.org"));
        assert_eq!(acts(app, Action::EmailChanged).await, [(Some(Claire.account()), None, None)]);
    })
    .await;
}

#[tokio::test]
async fn the_old_address_hears_of_the_new_one_and_a_letter_serves_once() {
    on_both(SERVICES, async |app| {
        let client = app.by(Claire).await;
        let mut letters = Vec::new();
        for address in ["ancienne@example.org", "nouvelle@example.org"] {
            client.post("/compte/courriel", &[("courriel", address), ("actuel", PASSWORD)]).await;
            letters.push(letters_to(app, address).await.remove(0));
        }
        let page = app.anonymous().get(&links(&letters[0], "/courriel?")[0]).await;
        confirm(app, &confirmation(&page)).await;
        // Asked for before the address was confirmed: the letter is dead, and so is the one just used.
        for letter in &letters {
            let page = app.anonymous().get(&links(letter, "/courriel?")[0]).await;
            confirm(app, &confirmation(&page)).await;
        }
        assert_eq!(account_of(app, Claire).await.email.as_deref(), Some("ancienne@example.org"));
        client.post("/compte/courriel", &[("courriel", "encore@example.org"), ("actuel", PASSWORD)]).await;
        let letter = letters_to(app, "encore@example.org").await.remove(0);
        let page = app.anonymous().get(&links(&letter, "/courriel?")[0]).await;
        confirm(app, &confirmation(&page)).await;
        assert_eq!(account_of(app, Claire).await.email.as_deref(), Some("encore@example.org"));
        assert_eq!(letters_to(app, "ancienne@example.org").await.len(), 2, "the old address is told");
    })
    .await;
}

#[tokio::test]
async fn an_address_is_confirmed_within_a_day_and_with_the_same_password() {
    on_both(SERVICES, async |app| {
        let mut proofs = Vec::new();
        for (who, address) in [(Claire, "claire@example.org"), (Paul, "paul@example.org")] {
            app.by(who).await.post("/compte/courriel", &[("courriel", address), ("actuel", PASSWORD)]).await;
            let letter = letters_to(app, address).await.remove(0);
            let page = app.anonymous().get(&links(&letter, "/courriel?")[0]).await;
            proofs.push(confirmation(&page));
        }
        let fields = [("ancien", PASSWORD), ("nouveau", NEW), ("confirmation", NEW)];
        app.by(Paul).await.post("/compte/mot-de-passe", &fields).await;
        confirm(app, &proofs[1]).await;
        assert_eq!(account_of(app, Paul).await.email, None);
        app.wait(86_400);
        confirm(app, &proofs[0]).await;
        assert_eq!(account_of(app, Claire).await.email, None);
    })
    .await;
}

async fn confirm(app: &App, proof: &[(&'static str, String); 2]) {
    let fields: Vec<(&str, &str)> = proof.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_leads(&app.anonymous().post("/courriel", &fields).await, "/");
}

#[tokio::test]
async fn what_is_no_address_gets_no_letter() {
    on_both(SERVICES, async |app| {
        let client = app.by(Claire).await;
        for typed in ["", "claire", "claire@localhost", "claire fabre@example.org"] {
            let answer = client.post("/compte/courriel", &[("courriel", typed)]).await;
            assert_eq!(answer.status, 422, "{typed}");
            assert!(answer.has("#f-courriel-error"), "{typed}");
            assert_eq!(answer.attributes("#f-courriel", "value"), [typed]);
        }
        assert_eq!(app.run_jobs().await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_child_has_a_password_and_no_address() {
    on_both(SERVICES, async |app| {
        let client = app.by(Zoe).await;
        let page = client.get("/compte").await;
        assert!(page.has("form[action='/compte/mot-de-passe']"));
        assert!(!page.has("form[action='/compte/courriel']") && !page.has("a[href='/compte/second-facteur']"));
        assert!(app.by(Claire).await.get("/compte").await.has("form[action='/compte/courriel']"));
        let answer = client.post("/compte/courriel", &[("courriel", "zoe@example.org")]).await;
        assert_eq!((answer.status, app.run_jobs().await), (403, 0));
    })
    .await;
}

#[tokio::test]
async fn somebody_whose_account_is_closed_in_the_meantime_is_out() {
    on_both(SERVICES, async |app| {
        let client = app.by(Claire).await;
        change(app, "update account set blocked_at = 1 where id = $1", args![Claire.account()]).await;
        assert!(client.get("/compte").await.asks_to_sign_in());
    })
    .await;
}
