//! The pause numérique by recipient: staff is exempt among staff, hours of one's own narrow, what is urgent asks nothing.

use crate::{
    SERVICES,
    steps::{ask, count, give, subscribe, turn, woken},
};
use commons::{
    Attention,
    attention::{alert, alert_circles},
    delivery::{instants_for, urgent},
};
use db::{Moment, args};
use jiff::civil::DateTime;
use school::Viewer;
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who, Who::*, on_both};

fn paris(when: &str) -> Moment {
    db::PARIS.to_timestamp(when.parse::<DateTime>().unwrap()).unwrap().into()
}

async fn instants(app: &App, by_staff: bool, people: &[Who]) -> Vec<Moment> {
    let people: Vec<_> = people.iter().map(|who| who.person()).collect();
    let mut tx = app.read().await;
    let told = instants_for(&mut tx, Tilleuls.id(), by_staff, &people).await.unwrap();
    told.into_iter().map(|(_, at)| at).collect()
}

#[tokio::test]
async fn those_who_work_there_are_exempt_among_themselves() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let (now, monday) = (app.now(), paris("2026-10-05T07:00"));
        assert_eq!(instants(app, true, &[Thomas, Agnes, Claire, Zoe]).await, [now, now, monday, monday]);
        assert_eq!(instants(app, false, &[Thomas, Claire]).await, [monday, monday]);
        let mornings =
            [("resume", ""), ("heures", "on"), ("debut", "08:00"), ("fin", "09:30"), ("jours", "0"), ("jours", "6")];
        app.by(Thomas).await.post_then("/compte/notifications", &mornings).await;
        // His own hours hold among colleagues: Sunday at eight.
        assert_eq!(instants(app, true, &[Thomas]).await, [paris("2026-10-04T08:00")]);
        assert_eq!(instants(app, false, &[Thomas]).await, [paris("2026-10-05T08:00")]);
    })
    .await;
}

#[tokio::test]
async fn what_is_urgent_wakes_at_once_with_its_reason_in_the_journal() {
    on_both(SERVICES, async |app| {
        subscribe(app, Claire, "https://push.example.net/claire").await;
        app.at("2026-10-03T10:00");
        let closed = give(app, "École fermée lundi", Attention::Action, &[Cp.families()], app.now()).await;
        let mut tx = app.write().await;
        let helene = Viewer::load(&mut tx, Helene.account()).await.unwrap();
        urgent(&mut tx, &helene, closed, "Inondation").await.unwrap();
        assert!(urgent(&mut tx, &helene, closed, "  ").await.is_err());
        let now = tx.now();
        alert_circles(&mut tx, closed, &[Cp.families()], now).await.unwrap();
        tx.commit().await.unwrap();
        turn(app).await;
        assert_eq!(woken(app).len(), 1);
        let noted =
            "select count(*) as n from audit where action = 'sent-urgently' and account_id = $1 and detail = $2";
        assert_eq!(count(app, noted, args![Helene.account(), "Inondation"]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_follows_something_urgent_waits_like_anything_else() {
    on_both(SERVICES, async |app| {
        subscribe(app, Claire, "https://push.example.net/claire").await;
        let evenings = [
            ("appareils", "on"),
            ("resume", ""),
            ("heures", "on"),
            ("debut", "17:00"),
            ("fin", "19:00"),
            ("jours", "0"),
            ("jours", "3"),
        ];
        app.by(Claire).await.post_then("/compte/notifications", &evenings).await;
        app.at("2026-10-01T10:00");
        let closed = give(app, "Fuite de gaz", Attention::Action, &[Cp.families()], app.now()).await;
        let mut tx = app.write().await;
        let helene = Viewer::load(&mut tx, Helene.account()).await.unwrap();
        urgent(&mut tx, &helene, closed, "Évacuation").await.unwrap();
        let now = tx.now();
        alert_circles(&mut tx, closed, &[Cp.families()], now).await.unwrap();
        tx.commit().await.unwrap();
        turn(app).await;
        assert_eq!(woken(app).len(), 1);
        // An answer is told under the hours she chose, though it is about the same thing.
        app.at("2026-10-01T11:00");
        let mut tx = app.write().await;
        let now = tx.now();
        alert(&mut tx, closed, &[Claire.person()], now).await.unwrap();
        tx.commit().await.unwrap();
        turn(app).await;
        assert_eq!(woken(app).len(), 1);
        app.at("2026-10-01T17:30");
        turn(app).await;
        assert_eq!(woken(app).len(), 2);
    })
    .await;
}

#[tokio::test]
async fn in_holidays_with_the_digest_alone_nobody_is_woken() {
    on_both(SERVICES, async |app| {
        subscribe(app, Claire, "https://push.example.net/claire").await;
        crate::steps::write_to(app, Claire, "claire@example.org").await;
        let hours = r#"{"opens":"07:00:00","closes":"20:00:00","days":[true,true,true,true,true,false,false],"holidays":"digest"}"#;
        crate::steps::run(app, "update school set hours = $2 where id = $1", args![Tilleuls.id(), hours]).await;
        app.at("2026-10-20T10:00");
        ask(app, "Sortie à la ferme", app.now()).await;
        app.wait(600);
        turn(app).await;
        assert!(woken(app).is_empty() && app.letters().is_empty());
        app.at("2026-10-20T17:30");
        turn(app).await;
        app.wait(1799);
        turn(app).await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("Sortie à la ferme"), "{}", letters[0]);
    })
    .await;
}
