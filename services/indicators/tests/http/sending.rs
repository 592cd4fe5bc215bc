//! Sending to the national tag plan: off, then on.

use crate::{SERVICES, count, night, opens, task};
use testkit::{App, Who::*, on_both};

const PATH: &str = "/indicateurs/envoi";
const SENT: &str = "select cast(coalesce(sum(lines), 0) as bigint) as n from usage_sent";

const SETTING: [(&str, &str); 5] = [
    ("active", "on"),
    ("project", "ENT1D"),
    ("platform", "preau"),
    ("operator", "region"),
    ("collectivities", "031 12345\n0310002J 7"),
];

async fn a_day(app: &App, day: &str) {
    let hour = format!("{day}T10:00");
    for who in [Thomas, Claire, Enzo] {
        opens(app, who, "/essai", &[hour.as_str()]).await;
    }
    app.at(&format!("{day}T23:59"));
    night(app, day).await;
}

#[tokio::test]
async fn nothing_is_sent_before_the_region_says_so() {
    on_both(SERVICES, async |app| {
        a_day(app, "2026-10-01").await;
        assert_eq!(count(app, SENT, &[]).await, 0);
        task(app, "academy-admin", "region").await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.post_then(PATH, &SETTING).await;
        assert!(page.says("L’envoi est enregistré."), "{}", page.text());
        let noted = "select count(*) as n from audit where action = 'tags-set'";
        assert_eq!(count(app, noted, &[]).await, 1);
        a_day(app, "2026-10-02").await;
        assert_eq!(count(app, SENT, &[]).await, 3);
        let page = adelaide.get(PATH).await;
        let mut tags = String::new();
        for file in page.attributes("table a", "href") {
            tags.push_str(&adelaide.get(&file).await.html());
        }
        for said in [
            r#""SERVICE":"CAHIER_LIAISON""#,
            r#""PROFIL":"ENSEIGNANT""#,
            r#""PROFIL":"PARENT""#,
            r#""UAI":"0310001H""#,
            r#""site":"7""#,
            r#""TYPE":"NATIF""#,
        ] {
            assert!(tags.contains(said), "{said}: {tags}");
        }
        assert!(!tags.contains(&Thomas.account().to_string()));
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_told_and_what_was_typed_is_kept() {
    on_both(SERVICES, async |app| {
        task(app, "academy-admin", "region").await;
        let adelaide = app.by(Adelaide).await;
        for (field, value) in [("project", ""), ("operator", " "), ("collectivities", "Haute-Garonne 12")] {
            let base: [(&str, &str); 5] = SETTING;
            let typed: Vec<_> = base.into_iter().filter(|(name, _)| *name != field).chain([(field, value)]).collect();
            let page = adelaide.post(PATH, &typed).await;
            assert_eq!(page.status, 422, "{field}");
            assert!(page.has(&format!("#f-{field}-error")), "{field}: {}", page.text());
            assert_eq!(page.attributes("input[name=platform]", "value"), ["preau"]);
        }
        // Off, it may stay empty.
        assert_eq!(adelaide.post(PATH, &[("project", "")]).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn files_that_nobody_collects_are_deleted() {
    on_both(SERVICES, async |app| {
        task(app, "academy-admin", "region").await;
        app.by(Adelaide).await.post_then(PATH, &SETTING).await;
        a_day(app, "2026-10-01").await;
        let adelaide = app.by(Adelaide).await;
        let file = adelaide.get(PATH).await.attributes("table a", "href").first().cloned().unwrap();
        assert_eq!(adelaide.get(&file).await.status, 200);
        app.at("2026-11-05T03:00");
        night(app, "2026-11-04").await;
        assert_eq!(count(app, SENT, &[]).await, 0);
        assert_eq!(app.by(Adelaide).await.get(&file).await.status, 404);
    })
    .await;
}
