//! Who finds what on the first page.

use crate::{
    SERVICES,
    steps::{EVERYBODY, assert_well_made, finds, publish, publish_now, readers, withdraw},
};
use commons::share;
use testkit::{
    Classroom::{Ce, Cm, Cp},
    Who::*,
    on_both,
};

const TITLE: &str = "Les escargots de la classe";

#[tokio::test]
async fn the_news_of_a_class_are_for_its_pupils_its_families_and_its_teachers() {
    on_both(SERVICES, async |app| {
        publish_now(app, (Cp, Thomas), TITLE).await;
        assert_eq!(readers(app, &EVERYBODY, TITLE).await, [Helene, Thomas, Zoe, Paul, Claire]);
        publish_now(app, (Ce, Helene), "Le moulin").await;
        assert_eq!(readers(app, &EVERYBODY, "Le moulin").await, [Helene, Tom, Lina, Samia, Karim]);
        publish_now(app, (Cm, Thea), "La rivière").await;
        assert_eq!(readers(app, &EVERYBODY, "La rivière").await, [Hector, Thea, Enzo, Perrine]);
    })
    .await;
}

#[tokio::test]
async fn what_is_not_shared_is_found_by_nobody() {
    on_both(SERVICES, async |app| {
        publish(app, (Cp, Thomas), TITLE, &[], app.now()).await;
        assert!(readers(app, &EVERYBODY, TITLE).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_is_shared_with_families_is_not_for_children() {
    on_both(SERVICES, async |app| {
        publish(app, (Cp, Thomas), TITLE, &[Cp.families()], app.now()).await;
        assert_eq!(readers(app, &EVERYBODY, TITLE).await, [Helene, Thomas, Paul, Claire]);
    })
    .await;
}

#[tokio::test]
async fn what_is_shared_with_one_person_is_for_that_person_alone() {
    on_both(SERVICES, async |app| {
        publish(app, (Cp, Thomas), TITLE, &[Claire.person().into()], app.now()).await;
        assert_eq!(readers(app, &EVERYBODY, TITLE).await, [Claire]);
        // Karim’s second entry is Karim too.
        publish(app, (Ce, Helene), "Pour Karim", &[testkit::people::KARIM_AGAIN.into()], app.now()).await;
        assert_eq!(readers(app, &EVERYBODY, "Pour Karim").await, [Karim]);
    })
    .await;
}

#[tokio::test]
async fn what_somebody_was_given_to_write_is_no_news() {
    on_both(SERVICES, async |app| {
        let id = publish(app, (Cp, Thomas), TITLE, &[], app.now()).await;
        let mut tx = app.write().await;
        share::set_writers(&mut tx, id, &[Rose.person(), Zoe.person()], Thomas.person()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(readers(app, &EVERYBODY, TITLE).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn nothing_is_found_before_its_hour() {
    on_both(SERVICES, async |app| {
        let from = app.now().plus_seconds(3600);
        publish(app, (Cp, Thomas), TITLE, &[Cp.id(), Cp.families()], from).await;
        assert!(readers(app, &EVERYBODY, TITLE).await.is_empty());
        app.wait(3599);
        assert!(readers(app, &EVERYBODY, TITLE).await.is_empty());
        app.wait(1);
        assert_eq!(readers(app, &EVERYBODY, TITLE).await, [Helene, Thomas, Zoe, Paul, Claire]);
    })
    .await;
}

#[tokio::test]
async fn what_was_withdrawn_is_found_by_nobody() {
    on_both(SERVICES, async |app| {
        let id = publish_now(app, (Cp, Thomas), TITLE).await;
        withdraw(app, id, true).await;
        assert!(readers(app, &EVERYBODY, TITLE).await.is_empty());
        withdraw(app, id, false).await;
        assert_eq!(readers(app, &[Thomas, Zoe, Claire, Samia], TITLE).await, [Thomas, Zoe, Claire]);
    })
    .await;
}

#[tokio::test]
async fn whoever_sits_in_several_circles_finds_a_thing_once() {
    on_both(SERVICES, async |app| {
        let circles = [Ce.id(), Ce.families(), Samia.person().into(), Karim.person().into()];
        publish(app, (Ce, Helene), TITLE, &circles, app.now()).await;
        for who in [Helene, Samia, Karim, Tom] {
            assert_eq!(finds(app, who).await, [TITLE], "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_card_leads_to_its_thing_and_names_its_author() {
    on_both(SERVICES, async |app| {
        let id = publish_now(app, (Cp, Thomas), TITLE).await;
        app.wait(60);
        let childs = publish_now(app, (Cp, Zoe), "Mon <chat> & moi").await;
        let page = app.by(Claire).await.get("/").await;
        assert_well_made(&page);
        assert_eq!(page.texts(".card-title"), ["Mon <chat> & moi", TITLE]);
        let expected = [format!("/billets/{childs}"), format!("/billets/{id}")];
        assert_eq!(page.attributes(".card-title a", "href"), expected);
        let authors = page.texts(".card-about span:first-child");
        assert_eq!(authors, ["Zoé M.", "Thomas ROUX"]);
        assert!(!page.says("MARTY"), "the last name of a child is on the page");
        assert!(page.says("Les premiers mots."));
    })
    .await;
}
