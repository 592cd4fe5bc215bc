//! Notices that wait follow the hours of their school; those of several schools follow the nation's.

use crate::{SERVICES, answers, count, editor, notices::sent};
use db::args;
use school::School;
use testkit::{App, Place, Who::*, on_both};

/// Deliveries from 8 h to 18 h on weekdays.
const OWN_HOURS: &str =
    r#"{"opens":"08:00:00","closes":"18:00:00","days":[true,true,true,true,true,false,false],"holidays":"wait"}"#;

async fn set_own_hours(app: &App) {
    let mut tx = app.write().await;
    School::set_hours(&mut tx, Place::Tilleuls.id(), OWN_HOURS).await.unwrap();
    (town::SERVICE.hours_changed)(&mut tx, Place::Tilleuls.id()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_waits_follows_the_hours_a_head_sets() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let editor = editor(app).await;
        let notice = sent(&editor, &[]).await;
        set_own_hours(app).await;
        assert!(editor.get(&notice).await.says("Sera remis lundi à 8 h"), "{}", editor.get(&notice).await.text());
        let early = "select count(*) as n from outing where state = 'waiting' and ready_at < $1";
        app.at("2026-10-05T08:00");
        assert_eq!(count(app, early, args![app.now()]).await, 0, "nobody is told before the hour");
        app.at("2026-10-05T07:30");
        answers(app, &notice, 404, &[Claire, Helene]).await;
        app.at("2026-10-05T08:00");
        answers(app, &notice, 200, &[Claire, Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_urgent_or_delivered_does_not_move() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let editor = editor(app).await;
        let urgent = sent(&editor, &[("urgent", "on"), ("reason", "Fuite de gaz")]).await;
        set_own_hours(app).await;
        answers(app, &urgent, 200, &[Claire, Helene]).await;
    })
    .await;
}
