//! « C’est bien vous ? »: nothing is joined before who types the sheet says to be its person.

use crate::{
    SERVICES,
    activation::choice_of,
    joining::{OWN, held, proof_in},
    steps::{acts, assert_leads, change, code_of, reopened},
};
use commons::audit::Action;
use db::args;
use school::Viewer;
use testkit::{App, Client, Page, Who::*, on_both, people::PASSWORD};

/// Types the sheet of Perrine in one's own account.
async fn asked(client: &Client<'_>, code: &str) -> Page {
    client.post(OWN, &[("identifiant", Perrine.login().as_str()), ("secret", code)]).await
}

/// How many persons the accounts of Claire and of Perrine hold.
async fn both(app: &App) -> (i64, i64) {
    (held(app, Claire).await, held(app, Perrine).await)
}

#[tokio::test]
async fn nothing_is_joined_before_who_has_another_name_says_to_be_the_person_of_the_sheet() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Perrine).await;
        app.wait(60);
        let claire = app.by(Claire).await;
        let page = asked(&claire, &code).await;
        assert_eq!(page.status, 200, "{}", page.text());
        for words in ["C’est bien vous ?", "Perrine RIVES", "Enzo", "Ce compte-ci est au nom de Claire FABRE"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert!(!page.html().contains(&code), "the code is in no page");
        assert_eq!((both(app).await, code_of(app, Perrine).await), ((1, 1), code));
        let proof = proof_in(&page);
        let unsaid = claire.post(OWN, &[("preuve", proof.as_str())]).await;
        assert!(unsaid.status == 422 && unsaid.has("#f-certain-error"), "{}", unsaid.text());
        assert_eq!((both(app).await, proof_in(&unsaid)), ((1, 1), proof.clone()));
        // What was proved in one account is nothing in another.
        let yes = [("preuve", proof.as_str()), ("certain", "on")];
        assert_leads(&app.by(Samia).await.post(OWN, &yes).await, OWN);
        assert!(acts(app, Action::AccountsJoined).await.is_empty());
        assert_leads(&claire.post(OWN, &yes).await, "/foyer");
        assert_eq!(both(app).await, (2, 0));
        let viewer = Viewer::load(&mut app.read().await, Claire.account()).await.unwrap();
        assert_eq!(viewer.name(), "Claire FABRE", "the account goes on bearing its own name");
        assert_leads(&claire.post(OWN, &yes).await, OWN);
    })
    .await;
}

#[tokio::test]
async fn a_name_that_begins_with_a_vowel_reads_well() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Perrine).await;
        change(app, "update person set first_name = 'Aurélie' where id = $1", args![Perrine.person()]).await;
        let page = asked(&app.by(Claire).await, &code).await;
        assert!(page.says("Cette fiche est celle d’Aurélie RIVES."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_sheet_of_the_same_name_asks_for_a_yes_and_no_more() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Perrine).await;
        let named = "update person set first_name = 'Cláire', last_name = 'Fabre' where id = $1";
        change(app, named, args![Perrine.person()]).await;
        let claire = app.by(Claire).await;
        let page = asked(&claire, &code).await;
        assert!(page.status == 200 && !page.has("input[name=certain]"), "{}", page.text());
        assert_eq!(page.attributes("main form a", "href"), ["/foyer"]);
        let proof = proof_in(&page);
        assert_leads(&claire.post(OWN, &[("preuve", proof.as_str())]).await, "/foyer");
        assert_eq!(both(app).await, (2, 0));
    })
    .await;
}

#[tokio::test]
async fn a_yes_that_comes_late_joins_nothing() {
    on_both(SERVICES, async |app| {
        let code = reopened(app, Perrine).await;
        let claire = app.by(Claire).await;
        let proof = proof_in(&asked(&claire, &code).await);
        app.wait(601);
        assert_leads(&claire.post(OWN, &[("preuve", proof.as_str()), ("certain", "on")]).await, OWN);
        assert_eq!(both(app).await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn a_new_sheet_of_another_name_asks_to_be_sure_too() {
    on_both(SERVICES, async |app| {
        let path = format!("{}/compte", choice_of(app, Perrine).await);
        let login = Claire.login();
        let fields = [("identifiant", login.as_str()), ("secret", PASSWORD)];
        let client = app.anonymous();
        assert!(!client.get(&path).await.has("input[name=certain]"));
        let unsaid = client.post(&path, &fields).await;
        assert!(unsaid.status == 422 && unsaid.says("Je suis bien Perrine RIVES"), "{}", unsaid.text());
        assert_eq!(both(app).await, (1, 1));
        assert_leads(&client.post(&path, &[fields[0], fields[1], ("certain", "on")]).await, "/");
        assert_eq!(both(app).await, (2, 0));
    })
    .await;
}
