//! « Qui appeler »: the numbers of ONDE, then those families gave, as far as each parent shows them to the teachers.

use super::SERVICES;
use db::args;
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who::{self, *},
    on_both,
};

const GIVEN: &str = "06 11 22 33 44 (donné par la famille)";

/// Claire gives a number, shown to some.
async fn gives(app: &App, phone: &str, shown: &str) {
    let fields = [("telephone", phone), ("autre", ""), ("courriel", ""), ("langue", "fr"), ("montre", shown)];
    let answer = app.by(Claire).await.post("/foyer/coordonnees", &fields).await;
    assert_eq!(answer.location().as_deref(), Some("/foyer"), "{}", answer.text());
}

/// What ONDE knows of Claire: a mobile, and an address not to be told.
async fn deliver(app: &App) {
    let details = r#"{"mobile":"06 00 00 00 01","address":"3 rue du Pont","city":"MONTAUBRAC","address_shown":false}"#;
    let mut tx = app.write().await;
    tx.change("update person set details = $2 where id = $1", args![Claire.person(), details]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Whether somebody reads in the list of the CP the number Claire gave.
async fn reads(app: &App, who: Who) -> bool {
    let page = app.by(who).await.get(&Cp.path("/contacts")).await;
    assert!(page.says("Claire FABRE (mère)") && page.says("06 00 00 00 01 (mobile)"), "{}", page.text());
    assert!(!page.says("rue du Pont"), "{}", page.text());
    page.says(GIVEN)
}

#[tokio::test]
async fn whom_to_call_holds_the_numbers_families_gave_as_far_as_they_show_them() {
    on_both(SERVICES, async |app| {
        deliver(app).await;
        assert!(!reads(app, Thomas).await);
        for (shown, teachers) in [("team", true), ("teachers", true), ("head", false)] {
            gives(app, "06 11 22 33 44", shown).await;
            // The head’s list is the teachers’: it is the same paper.
            assert_eq!((reads(app, Thomas).await, reads(app, Helene).await), (teachers, teachers), "{shown}");
        }
        // The same number as ONDE’s, typed otherwise, is told once.
        gives(app, "06.00.00.00.01", "team").await;
        let page = app.by(Thomas).await.get(&Cp.path("/contacts")).await;
        assert!(!page.says("donné par la famille") && !page.says("06.00.00.00.01"), "{}", page.text());
        let elsewhere = app.by(Helene).await.get(&Ce.path("/contacts")).await;
        assert!(elsewhere.status == 200 && !elsewhere.says("Claire"), "{}", elsewhere.text());
    })
    .await;
}

#[tokio::test]
async fn what_the_head_alone_is_shown_is_on_the_card_of_the_family_and_on_no_list() {
    on_both(SERVICES, async |app| {
        deliver(app).await;
        gives(app, "06 11 22 33 44", "head").await;
        let helene = app.by(Helene).await;
        let list = helene.get(&Cp.path("/contacts")).await;
        assert!(!list.says("06 11 22 33 44"), "{}", list.text());
        assert!(list.says("La fiche d’une famille peut en dire plus."), "{}", list.text());
        let card = helene.get(&format!("/familles/{}", Zoe.person())).await;
        assert!(card.says("06 11 22 33 44"), "{}", card.text());
    })
    .await;
}

#[tokio::test]
async fn parents_who_live_apart_read_no_number_of_each_other_in_it() {
    on_both(SERVICES, async |app| {
        deliver(app).await;
        gives(app, "06 11 22 33 44", "team").await;
        // The teacher of the class is the other parent.
        let mut tx = app.write().await;
        let tie = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
            values ($1, $2, 10, 3, 'hand', $3)";
        tx.change(tie, args![Zoe.person(), Thomas.person(), app.now()]).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        let page = app.by(Thomas).await.get(&Cp.path("/contacts")).await;
        assert!(page.status == 200 && !page.says("06 11 22 33 44") && !page.says("06 00 00 00 01"), "{}", page.text());
        assert!(reads(app, Helene).await);
        assert_eq!(app.by(Paul).await.get(&Cp.path("/contacts")).await.status, 403);
    })
    .await;
}
