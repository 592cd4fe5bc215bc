//! What counts as a visit, on what, and for how long: by the clock.

use crate::{SERVICES, count, night, opens};
use testkit::{App, Who::*, on_both};

const VISITS: &str = "select cast(coalesce(sum(visits), 0) as bigint) as n from usage_seen where facet = ''";
const SECONDS: &str = "select cast(coalesce(sum(seconds), 0) as bigint) as n from usage_seen where facet = ''";
const HITS: &str = "select count(*) as n from usage_hit";

async fn hits(app: &App) -> i64 {
    indicators::hit::flush(&app.house).await.unwrap();
    count(app, HITS, &[]).await
}

#[tokio::test]
async fn half_an_hour_without_a_page_begins_another_visit() {
    on_both(SERVICES, async |app| {
        let hours = ["2026-10-01T10:00", "2026-10-01T10:20", "2026-10-01T10:50", "2026-10-01T11:21"];
        opens(app, Thomas, "/essai", &hours).await;
        app.at("2026-10-02T03:00");
        night(app, "2026-10-01").await;
        assert_eq!(count(app, VISITS, &[]).await, 2);
        assert_eq!(
            count(app, SECONDS, &[]).await,
            50 * 60,
            "from the first page to the last; a single page lasts nothing"
        );
        assert_eq!(count(app, HITS, &[]).await, 0, "hits live for a night");
        // The same night again counts nothing more.
        night(app, "2026-10-01").await;
        assert_eq!(count(app, VISITS, &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_visit_across_midnight_belongs_to_the_day_it_began() {
    on_both(SERVICES, async |app| {
        let hours = ["2026-10-01T23:50", "2026-10-02T00:10", "2026-10-02T00:40"];
        opens(app, Thomas, "/essai", &hours).await;
        opens(app, Paul, "/essai", &["2026-10-02T00:45"]).await;
        app.at("2026-10-02T03:00");
        night(app, "2026-10-01").await;
        assert_eq!(count(app, VISITS, &[]).await, 1);
        assert_eq!(count(app, SECONDS, &[]).await, 50 * 60);
        assert_eq!(count(app, HITS, &[]).await, 1, "Paul’s is of the second");
        let slots = "select count(*) as n from usage_seen where facet = 'h48'";
        assert_eq!(count(app, slots, &[]).await, 1, "Thursday, after 22 h");
        night(app, "2026-10-02").await;
        assert_eq!(count(app, VISITS, &[]).await, 2);
        assert_eq!(count(app, HITS, &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nights_that_were_missed_are_caught_up() {
    on_both(SERVICES, async |app| {
        opens(app, Thomas, "/essai", &["2026-10-05T10:00", "2026-10-06T10:00", "2026-10-07T10:00"]).await;
        app.at("2026-10-08T03:00");
        night(app, "2026-10-07").await;
        assert_eq!(count(app, VISITS, &[]).await, 3);
        for facet in ["h12", "h22", "h32"] {
            let slot = "select count(*) as n from usage_seen where facet = $1";
            assert_eq!(count(app, slot, db::args![facet]).await, 1, "{facet}");
        }
    })
    .await;
}

#[tokio::test]
async fn services_share_the_time_of_a_visit() {
    on_both(SERVICES, async |app| {
        opens(app, Claire, "/essai", &["2026-10-01T18:00"]).await;
        opens(app, Claire, "/nouvelles", &["2026-10-01T18:04"]).await;
        opens(app, Claire, "/essai", &["2026-10-01T18:10"]).await;
        app.at("2026-10-02T03:00");
        night(app, "2026-10-01").await;
        let seen = "select cast(sum(seconds) as bigint) as n from usage_seen where profile = 'guardian' and facet = $1";
        for (facet, minutes) in [("", 10), ("CAHIER_LIAISON", 4), ("ACTUALITES", 6)] {
            assert_eq!(count(app, seen, db::args![facet]).await, minutes * 60, "{facet}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_pages_somebody_opens_count() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        thomas.get("/essai/fichier").await;
        thomas.get("/nulle-part").await;
        thomas.post("/essai", &[]).await;
        app.anonymous().get("/essai").await;
        app.by(Thomas).await.saying("sec-purpose", "prefetch").get("/essai").await;
        app.by(Thomas).await.saying("accept", "*/*").get("/essai").await;
        assert_eq!(hits(app).await, 0);
        app.by(Thomas).await.saying("accept", "text/html, application/xhtml+xml").get("/essai").await;
        assert_eq!(hits(app).await, 1);
    })
    .await;
}

#[tokio::test]
async fn devices_are_told_apart_and_nothing_finer_is_kept() {
    on_both(SERVICES, async |app| {
        for (agent, device) in [
            ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148", "phone"),
            ("Mozilla/5.0 (iPad; CPU OS 16_6 like Mac OS X) Mobile/15E148", "tablet"),
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/127.0", "computer"),
        ] {
            app.by(Claire).await.saying("user-agent", agent).get("/essai").await;
            indicators::hit::flush(&app.house).await.unwrap();
            let seen = "select count(*) as n from usage_hit where device = $1 and profile = 'guardian'";
            assert_eq!(count(app, seen, db::args![device]).await, 1, "{agent}");
        }
    })
    .await;
}

#[tokio::test]
async fn everybody_counts_as_who_they_are() {
    on_both(SERVICES, async |app| {
        for (who, profile) in [
            (Zoe, "pupil"),
            (Claire, "guardian"),
            (Thomas, "teacher"),
            (Helene, "teacher"),
            (Agnes, "town"),
            (Adelaide, "office"),
        ] {
            app.by(who).await.get("/essai").await;
            indicators::hit::flush(&app.house).await.unwrap();
            let seen = "select count(*) as n from usage_hit where profile = $1";
            assert!(count(app, seen, db::args![profile]).await > 0, "{who:?}");
        }
        let task = "select count(*) as n from usage_place where scope = 'academy:16'";
        assert_eq!(count(app, task, &[]).await, 1);
    })
    .await;
}
