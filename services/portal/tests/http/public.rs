//! What everybody reads: the same bytes for all, kept by caches, without script or cookie.

use crate::{PUBLIC, SERVICES, form, make, on_line, publish, site, write};
use testkit::{Place, Who::*, on_both};

#[tokio::test]
async fn everybody_gets_the_same_bytes_whoever_they_are() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        on_line(app, &desk, &form(&[])).await;
        for path in ["", "/la-cantine", "/mentions-legales", "/signalement", "/la-cantine/signalement"] {
            let path = format!("{PUBLIC}{path}");
            let visitor = app.anonymous().get(&path).await;
            assert_eq!(visitor.status, 200, "{path}: {}", visitor.text());
            for who in [Helene, Paul, Hector, Adelaide] {
                let page = app.by(who).await.get(&path).await;
                assert!(page.bytes == visitor.bytes, "{path} to {who:?}");
                assert!(!page.headers.contains_key("set-cookie"));
            }
            assert!(!visitor.has("script") && !visitor.has("meta[name=csp-nonce]"), "{path}");
            let policy = visitor.headers["content-security-policy"].to_str().unwrap();
            assert!(policy.contains("script-src 'none'"), "{policy}");
            assert!(visitor.headers["cache-control"].to_str().unwrap().starts_with("public, max-age=60"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_has_the_page_is_told_it_is_the_same_until_it_changes() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let page = on_line(app, &desk, &form(&[])).await;
        let path = format!("{PUBLIC}/la-cantine");
        let visitor = app.anonymous();
        let mark = visitor.get(&path).await.headers["etag"].to_str().unwrap().to_owned();
        let same = visitor.get_with(&path, "if-none-match", &mark).await;
        assert_eq!((same.status, same.bytes.len()), (304, 0));
        assert_eq!(same.headers["etag"].to_str().unwrap(), mark);
        let helene = app.by(Helene).await;
        helene.upload(&page, &form(&[("edition", "1"), ("b0-text", "Autre chose.")]), &[]).await;
        assert_eq!(visitor.get_with(&path, "if-none-match", &mark).await.status, 304, "a draft changes nothing");
        publish(&helene, &page, &[]).await;
        let other = visitor.get_with(&path, "if-none-match", &mark).await;
        assert!(other.status == 200 && other.says("Autre chose."));
    })
    .await;
}

#[tokio::test]
async fn only_what_is_on_line_is_read_and_only_in_an_open_site() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let desk = make(&helene, &format!("school:{}", Place::Tilleuls.id())).await;
        on_line(app, &desk, &form(&[])).await;
        write(&helene, &desk, &form(&[("title", "Brouillon")])).await;
        let visitor = app.anonymous();
        for path in ["", "/la-cantine", "/mentions-legales", "/agenda.ics", "/signalement"] {
            assert_eq!(visitor.get(&format!("{PUBLIC}{path}")).await.status, 404, "{path}");
        }
        helene.post(&format!("{desk}/ouverture"), &[]).await;
        assert_eq!(visitor.get(&format!("{PUBLIC}/la-cantine")).await.status, 200);
        assert_eq!(visitor.get(&format!("{PUBLIC}/brouillon")).await.status, 404);
        assert!(!visitor.get(PUBLIC).await.says("Brouillon"));
        assert_eq!(visitor.get("/sites/personne").await.status, 404);
        helene.post(&format!("{desk}/fermeture"), &[]).await;
        assert_eq!(visitor.get(PUBLIC).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn events_stand_in_the_agenda_and_in_the_calendar() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let event = form(&[
            ("kind", "event"),
            ("title", "La fête"),
            ("starts_on", "2026-12-18"),
            ("starts_at", "18:30"),
            ("place", "Préau"),
        ]);
        on_line(app, &desk, &event).await;
        let home = app.anonymous().get(PUBLIC).await;
        assert!(home.says("La fête") && home.says("18 décembre 2026 à 18 h 30 · Préau"), "{}", home.text());
        let calendar = app.anonymous().get(&format!("{PUBLIC}/agenda.ics")).await;
        let text = calendar.html();
        assert!(text.contains("DTSTART:20261218T173000Z") && text.contains("SUMMARY:La fête"), "{text}");
        app.at("2026-12-19T08:00");
        assert!(!app.anonymous().get(PUBLIC).await.says("La fête"), "it is over");
    })
    .await;
}
