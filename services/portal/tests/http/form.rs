//! The form of a page: its blocks without script, its problems, the names of pupils.

use crate::{SERVICES, count, form, site, write};
use testkit::{Who::*, on_both};

#[tokio::test]
async fn blocks_are_added_moved_and_taken_away_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let thomas = app.by(Thomas).await;
        let pages = format!("{desk}/pages");
        let added = thomas.upload(&pages, &form(&[("etape", "ajouter-link")]), &[]).await;
        assert_eq!(added.status, 422);
        assert_eq!(added.attributes("input[name=title]", "value"), ["La cantine"]);
        assert!(added.says("Le menu est affiché") && added.has("input[name=b1-address]"));
        let two = [("b1-kind", "link"), ("b1-label", "La mairie"), ("b1-address", "https://mairie.example")];
        let moved = thomas.upload(&pages, &form(&[&two[..], &[("etape", "haut-1")][..]].concat()), &[]).await;
        assert_eq!(moved.attributes("input[name=b0-label]", "value"), ["La mairie"]);
        assert!(moved.has("textarea[name=b1-text]"));
        let taken = thomas.upload(&pages, &form(&[&two[..], &[("etape", "oter-0")][..]].concat()), &[]).await;
        assert_eq!(taken.attributes("input[name=b0-address]", "value"), ["https://mairie.example"]);
        assert!(!taken.has("input[name=b1-kind]"));
        assert_eq!(count(app, "select count(*) as n from portal_page", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_comes_back_beside_its_field() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let thomas = app.by(Thomas).await;
        let fields = form(&[
            ("kind", "event"),
            ("title", " "),
            ("b1-kind", "picture"),
            ("b2-kind", "link"),
            ("b2-label", "Ici"),
            ("b2-address", "javascript:alert(1)"),
        ]);
        let again = thomas.upload(&format!("{desk}/pages"), &fields, &[]).await;
        assert_eq!(again.status, 422);
        for name in ["title", "starts_on", "b1-label", "b1-photo", "b2-address"] {
            assert!(again.has(&format!("#f-{name}-error")), "{name}: {}", again.text());
        }
        let files = [("b1-upload", "menu.exe", &b"MZ"[..])];
        let fields = form(&[("b1-kind", "document"), ("b1-label", "Le menu")]);
        let again = thomas.upload(&format!("{desk}/pages"), &fields, &files).await;
        assert!(again.status == 422 && again.says("« menu.exe » n’est pas un document PDF accepté."));
    })
    .await;
}

#[tokio::test]
async fn an_author_who_names_a_pupil_is_warned_and_may_mean_it() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let thomas = app.by(Thomas).await;
        let fields = form(&[("b0-text", "Bravo à zoe Marty !")]);
        let warned = thomas.upload(&format!("{desk}/pages"), &fields, &[]).await;
        assert!(warned.status == 422 && warned.says("Zoé MARTY"), "{}", warned.text());
        assert!(warned.has("input[name=noms]"));
        let page = write(&thomas, &desk, &[&fields[..], &[("noms", "on")][..]].concat()).await;
        assert!(app.by(Helene).await.get(&format!("{page}/publication")).await.says("Zoé MARTY"));
    })
    .await;
}
