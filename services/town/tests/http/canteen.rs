//! « Cantine » in the navigation, and whom it is for.

use crate::{MONTAUBRAC, SERVICES, answers, editor};
use testkit::{Who::*, on_both};

#[tokio::test]
async fn families_and_pupils_find_the_canteen_in_the_bar_and_those_who_run_the_commune_their_own() {
    on_both(SERVICES, async |app| {
        for who in [Claire, Zoe] {
            assert!(app.by(who).await.get("/cantine").await.has("nav a[href='/cantine']"), "{who:?}");
        }
        assert!(!app.by(Thomas).await.get("/cantine").await.has("nav a[href='/cantine']"));
        let page = editor(app).await.get("/ma-commune").await;
        assert!(page.has("nav a[href='/ma-commune']") && page.has("nav a[href='/ma-commune/cantine']"));
        assert!(page.says("Les Tilleuls"));
        answers(app, "/cantine", 404, &[Adelaide]).await;
        answers(app, "/ma-commune", 404, &[Claire, Zoe, Thomas, Helene, Agnes]).await;
    })
    .await;
}

#[tokio::test]
async fn a_parent_reads_a_part_for_each_school_with_the_names_of_the_children() {
    on_both(SERVICES, async |app| {
        let page = app.by(Samia).await.get("/cantine").await;
        let headings = page.texts("h2");
        assert_eq!(headings.iter().filter(|it| it.contains("Les Tilleuls")).count(), 1, "{headings:?}");
        assert!(headings.iter().any(|it| it.contains("Tom") && it.contains("Lina")), "{headings:?}");
    })
    .await;
}

#[tokio::test]
async fn the_menu_of_next_week_is_asked_for_where_there_was_one() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        assert!(!editor.get("/ma-commune").await.says("Menu à publier"));
        let week = "2026-09-28";
        let fields = [("commune", MONTAUBRAC), ("semaine", week), ("pour", "toutes")];
        let page = editor.post_then("/ma-commune/cantine/menus", &fields).await;
        let day = page.link("Modifier lundi 28 septembre").unwrap();
        let page = editor.post_then(&day, &[("plat", "Riz")]).await;
        editor.post_then(&crate::action(&page, "/publication"), &[]).await;
        let page = editor.get("/ma-commune").await;
        assert!(page.says("Menu à publier : Semaine du 5 octobre 2026"), "{}", page.text());
        app.at("2026-10-06T10:00");
        assert!(!editor.get("/ma-commune").await.says("Menu à publier"), "nobody is asked on a Tuesday");
    })
    .await;
}

#[tokio::test]
async fn somebody_of_two_communes_has_a_tab_for_each() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        assert!(!editor.get("/ma-commune").await.has("a[href='/ma-commune?commune=town:031:sainte-foy']"));
        let mut tx = app.write().await;
        let role = school::Role::TownOfficer;
        school::account::grant(&mut tx, Adelaide.account(), role, "town:031:sainte-foy").await.unwrap();
        tx.commit().await.unwrap();
        let page = editor.get("/ma-commune?commune=town:031:sainte-foy").await;
        assert!(page.says("Commune · Sainte-Foy") && page.says("Jules-Verne"), "{}", page.text());
        assert!(page.has("a[href='/ma-commune?commune=town:031:montaubrac']"));
    })
    .await;
}

#[tokio::test]
async fn the_home_of_a_commune_leads_to_the_agreement_to_its_dates_and_to_its_schools() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        let strike = [("commune", MONTAUBRAC), ("day", "2026-10-08")];
        let strike = editor.post("/ma-commune/greves", &strike).await.location().unwrap();
        let page = editor.get("/ma-commune").await;
        assert_eq!(page.link("Jour de grève à annoncer aux familles").as_deref(), Some(&*strike));
        let school = format!("/demandes?ecole={}", crate::school(testkit::Place::Tilleuls));
        assert_eq!(page.link("Les Tilleuls").as_deref(), Some(&*school));
        assert!(page.link("Convention et participation").is_none(), "whoever publishes handles no agreement");
        crate::task(app, "town-officer", MONTAUBRAC).await;
        let page = app.by(Adelaide).await.get("/ma-commune").await;
        assert_eq!(page.link("Convention et participation").as_deref(), Some("/conventions"));
    })
    .await;
}
