//! Whom nothing reaches: shown with their telephones to those in charge, who tick what they handed over.

use crate::{
    SERVICES,
    steps::{run, subscribe, write_to},
};
use db::args;
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Page,
    Place::Tilleuls,
    Who::*,
    on_both,
};

fn school() -> String {
    format!("/ecoles/{}/joindre", Tilleuls.id())
}

async fn of_the_cp(app: &App) -> Page {
    app.by(Thomas).await.get(&Cp.path("/joindre")).await
}

#[tokio::test]
async fn adults_are_shown_by_what_keeps_them_from_being_reached() {
    on_both(SERVICES, async |app| {
        run(app, "update account set activated_at = null where id = $1", args![Paul.account()]).await;
        let details = r#"{"mobile":"06 12 34 56 78","address":"1 rue des Lilas"}"#;
        run(app, "update person set details = $2 where id = $1", args![Paul.person(), details]).await;
        let page = of_the_cp(app).await;
        assert_eq!(page.texts("h2"), ["Jamais connectés", "Ni adresse ni appareil"]);
        assert!(page.says("Paul MARTY") && page.says("Zoé M.") && page.says("Claire FABRE"), "{}", page.text());
        assert_eq!(page.link("06 12 34 56 78").as_deref(), Some("tel:0612345678"));
        assert!(!page.says("Lilas"), "an address helps nobody here");
        subscribe(app, Claire, "https://push.example.net/claire").await;
        assert_eq!(of_the_cp(app).await.texts("h2"), ["Jamais connectés"]);
        run(app, "update account set activated_at = 1 where id = $1", args![Paul.account()]).await;
        write_to(app, Paul, "paul@example.org").await;
        assert!(of_the_cp(app).await.says("Tous les adultes reçoivent une notification ou un courriel."));
    })
    .await;
}

#[tokio::test]
async fn what_was_handed_over_is_ticked() {
    on_both(SERVICES, async |app| {
        let done = Cp.path(&format!("/joindre/{}/fait", Claire.person()));
        let page = app.by(Thomas).await.post_then(&done, &[]).await;
        assert!(page.says("C’est noté.") && page.says("Remis aujourd’hui à 10 h"), "{}", page.text());
        assert!(!page.has(&format!("form[action='{done}']")), "{}", page.text());
        // The head reads the same list for the whole school.
        let page = app.by(Helene).await.get(&school()).await;
        assert!(page.says("Claire FABRE") && page.says("Samia BENALI") && page.says("Remis aujourd’hui"));
        // Only somebody of the list.
        let stranger = Cp.path(&format!("/joindre/{}/fait", Samia.person()));
        assert_eq!(app.by(Thomas).await.post(&stranger, &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_was_noted_by_mistake_is_taken_back_the_same_day() {
    on_both(SERVICES, async |app| {
        let done = Cp.path(&format!("/joindre/{}/fait", Claire.person()));
        let undo = format!("{done}/annulation");
        let thomas = app.by(Thomas).await;
        let page = thomas.post_then(&done, &[]).await;
        assert_eq!(page.attributes("form[action$='/annulation']", "action"), std::slice::from_ref(&undo));
        // Only those in charge, and only of the list.
        assert_eq!(app.by(Rose).await.post(&undo, &[]).await.status, 404);
        let stranger = Cp.path(&format!("/joindre/{}/fait/annulation", Samia.person()));
        assert_eq!(thomas.post(&stranger, &[]).await.status, 404);
        let page = thomas.post_then(&undo, &[]).await;
        assert!(page.says("Ce n’est plus noté comme remis.") && !page.says("Remis aujourd’hui"), "{}", page.text());
        assert!(page.has(&format!("form[action='{done}']")), "{}", page.text());
        assert_eq!(thomas.post(&undo, &[]).await.status, 303, "twice is the same as once");
        // The head takes back from the list of the school.
        thomas.post_then(&done, &[]).await;
        let undo_of_school = format!("{}/{}/fait/annulation", school(), Claire.person());
        let page = app.by(Helene).await.post_then(&undo_of_school, &[]).await;
        assert!(!page.says("Remis aujourd’hui"), "{}", page.text());
        // The next day it stays.
        thomas.post_then(&done, &[]).await;
        app.wait(86_400);
        let page = of_the_cp(app).await;
        assert!(page.says("Remis hier") && !page.has("form[action$='/annulation']"), "{}", page.text());
        assert_eq!(app.by(Thomas).await.post(&undo, &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn telephones_are_for_those_in_charge() {
    on_both(SERVICES, async |app| {
        for who in [Claire, Zoe, Rose, Agnes, Hector, Thea, Adelaide] {
            assert_eq!(app.by(who).await.get(&Cp.path("/joindre")).await.status, 404, "{who:?}");
        }
        for who in [Thomas, Claire, Rose, Hector] {
            assert_eq!(app.by(who).await.get(&school()).await.status, 404, "{who:?}");
        }
        assert_eq!(app.by(Thomas).await.get(&Ce.path("/joindre")).await.status, 404);
        assert_eq!(app.by(Helene).await.get(&Cp.path("/joindre")).await.status, 200);
    })
    .await;
}
