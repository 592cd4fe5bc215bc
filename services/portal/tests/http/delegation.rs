//! The right to publish, given for some days.

use crate::{SERVICES, audited, form, publish, site, write};
use testkit::{Who::*, on_both};

#[tokio::test]
async fn whoever_was_given_the_right_publishes_until_its_last_day() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let desk = site(app).await;
        let helene = app.by(Helene).await;
        let account = Thomas.account().to_string();
        let give = |since: &'static str, until: &'static str| {
            vec![("account", account.as_str()), ("since", since), ("until", until)]
        };
        let address = format!("{desk}/delegations");
        for (since, until) in [("2026-10-06", "2026-10-05"), ("2026-09-01", "2026-09-02"), ("", "2026-10-09")] {
            assert_eq!(helene.post(&address, &give(since, until)).await.status, 422, "{since} {until}");
        }
        let nobody = Hector.account().to_string();
        let stranger = [("account", nobody.as_str()), ("since", "2026-10-06"), ("until", "2026-10-09")];
        assert_eq!(helene.post(&address, &stranger).await.status, 422);
        assert_eq!(helene.post(&address, &give("2026-10-06", "2026-10-09")).await.status, 303);
        let thomas = app.by(Thomas).await;
        let page = write(&thomas, &desk, &form(&[])).await;
        let publication = format!("{page}/publication");
        assert_eq!(thomas.get(&publication).await.status, 403, "not before its first day");
        app.at("2026-10-09T18:00");
        assert_eq!(publish(&thomas, &page, &[]).await.status, 303);
        let read = app.anonymous().get("/sites/0310001h-les-tilleuls/la-cantine").await;
        assert!(read.says("Publié sous la responsabilité de Hélène VIDAL, directrice de l’école"), "{}", read.text());
        assert!(app.anonymous().get("/sites/0310001h-les-tilleuls/mentions-legales").await.says("Thomas ROUX"));
        assert_eq!(thomas.get(&address).await.status, 403, "the right is given on to nobody");
        app.at("2026-10-10T08:00");
        assert_eq!(thomas.get(&format!("{page}/retrait")).await.status, 403);
        assert_eq!(audited(app, "publication-delegated").await, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_the_school_publishes_nothing_there() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let desk = site(app).await;
        let account = Rose.account().to_string();
        let fields = [("account", account.as_str()), ("since", "2026-10-05"), ("until", "2027-07-01")];
        app.by(Helene).await.post_then(&format!("{desk}/delegations"), &fields).await;
        app.leaves(Rose).await;
        assert_eq!(app.by(Rose).await.get(&desk).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_delegation_is_taken_back_at_once() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let desk = site(app).await;
        let helene = app.by(Helene).await;
        let address = format!("{desk}/delegations");
        let account = Rose.account().to_string();
        let fields = [("account", account.as_str()), ("since", "2026-10-05"), ("until", "2027-07-01")];
        let list = helene.post_then(&address, &fields).await;
        assert_eq!(app.by(Rose).await.get(&format!("{desk}/a-publier")).await.status, 200);
        let end = list.attributes("form[action$='/fin']", "action").concat();
        assert_eq!(helene.post(&end, &[]).await.status, 303);
        assert_eq!(helene.post(&end, &[]).await.status, 409);
        assert_eq!(app.by(Rose).await.get(&format!("{desk}/a-publier")).await.status, 403);
    })
    .await;
}
