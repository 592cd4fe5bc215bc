//! A conversation about a child belongs to the team of the class; nobody loses it when a class changes.

use crate::{OPEN, SERVICES, answer, answers, family, lists, person, send_about};
use db::args;
use school::{Role, circle};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who::*,
    on_both,
};

/// Seats Rose in the CP, as a replacement who comes.
async fn rose_comes(app: &App) {
    let mut tx = app.write().await;
    circle::seat(&mut tx, Cp.id(), Rose.person(), Role::Teacher, None).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_second_teacher_who_comes_later_finds_the_conversation_and_goes_on_with_it() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let paul = app.by(Paul).await;
        let thread = send_about(&paul, &[&person(Thomas)], "Allergie", &Zoe.person().to_string()).await;
        answers(app, &thread, 404, &[Rose, Helene, Claire]).await;
        rose_comes(app).await;
        assert!(lists(app, Rose, "/messages?boite=classe", "Allergie").await);
        let rose = app.by(Rose).await;
        assert!(rose.get(&thread).await.says("Bonjour."));
        answer(&rose, &thread, "Je prends le relais.").await;
        assert!(app.by(Paul).await.get(&thread).await.says("Je prends le relais."));
        answer(&paul, &thread, "Merci à vous deux.").await;
        assert!(lists(app, Rose, "/messages", "Allergie").await);
        assert!(app.by(Thomas).await.get(&thread).await.says("Merci à vous deux."));
    })
    .await;
}

#[tokio::test]
async fn a_conversation_kept_by_nobody_else_stays_between_its_people() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = send_about(&app.by(Paul).await, &[&person(Thomas)], "Question", "").await;
        rose_comes(app).await;
        answers(app, &thread, 404, &[Rose, Helene, Claire]).await;
        assert!(!lists(app, Rose, "/messages?boite=classe", "Question").await);
    })
    .await;
}

#[tokio::test]
async fn messages_outlive_a_change_of_class() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = send_about(&app.by(Thomas).await, &[&family(Zoe)], "Lecture", "auto").await;
        app.at("2026-10-02T10:00");
        zoe_changes_class(app).await;
        app.at("2026-10-02T11:00");
        answers(app, &thread, 200, &[Claire, Paul, Thomas]).await;
        assert!(lists(app, Claire, "/messages", "Lecture").await);
        // What was said before is not handed over to the new teacher by itself: somebody writes first.
        answers(app, &thread, 404, &[Helene]).await;
        answer(&app.by(Claire).await, &thread, "Elle lit toujours.").await;
        assert!(lists(app, Helene, "/messages", "Lecture").await);
        let helene = app.by(Helene).await;
        let page = helene.get(&thread).await;
        assert!(page.says("Elle lit toujours.") && page.says("Bonjour."), "{}", page.text());
        answer(&helene, &thread, "Je prends la suite.").await;
        assert!(app.by(Claire).await.get(&thread).await.says("Je prends la suite."));
        assert!(lists(app, Helene, "/messages?boite=classe", "Lecture").await);
    })
    .await;
}

#[tokio::test]
async fn the_team_before_keeps_what_it_had_and_is_told_no_more_until_it_writes_again() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        rose_comes(app).await;
        let thread = send_about(&app.by(Thomas).await, &[&family(Zoe)], "Lecture", "auto").await;
        app.at("2026-10-02T10:00");
        zoe_changes_class(app).await;
        answer(&app.by(Claire).await, &thread, "Elle lit toujours.").await;
        for who in [Thomas, Rose] {
            let page = app.by(who).await.get(&thread).await;
            assert!(page.says("Bonjour.") && !page.says("Elle lit toujours."), "{who:?}: {}", page.text());
        }
        assert!(lists(app, Thomas, "/messages?boite=classe", "Lecture").await);
        app.wait(60);
        answer(&app.by(Thomas).await, &thread, "Bonne continuation à Zoé.").await;
        app.wait(60);
        answer(&app.by(Claire).await, &thread, "Merci pour tout.").await;
        assert!(app.by(Thomas).await.get(&thread).await.says("Merci pour tout."));
        assert!(!app.by(Rose).await.get(&thread).await.says("Merci pour tout."));
        assert!(app.by(Helene).await.get(&thread).await.says("Bonne continuation à Zoé."));
    })
    .await;
}

/// Zoé goes from the CP to the CE1-CE2.
async fn zoe_changes_class(app: &App) {
    let mut tx = app.write().await;
    let now = tx.now();
    let leave = "update member set until = $3 where person_id = $1 and circle_id = $2";
    tx.change(leave, args![Zoe.person(), Cp.id(), now]).await.unwrap();
    circle::seat(&mut tx, Ce.id(), Zoe.person(), Role::Pupil, None).await.unwrap();
    tx.commit().await.unwrap();
}
