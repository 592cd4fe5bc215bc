//! Entries that may be one person: a question that shows nothing, answered by a proof.

use crate::{SERVICES, acts, assert_leads, count, give_email, held, letters_to, run, tasks};
use commons::audit::Action;
use db::args;
use testkit::{App, Who::*, on_both, people::KARIM_AGAIN};

const FAMILY: &str = "famille.benali@example.org";

/// The page of Karim's other entry.
fn page_of_the_other() -> String {
    format!("/foyer/fiches/{KARIM_AGAIN}")
}

/// Karim's second entry is held by nobody, and the night looks for doubles.
async fn found(app: &App) {
    run(app, "delete from account_person where person_id = $1", args![KARIM_AGAIN]).await;
    night(app).await;
}

async fn night(app: &App) {
    (family::SERVICE.nightly[0].run)(app.house.clone(), "2026-10-01".to_owned()).await.unwrap();
}

#[tokio::test]
async fn the_same_name_and_address_ask_a_question_that_shows_nothing() {
    on_both(SERVICES, async |app| {
        found(app).await;
        let asked = tasks(app, Karim).await;
        assert_eq!(asked.iter().map(|it| it.href.clone()).collect::<Vec<_>>(), [page_of_the_other()]);
        let page = app.by(Karim).await.get(&page_of_the_other()).await;
        assert!(page.says("Une école a une autre fiche au nom de Karim BENALI."), "{}", page.text());
        for hidden in ["Lina", "Tilleuls", "benali@"] {
            assert!(!page.html().contains(hidden), "{hidden}");
        }
        assert_eq!(page.link("Taper le code de la fiche").as_deref(), Some("/compte/rattachement"));
        assert!(!page.has("button[value=moi]"), "nothing is proved yet");
        for who in [Samia, Claire, Perrine] {
            assert!(tasks(app, who).await.is_empty(), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_confirmed_address_is_proof_enough_for_an_entry_nobody_came_in_with() {
    on_both(SERVICES, async |app| {
        found(app).await;
        let karim = app.by(Karim).await;
        let me = [("reponse", "moi")];
        assert_eq!(karim.post(&page_of_the_other(), &me).await.status, 403, "nothing is proved yet");
        give_email(app, Karim, FAMILY).await;
        assert!(karim.get(&page_of_the_other()).await.has("button[value=moi]"));
        assert_leads(&karim.post(&page_of_the_other(), &me).await, "/foyer");
        assert_eq!(held(app, Karim).await, 2);
        assert!(karim.get("/foyer").await.says("Lina"));
        assert_eq!(karim.get(&page_of_the_other()).await.status, 404);
        assert_eq!(acts(app, Action::AccountsJoined).await, 1);
        assert!(letters_to(app, FAMILY).await[0].contains("karim.benali2"));
        assert_eq!(tasks(app, Karim).await.len(), 1, "that accounts were joined is told");
    })
    .await;
}

#[tokio::test]
async fn an_address_just_added_with_the_password_alone_proves_nothing() {
    on_both(SERVICES, async |app| {
        found(app).await;
        give_email(app, Karim, FAMILY).await;
        let later = app.now().plus_days(1);
        run(app, "update account set email_from = $2 where id = $1", args![Karim.account(), later]).await;
        assert_eq!(app.by(Karim).await.post(&page_of_the_other(), &[("reponse", "moi")]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn an_account_in_use_is_not_taken_by_an_address() {
    on_both(SERVICES, async |app| {
        // Perrine is now listed as Karim, with an account she uses.
        run(
            app,
            "update person set first_name = 'Karim', last_name = 'BENALI', sort_key = (select sort_key from person \
             where id = $2), email = $3 where id = $1",
            args![Perrine.person(), Karim.person(), FAMILY],
        )
        .await;
        night(app).await;
        give_email(app, Karim, FAMILY).await;
        let path = format!("/foyer/fiches/{}", Perrine.person());
        let karim = app.by(Karim).await;
        let page = karim.get(&path).await;
        assert!(page.status == 200 && !page.has("button[value=moi]"), "{}", page.text());
        assert_eq!(karim.post(&path, &[("reponse", "moi")]).await.status, 403);
        assert_eq!(held(app, Perrine).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_ones_own_is_asked_once() {
    on_both(SERVICES, async |app| {
        found(app).await;
        let karim = app.by(Karim).await;
        assert_leads(&karim.post(&page_of_the_other(), &[("reponse", "autre")]).await, "/foyer");
        night(app).await;
        assert!(tasks(app, Karim).await.is_empty());
        assert_eq!(karim.get(&page_of_the_other()).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_name_alone_asks_nothing() {
    on_both(SERVICES, async |app| {
        run(app, "update person set email = null where id = $1", args![KARIM_AGAIN]).await;
        found(app).await;
        assert_eq!(count(app, "select count(*) as n from family_double", &[]).await, 0);
        // A child in common tells more than a name.
        run(app, "update guardianship set child_id = $2 where adult_id = $1", args![KARIM_AGAIN, Tom.person()]).await;
        night(app).await;
        night(app).await;
        assert_eq!(count(app, "select count(*) as n from family_double", &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn those_of_one_account_ask_nothing() {
    on_both(SERVICES, async |app| {
        night(app).await;
        assert!(tasks(app, Karim).await.is_empty());
        assert_eq!(app.by(Karim).await.get(&page_of_the_other()).await.status, 404);
    })
    .await;
}
