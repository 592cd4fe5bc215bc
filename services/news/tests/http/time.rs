//! When news are delivered: the hours of a school, those of the nation, and what does not wait.

use crate::{SERVICES, answers, change, class, count, events, form, publish, published, readers, school, step, write};
use school::School;
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who::*, on_both};

#[tokio::test]
async fn what_is_published_on_a_saturday_waits_for_monday_wherever_it_comes_from() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let cp = class(Cp);
        for (author, scope) in [(Thomas, cp.as_str()), (Adelaide, "academy:16")] {
            let client = app.by(author).await;
            let news = write(&client, &form(scope, &[])).await;
            let panel = client.get(&step(&news, "publication")).await;
            assert!(panel.says("Sera remis lundi à 7 h"), "{}", panel.text());
            let page = publish(&client, &news).await;
            assert_eq!(page.texts(".status"), ["Sera remis lundi à 7 h"]);
            answers(app, &news, 404, &[Claire, Paul]).await;
            app.at("2026-10-05T06:59:59");
            answers(app, &news, 404, &[Claire, Paul]).await;
            app.at("2026-10-05T07:00");
            answers(app, &news, 200, &[Claire, Paul]).await;
            app.at("2026-10-03T11:00");
        }
    })
    .await;
}

/// Deliveries from 8 h to 18 h on weekdays.
const OWN_HOURS: &str =
    r#"{"opens":"08:00:00","closes":"18:00:00","days":[true,true,true,true,true,false,false],"holidays":"wait"}"#;

async fn set_own_hours(app: &App) {
    let mut tx = app.write().await;
    School::set_hours(&mut tx, Tilleuls.id(), OWN_HOURS).await.unwrap();
    (news::SERVICE.hours_changed)(&mut tx, Tilleuls.id()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_school_has_its_own_hours_and_a_territory_those_of_the_nation() {
    on_both(SERVICES, async |app| {
        set_own_hours(app).await;
        app.at("2026-10-01T19:00");
        let own = published(&app.by(Helene).await, &form(&school(Tilleuls), &[])).await;
        answers(app, &own, 404, &[Claire]).await;
        let wide = published(&app.by(Adelaide).await, &form("academy:16", &[])).await;
        answers(app, &wide, 200, &[Claire]).await;
        app.at("2026-10-02T08:00");
        answers(app, &own, 200, &[Claire]).await;
    })
    .await;
}

#[tokio::test]
async fn what_waits_follows_the_hours_a_head_sets() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let news = published(&thomas, &form(&class(Cp), &[])).await;
        set_own_hours(app).await;
        assert_eq!(thomas.get(&news).await.texts(".status"), ["Sera remis lundi à 8 h"]);
        app.at("2026-10-05T07:30");
        answers(app, &news, 404, &[Claire]).await;
        app.at("2026-10-05T08:00");
        answers(app, &news, 200, &[Claire]).await;
        assert_eq!(events(app, "news.rescheduled").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_wish_is_kept_as_long_as_the_hours_allow_and_can_be_taken_back() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let fields = [("day", "2026-10-06"), ("time", "16:30")];
        let cp = class(Cp);
        let news = published(&thomas, &form(&cp, &fields)).await;
        assert_eq!(thomas.get(&news).await.texts(".status"), ["Sera remis mardi à 16 h 30"]);
        answers(app, &news, 404, &[Claire]).await;
        let back = thomas.post_then(&step(&news, "annulation"), &[]).await;
        assert!(back.says("La publication est annulée"), "{}", back.text());
        app.at("2026-10-06T17:00");
        answers(app, &news, 404, &[Claire]).await;
        assert_eq!(thomas.post(&step(&news, "annulation"), &[]).await.status, 409);
        assert_eq!(thomas.get(&news).await.texts(".status"), ["Brouillon"]);
    })
    .await;
}

#[tokio::test]
async fn another_hour_chosen_before_the_delivery_is_the_hour_of_delivery() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[("day", "2026-10-06")])).await;
        let moved = change(&thomas, &news, &form(&cp, &[("day", "2026-10-07")])).await;
        assert_eq!(moved.status, 303, "{}", moved.text());
        app.at("2026-10-06T07:00");
        answers(app, &news, 404, &[Claire]).await;
        app.at("2026-10-07T07:00");
        answers(app, &news, 200, &[Claire]).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_urgent_comes_at_once_with_a_reason_from_those_who_may() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let helene = app.by(Helene).await;
        let news = write(&helene, &form(&school(Tilleuls), &[])).await;
        let panel = step(&news, "publication");
        assert!(helene.get(&panel).await.has("#f-urgent"));
        let refused = helene.post(&panel, &[("urgent", "on"), ("reason", " ")]).await;
        assert_eq!((refused.status, refused.texts("#f-reason-error").len()), (422, 1), "{}", refused.text());
        answers(app, &news, 404, &[Claire]).await;
        helene.post_then(&panel, &[("urgent", "on"), ("reason", "Inondation : école fermée.")]).await;
        assert_eq!(readers(app, &news).await, [Helene, Paul, Claire, Samia, Karim]);
        let kept = "select count(*) as n from audit where action = 'sent-urgently'";
        assert_eq!(count(app, kept, &[]).await, 1);
        // A teacher waits like everybody.
        let thomas = app.by(Thomas).await;
        let own = write(&thomas, &form(&class(Cp), &[])).await;
        assert!(!thomas.get(&step(&own, "publication")).await.has("#f-urgent"));
        let forced = thomas.post(&step(&own, "publication"), &[("urgent", "on"), ("reason", "Vite.")]).await;
        assert_eq!(forced.status, 403);
        assert_eq!(thomas.get(&own).await.texts(".status"), ["Brouillon"]);
    })
    .await;
}
