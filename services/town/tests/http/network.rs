//! Network advice: its figures, the sizing of each school, the sheet.

use crate::{MONTAUBRAC, SAINTE_FOY, SERVICES, answers, count, task};
use testkit::{App, Place, Who::*, on_both};

const FIGURES: &[(&str, &str)] = &[
    ("pour", "academy:16"),
    ("annee", "2026"),
    ("down", "1000"),
    ("up", "200"),
    ("base", "20000"),
    ("floor_down", "10000"),
    ("floor_up", "3000"),
    ("note", "La fibre est préférable."),
];

fn sheet(place: Place) -> String {
    format!("/ma-commune/reseau/{}/fiche.pdf", place.id())
}

#[tokio::test]
async fn the_figures_of_the_academie_size_every_school_and_few_pupils_are_not_counted() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        assert!(adelaide.get("/mairies/reseau").await.says("Rien n’est fixé pour cette année"));
        let saved = adelaide.post_then("/mairies/reseau", FIGURES).await;
        assert_eq!(saved.attributes("#f-base", "value"), ["20000"], "{}", saved.text());
        task(app, "town-officer", MONTAUBRAC).await;
        let page = adelaide.get("/ma-commune/reseau").await;
        assert!(page.says("moins de 5") && page.says("22 Mbit/s"), "{}", page.text());
        assert!(page.says("La fibre est préférable."), "{}", page.text());
        let all = adelaide.get("/ma-commune/reseau?part=100").await;
        assert!(all.says("25 Mbit/s"), "{}", all.text());
        let nonsense = adelaide.get("/ma-commune/reseau?part=-3").await;
        assert!(nonsense.says("22 Mbit/s"), "{}", nonsense.text());
    })
    .await;
}

#[tokio::test]
async fn five_pupils_are_counted() {
    on_both(SERVICES, async |app| {
        add_pupils(app, 12).await;
        task(app, "town-officer", MONTAUBRAC).await;
        let page = app.by(Adelaide).await.get("/ma-commune/reseau").await;
        assert!(page.texts("td").iter().any(|it| it == "15"), "{:?}", page.texts("td"));
        assert!(!page.says("moins de 5"));
    })
    .await;
}

/// Adds pupils to Les Tilleuls, which has three.
async fn add_pupils(app: &App, number: usize) {
    let mut tx = app.write().await;
    let now = tx.now();
    for rank in 0..number {
        let id: school::PersonId = tx.id();
        tx.change(
            "insert into person (id, kind, academy, jointure, last_name, first_name, details, sort_key, search_key, \
             incomplete, created_at) values ($1, 'pupil', '16', $2, 'X', 'Y', '{}', 'x', 'x', false, $3)",
            db::args![id, 90_000 + i64::try_from(rank).unwrap(), now],
        )
        .await
        .unwrap();
        tx.change(
            "insert into member (circle_id, person_id, role, source, since) values ($1, $2, 'pupil', 'hand', $3)",
            db::args![Place::Tilleuls.pupils(), id, now],
        )
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_sheet_is_for_those_who_run_the_commune_of_the_school() {
    on_both(SERVICES, async |app| {
        answers(app, &sheet(Place::Tilleuls), 404, &[Adelaide, Helene, Claire, Thomas]).await;
        task(app, "town-officer", MONTAUBRAC).await;
        let page = app.by(Adelaide).await.get(&sheet(Place::Tilleuls)).await;
        assert_eq!(page.status, 200);
        assert!(page.bytes.starts_with(b"%PDF"));
        answers(app, &sheet(Place::JulesVerne), 404, &[Adelaide]).await;
        task(app, "town-officer", SAINTE_FOY).await;
        answers(app, &sheet(Place::Tilleuls), 404, &[Adelaide]).await;
    })
    .await;
}

#[tokio::test]
async fn figures_that_are_none_come_back_and_those_of_others_are_not_set() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        for (name, text) in [("down", "0"), ("up", "beaucoup"), ("base", "-1"), ("floor_down", "99999999999")] {
            let answer = adelaide.post("/mairies/reseau", &crate::form(FIGURES, &[(name, text)])).await;
            assert!(answer.status == 422 && answer.has(&format!("#f-{name}-error")), "{name}: {}", answer.text());
            assert_eq!(answer.attributes(&format!("#f-{name}"), "value"), [text]);
        }
        for scope in ["academy:11", "region", MONTAUBRAC] {
            let fields = crate::form(FIGURES, &[("pour", scope)]);
            assert_eq!(adelaide.post("/mairies/reseau", &fields).await.status, 404, "{scope}");
        }
        assert_eq!(count(app, "select count(*) as n from town_network", &[]).await, 0);
        answers(app, "/mairies/reseau", 404, &[Helene, Claire, Thomas]).await;
    })
    .await;
}
