//! The inspection lets somebody act as head until a day.

use crate::{SERVICES, THURSDAY, answers, audited, inspector, of_school};
use testkit::{Who::*, on_both};

#[tokio::test]
async fn whoever_acts_as_head_has_the_school_until_the_day() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let inspector = inspector(app, "790001").await;
        answers(app, &of_school("/reglages"), 404, &[Rose]).await;
        let fields = [("person", &*Rose.person().to_string()), ("last", "2026-10-09")];
        let page = inspector.post_then(&of_school("/delegations"), &fields).await;
        assert!(page.says("Rose CALMETTE En cours Fait fonction"), "{}", page.text());
        assert_eq!(audited(app, Adelaide, "head-named").await, 1);
        answers(app, &of_school("/reglages"), 200, &[Rose, Helene]).await;
        // The head does not end what the inspection gave.
        let end = inspector.get(&of_school("/delegations")).await;
        let end = end.attributes("main form[action$='/fin']", "action").concat();
        assert_eq!(app.by(Helene).await.post(&end, &[]).await.status, 403);
        app.at("2026-10-10T00:00");
        answers(app, &of_school("/reglages"), 404, &[Rose]).await;
        answers(app, &of_school("/reglages"), 200, &[Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn the_inspection_ends_it_before_and_another_one_knows_nothing_of_it() {
    on_both(SERVICES, async |app| {
        app.at(THURSDAY);
        let inspector_there = inspector(app, "790001").await;
        let fields = [("person", &*Rose.person().to_string()), ("last", "2026-10-09")];
        let page = inspector_there.post_then(&of_school("/delegations"), &fields).await;
        let end = page.attributes("main form[action$='/fin']", "action").concat();
        let elsewhere = inspector(app, "790002").await;
        assert_eq!(elsewhere.get(&of_school("/delegations")).await.status, 404);
        assert_eq!(elsewhere.post(&of_school("/delegations"), &fields).await.status, 404);
        assert_eq!(elsewhere.post(&end, &[]).await.status, 404);
        let back = inspector(app, "790001").await;
        app.wait(60);
        assert_eq!(back.post(&end, &[]).await.status, 303);
        answers(app, &of_school("/reglages"), 404, &[Rose]).await;
    })
    .await;
}
