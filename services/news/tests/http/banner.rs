//! À la une, and the flash over the pages of its readers.

use crate::{SERVICES, class, count, finds, form, published, school, step};
use testkit::{Classroom::Cp, Client, Place::Tilleuls, Who::*, on_both};

const FLASH: [(&str, &str); 3] = [("title", "Grève"), ("flash", "on"), ("until", "2026-10-02")];

async fn banners(client: &Client<'_>) -> Vec<String> {
    client.get("/actualites").await.texts(".banner-title")
}

#[tokio::test]
async fn a_flash_is_over_the_pages_of_its_readers_until_its_last_day() {
    on_both(SERVICES, async |app| {
        published(&app.by(Helene).await, &form(&school(Tilleuls), &FLASH)).await;
        let other = published(&app.by(Thomas).await, &form(&class(Cp), &[])).await;
        app.wait(20);
        assert_eq!(banners(&app.by(Claire).await).await, ["Grève · Les Tilleuls"]);
        let page = app.by(Claire).await.get(&other).await;
        assert_eq!(page.texts(".banner-title"), ["Grève · Les Tilleuls"]);
        assert_eq!(page.attributes(".banner input[name=retour]", "value"), [other]);
        for who in [Zoe, Thomas, Helene, Perrine] {
            assert!(banners(&app.by(who).await).await.is_empty(), "{who:?}");
        }
        app.at("2026-10-03T00:00");
        assert!(banners(&app.by(Claire).await).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn whoever_closes_it_sees_it_no_more_and_nothing_is_written() {
    on_both(SERVICES, async |app| {
        let news = published(&app.by(Helene).await, &form(&school(Tilleuls), &FLASH)).await;
        app.wait(20);
        let claire = app.by(Claire).await;
        let page = claire.get("/actualites").await;
        assert_eq!(page.attributes(".banner form", "action"), [step(&news, "fermeture")]);
        assert_eq!(page.attributes(".banner input[name=retour]", "value"), ["/actualites"]);
        let answer = claire.post(&step(&news, "fermeture"), &[("retour", "/actualites")]).await;
        assert_eq!(answer.location().as_deref(), Some("/actualites"));
        assert!(banners(&claire).await.is_empty());
        assert_eq!(banners(&app.by(Paul).await).await, ["Grève · Les Tilleuls"]);
        let elsewhere = claire.post(&step(&news, "fermeture"), &[("retour", "//ailleurs.example")]).await;
        assert_eq!(elsewhere.location().as_deref(), Some("/"));
        assert_eq!(count(app, "select count(*) as n from receipt", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_flash_comes_at_its_hour_and_goes_when_it_is_taken_back() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T19:30");
        let fields =
            [("title", "Grève"), ("flash", "on"), ("until", "2026-10-04"), ("day", "2026-10-02"), ("time", "09:00")];
        let (helene, tilleuls) = (app.by(Helene).await, school(Tilleuls));
        let news = published(&helene, &form(&tilleuls, &fields)).await;
        app.at("2026-10-02T08:59:50");
        let claire = app.by(Claire).await;
        assert!(banners(&claire).await.is_empty());
        // Nothing was read meanwhile: what is to come is known, and shown at its hour.
        app.wait(10);
        assert_eq!(banners(&claire).await, ["Grève · Les Tilleuls"]);
        let why = [("reason", "La grève est levée.")];
        assert_eq!(app.by(Helene).await.post(&step(&news, "retrait"), &why).await.status, 303);
        app.wait(20);
        assert!(banners(&claire).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_flash_has_a_last_day_and_a_near_one() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        for until in ["", "2026-11-20"] {
            let fields = form(&cp, &[("flash", "on"), ("until", until)]);
            let page = thomas.upload("/actualites", &fields, &[]).await;
            assert_eq!((page.status, page.texts("#f-until-error").len()), (422, 1), "{until}");
            assert!(page.has("#f-flash[checked]"));
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_put_first_stays_first() {
    on_both(SERVICES, async |app| {
        let (helene, tilleuls) = (app.by(Helene).await, school(Tilleuls));
        published(&helene, &form(&tilleuls, &[("title", "Le règlement"), ("front", "on")])).await;
        for title in ["La fête", "La piscine"] {
            app.wait(60);
            published(&helene, &form(&tilleuls, &[("title", title)])).await;
        }
        app.wait(60);
        published(&app.by(Adelaide).await, &form("academy:16", &FLASH)).await;
        app.wait(60);
        published(&helene, &form(&tilleuls, &[("title", "Le goûter")])).await;
        let expected = ["Le règlement", "Grève", "Le goûter", "La piscine", "La fête"];
        assert_eq!(finds(app, Claire).await, expected);
        let list = app.by(Claire).await.get("/actualites").await;
        assert_eq!(list.texts(".card-class")[0], "À la une · Évènements · Les Tilleuls");
    })
    .await;
}

#[tokio::test]
async fn news_are_found_by_what_they_are_about() {
    on_both(SERVICES, async |app| {
        let (helene, tilleuls) = (app.by(Helene).await, school(Tilleuls));
        published(&helene, &form(&tilleuls, &[("title", "Menus"), ("rubric", "pratique")])).await;
        published(&helene, &form(&tilleuls, &[])).await;
        let claire = app.by(Claire).await;
        assert_eq!(claire.get("/actualites?rubrique=pratique").await.texts(".card-title"), ["Menus"]);
        assert!(claire.get("/actualites?rubrique=demarches").await.says("Aucune actualité dans cette rubrique."));
        assert_eq!(claire.get("/actualites?rubrique=inconnue").await.texts(".card-title").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn the_list_shows_twenty_news_then_a_link_to_older_ones() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        for number in 1..=21 {
            let title = format!("Nouvelle {number}");
            published(&thomas, &form(&cp, &[("title", title.as_str())])).await;
        }
        let paul = app.by(Paul).await;
        let first = paul.get("/actualites").await;
        let second = paul.get(&first.link("Voir les actualités plus anciennes").unwrap()).await;
        assert_eq!(second.link("Voir les actualités plus anciennes"), None);
        let mut titles = [first.texts(".card-title"), second.texts(".card-title")].concat();
        assert_eq!((titles.len(), first.texts(".card-title").len()), (21, 20));
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 21, "each stands on one page: {titles:?}");
    })
    .await;
}
