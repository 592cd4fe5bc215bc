//! A family and a teacher write to one another; writing never waits, delivery does.

use crate::{OPEN, SERVICES, answer, answers, count, family, lists, person, send, send_about, unread};
use db::args;
use school::School;
use testkit::{Place, Who::*, on_both};

#[tokio::test]
async fn what_a_teacher_writes_on_saturday_reaches_both_parents_on_monday() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let form = thomas.get("/messages/nouveau").await;
        assert!(form.says("il sera remis lundi à 7 h"), "{}", form.text());
        let thread = send(&thomas, &[&family(Zoe)], "Piscine", "Pensez au bonnet.").await;
        assert!(thomas.get(&thread).await.says("Sera remis lundi à 7 h"));
        answers(app, &thread, 404, &[Claire, Paul]).await;
        assert!(!lists(app, Claire, "/messages", "Piscine").await);
        assert_eq!(unread(app, Claire).await, 0);
        app.at("2026-10-05T07:00");
        assert!(lists(app, Claire, "/messages", "Piscine").await && lists(app, Paul, "/messages", "Piscine").await);
        assert_eq!(unread(app, Claire).await, 1);
        let page = app.by(Claire).await.get(&thread).await;
        assert!(page.says("Pensez au bonnet."), "{}", page.text());
        assert_eq!(unread(app, Claire).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_answer_in_the_evening_waits_for_the_teachers_morning() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = send(&app.by(Thomas).await, &[&family(Zoe)], "Piscine", "Pensez au bonnet.").await;
        app.at("2026-10-01T21:00");
        let claire = app.by(Claire).await;
        assert!(claire.get(&thread).await.says("Sera remis demain à 7 h"));
        assert_eq!(answer(&claire, &thread, "Merci, c’est noté.").await, thread);
        assert!(!app.by(Thomas).await.get(&thread).await.says("c’est noté"));
        app.at("2026-10-02T07:00");
        assert!(app.by(Thomas).await.get(&thread).await.says("c’est noté"));
    })
    .await;
}

#[tokio::test]
async fn separated_parents_each_have_their_own_receipt_and_read_no_answer_of_the_other() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = send(&app.by(Thomas).await, &[&family(Zoe)], "Piscine", "Pensez au bonnet.").await;
        let claire = app.by(Claire).await;
        claire.get(&thread).await;
        let page = app.by(Thomas).await.get(&thread).await;
        assert!(page.says("Claire FABRE (pour Zoé M.) : ouvert aujourd’hui"), "{}", page.text());
        assert!(page.says("Paul MARTY (pour Zoé M.) : remis"), "{}", page.text());
        answer(&claire, &thread, "Je viendrai la chercher.").await;
        let paul = app.by(Paul).await.get(&thread).await;
        assert!(paul.says("Pensez au bonnet.") && !paul.says("Je viendrai"), "{}", paul.text());
        assert!(!paul.says("Claire") && !paul.says("ouvert aujourd’hui"), "{}", paul.text());
        assert!(app.by(Thomas).await.get(&thread).await.says("Je viendrai la chercher."));
    })
    .await;
}

#[tokio::test]
async fn a_parent_writes_about_a_child_and_signs_with_the_entry_of_that_child() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let karim = app.by(Karim).await;
        let thread = send_about(&karim, &[&person(Helene)], "Lunettes", &Lina.person().to_string()).await;
        let page = app.by(Helene).await.get(&thread).await;
        assert!(page.says("Karim BENALI") && page.says("Fil de Lina B."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn colleagues_do_not_wait_for_one_another() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thread = send(&app.by(Thomas).await, &[&person(Helene)], "Conseil", "À lundi.").await;
        answers(app, &thread, 200, &[Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn what_waits_follows_the_new_hours_of_the_school() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        crate::safety::give_email(app, Claire, "claire@example.fr").await;
        let thread = send(&app.by(Thomas).await, &[&family(Zoe)], "Piscine", "Pensez au bonnet.").await;
        let told = "select count(*) as n from outing where state = 'waiting' and ready_at <= $1";
        assert_eq!(count(app, told, args![app.now()]).await, 0);
        let mut tx = app.write().await;
        let hours = r#"{"opens":"07:00:00","closes":"20:00:00","days":[true,true,true,true,true,true,false],"holidays":"deliver"}"#;
        School::set_hours(&mut tx, Place::Tilleuls.id(), hours).await.unwrap();
        (messages::SERVICE.hours_changed)(&mut tx, Place::Tilleuls.id()).await.unwrap();
        tx.commit().await.unwrap();
        answers(app, &thread, 200, &[Claire, Paul]).await;
        // Whoever is told outside is told at the new hour, and not once more on Monday.
        assert_eq!(count(app, told, args![app.now()]).await, 1);
        assert_eq!(count(app, "select count(*) as n from outing where state = 'waiting'", &[]).await, 1);
    })
    .await;
}
