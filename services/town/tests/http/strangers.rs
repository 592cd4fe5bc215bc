//! Whoever has no business in a commune finds nothing there, whatever the address.

use crate::{MONTAUBRAC, SAINTE_FOY, SERVICES, count, editor, notices, profiles::MARIE, task};
use testkit::{App, Who::*, on_both, strangers_find_nothing};

/// Something of each kind in Montaubrac; answers every address about it, but those everybody has.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    app.anonymous().post("/mairie/demande", MARIE).await;
    let profile = app.by(Adelaide).await.get("/mairies/profils").await.link("Marie Dupont").unwrap();
    let editor = editor(app).await;
    let notice = notices::send(&editor, &[]).await.location().unwrap();
    let fields = [("commune", MONTAUBRAC), ("semaine", "2026-09-28"), ("pour", "toutes")];
    let week = editor.post_then("/ma-commune/cantine/menus", &fields).await;
    let day = week.link("Modifier lundi 28 septembre").unwrap();
    let strike = editor.post("/ma-commune/greves", &[("commune", MONTAUBRAC), ("day", "2026-10-08")]).await;
    let strike = strike.location().unwrap();
    let school = testkit::Place::Tilleuls.id().to_string();
    let none = "01970000000070008000000000009999";
    let part = |address: &str, rank: usize| address.split('/').nth(rank).unwrap().to_owned();
    let patterns = town::SERVICE
        .paths
        .iter()
        .filter(|it| !["GET /cantine", "GET /mairie/demande", "POST /mairie/demande"].contains(*it));
    patterns
        .map(|pattern| {
            let (method, path) = pattern.split_once(' ').unwrap();
            let path = path
                .replace("{profile}", &part(&profile, 3))
                .replace("{menu}", &part(&day, 4))
                .replace("{day}", "2026-09-28")
                .replace("{strike}", &part(&strike, 3))
                .replace("{id}", &part(&notice, 2))
                .replace("{school}", &school)
                .replace("{scope}", MONTAUBRAC)
                .replace("{offer}", none)
                .replace("{paper}", none);
            (method, path)
        })
        .collect()
}

#[tokio::test]
async fn strangers_find_nothing_at_any_address_and_change_nothing() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        let events = "select count(*) as n from event";
        let before = count(app, events, &[]).await;
        strangers_find_nothing(app, &addresses, &[Thea, Enzo, Perrine, Zoe, Tom]).await;
        assert_eq!(count(app, events, &[]).await, before);
    })
    .await;
}

#[tokio::test]
async fn those_who_run_another_commune_find_nothing_of_this_one() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        task(app, "town-officer", SAINTE_FOY).await;
        let client = app.by(Adelaide).await;
        let holds = |path: &str| path.matches('/').count() > 2 && !path.ends_with("/nouveau");
        for (method, path) in addresses.iter().filter(|(_, path)| holds(path)) {
            let own = ["/ma-commune/cantine/menus", "/ma-commune/avis/nouveau"].contains(&path.as_str());
            let page = if *method == "GET" { client.get(path).await } else { client.post(path, &[]).await };
            assert!(own || page.status == 404, "{method} {path}: {} {}", page.status, page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn readers_of_a_school_have_no_business_in_the_office_of_its_commune() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        let office =
            addresses.iter().filter(|(_, path)| path.starts_with("/ma-commune") || path.starts_with("/mairies"));
        let office: Vec<(&str, String)> = office.cloned().collect();
        strangers_find_nothing(app, &office, &[Claire, Samia, Thomas, Helene, Hector, Agnes, Rose]).await;
    })
    .await;
}
