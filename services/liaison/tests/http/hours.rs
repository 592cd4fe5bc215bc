//! The pause numérique: a mot waits for its hour, can be taken back, goes at once when it is urgent.

use crate::{SERVICES, answers, change, count, notices, send, sent, step, tasks, write};
use db::args;
use school::School;
use testkit::{
    Classroom::{Ce, Cp},
    Place,
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_mot_written_on_saturday_is_delivered_on_monday_at_seven() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let mot = write(&thomas, Cp, &[]).await;
        let panel = thomas.get(&step(&mot, "envoi")).await;
        assert_eq!(panel.texts(".sees-who-when"), ["Sera remis lundi à 7 h"]);
        let page = send(&thomas, &mot).await;
        assert_eq!(page.texts(".status"), ["Sera remis lundi à 7 h"]);
        answers(app, &mot, 404, &[Claire, Paul]).await;
        assert_eq!(tasks(app, Claire).await, 0);
        app.at("2026-10-05T07:00");
        answers(app, &mot, 200, &[Claire, Paul]).await;
        assert_eq!(tasks(app, Claire).await, 1);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn until_its_hour_a_mot_is_changed_freely_and_taken_back() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let mot = sent(app, Thomas, Cp, &[]).await;
        let thomas = app.by(Thomas).await;
        assert_eq!(change(&thomas, &mot, &[("title", "Sortie au lac")]).await.status, 303);
        assert!(!thomas.get(&mot).await.says("Modifié"), "nobody had seen it");
        let page = thomas.post_then(&step(&mot, "annulation"), &[]).await;
        assert!(page.says("le mot est de nouveau un brouillon"), "{}", page.text());
        app.at("2026-10-05T07:00");
        answers(app, &mot, 404, &[Claire, Helene]).await;
        assert_eq!(thomas.post(&step(&mot, "annulation"), &[]).await.status, 409);
        send(&thomas, &mot).await;
        assert!(app.by(Claire).await.get(&mot).await.says("Sortie au lac"));
    })
    .await;
}

#[tokio::test]
async fn the_head_sends_at_once_with_a_reason_and_a_teacher_does_not() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let urgent = ("urgent", "L’école est fermée lundi.");
        let mot = sent(app, Thomas, Cp, &[urgent]).await;
        answers(app, &mot, 404, &[Claire]).await;
        assert!(!app.by(Thomas).await.get(&Cp.path("/mots/nouveau")).await.has("#f-urgent"));
        assert!(app.by(Helene).await.get(&Ce.path("/mots/nouveau")).await.has("#f-urgent"));
        let mot = sent(app, Helene, Ce, &[urgent]).await;
        answers(app, &mot, 200, &[Samia, Karim]).await;
        let audited = "select count(*) as n from audit where action = 'sent-urgently' and account_id = $1";
        assert_eq!(count(app, audited, args![Helene.account()]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_waits_follows_the_hours_of_the_school() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T21:00");
        let mot = sent(app, Thomas, Cp, &[]).await;
        assert_eq!(app.by(Thomas).await.get(&mot).await.texts(".status"), ["Sera remis demain à 7 h"]);
        let mut tx = app.write().await;
        let own = r#"{"opens":"08:00:00","closes":"18:00:00","days":[true,true,true,true,true,false,false],"holidays":"wait"}"#;
        School::set_hours(&mut tx, Place::Tilleuls.id(), own).await.unwrap();
        (liaison::SERVICE.hours_changed)(&mut tx, Place::Tilleuls.id()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(app.by(Thomas).await.get(&mot).await.texts(".status"), ["Sera remis demain à 8 h"]);
        assert_eq!(notices(app, Thomas, "liaison.moved").await, 1);
        app.at("2026-10-02T07:59");
        answers(app, &mot, 404, &[Claire]).await;
        app.at("2026-10-02T08:00");
        answers(app, &mot, 200, &[Claire]).await;
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn a_mot_is_withdrawn_with_a_reason() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        let thomas = app.by(Thomas).await;
        assert_eq!(thomas.post(&step(&mot, "retrait"), &[("reason", " ")]).await.status, 422);
        let page = thomas.post_then(&step(&mot, "retrait"), &[("reason", "La sortie est annulée.")]).await;
        assert!(page.says("Ce mot a été retiré") && page.says("La sortie est annulée."), "{}", page.text());
        answers(app, &mot, 404, &[Claire, Paul]).await;
        assert_eq!(tasks(app, Claire).await, 0);
        assert_eq!(thomas.post(&step(&mot, "retrait"), &[("reason", "Encore")]).await.status, 409);
        assert_eq!(thomas.post(&step(&mot, "relance"), &[]).await.status, 303);
        assert_eq!(notices(app, Claire, "liaison.relanced").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_reads_a_mot_is_told_nothing_outside_when_its_hour_moves() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T21:00");
        let mut tx = app.write().await;
        for (who, email) in [(Tom, "tom@example.org"), (Samia, "samia@example.org")] {
            tx.change("update account set email = $2 where id = $1", args![who.account(), email]).await.unwrap();
        }
        tx.commit().await.unwrap();
        sent(app, Helene, Ce, &[("pupils", "on")]).await;
        let mut tx = app.write().await;
        let own = r#"{"opens":"08:00:00","closes":"18:00:00","days":[true,true,true,true,true,false,false],"holidays":"wait"}"#;
        School::set_hours(&mut tx, Place::Tilleuls.id(), own).await.unwrap();
        (liaison::SERVICE.hours_changed)(&mut tx, Place::Tilleuls.id()).await.unwrap();
        tx.commit().await.unwrap();
        let told = "select count(*) as n from outing where account_id = $1 and state = 'waiting'";
        assert_eq!(count(app, told, args![Tom.account()]).await, 0);
        assert!(count(app, told, args![Samia.account()]).await > 0, "his mother is told at the new hour");
    })
    .await;
}

#[tokio::test]
async fn a_mot_is_not_sent_to_be_answered_before_it_is_delivered() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let mot = write(&thomas, Cp, &[("due", "2026-10-04")]).await;
        let words = "Le dernier jour pour répondre vient avant la remise du mot";
        assert!(thomas.get(&step(&mot, "envoi")).await.says(words));
        let page = send(&thomas, &mot).await;
        assert!(page.says(words) && page.has("#f-due"), "{}", page.text());
        assert_eq!(change(&thomas, &mot, &[("due", "2026-10-05")]).await.status, 303);
        assert_eq!(send(&thomas, &mot).await.texts(".status"), ["Sera remis lundi à 7 h"]);
        let refused = change(&thomas, &mot, &[("due", "2026-10-04")]).await;
        assert!(refused.status == 422 && refused.says(words), "{}", refused.text());
        app.run_jobs().await;
    })
    .await;
}
