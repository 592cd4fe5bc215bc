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
        let mut tx = app.write().await;
        let now = tx.now();
        tx.run(
            "update member set until = $3 where person_id = $1 and circle_id = $2",
            args![Zoe.person(), Cp.id(), now],
        )
        .await
        .unwrap();
        circle::seat(&mut tx, Ce.id(), Zoe.person(), Role::Pupil, None).await.unwrap();
        tx.commit().await.unwrap();
        app.at("2026-10-02T11:00");
        answers(app, &thread, 200, &[Claire, Paul, Thomas]).await;
        assert!(lists(app, Claire, "/messages", "Lecture").await);
        answer(&app.by(Claire).await, &thread, "Elle lit toujours.").await;
        assert!(app.by(Thomas).await.get(&thread).await.says("Elle lit toujours."));
        // What was said before is not handed over to the new teacher by itself.
        answers(app, &thread, 404, &[Helene]).await;
    })
    .await;
}
