//! The table of school holidays: for those who run the scheme, zone by zone; what waits follows it.

use crate::{
    SERVICES,
    steps::{count, run},
};
use commons::delivery::instant;
use db::args;
use testkit::{App, Place::Tilleuls, Who::*, on_both};

const PATH: &str = "/vacances-scolaires";

const WEEK: [(&str, &str); 4] =
    [("zone", "C"), ("nom", "Semaine bleue"), ("debut", "2026-11-16"), ("fin", "2026-11-20")];

/// When something sent in the morning of 17 November is delivered, by a school that waits for the end of holidays.
async fn delivered(app: &App) -> String {
    app.at("2026-11-17T10:00");
    let mut tx = app.read().await;
    let at = instant(&mut tx, Tilleuls.id(), None).await.unwrap();
    at.timestamp().to_zoned_datetime(db::PARIS.clone()).datetime().to_string()
}

async fn waits_in_holidays(app: &App) {
    let hours =
        r#"{"opens":"07:00:00","closes":"20:00:00","days":[true,true,true,true,true,false,false],"holidays":"wait"}"#;
    run(app, "update school set hours = $2 where id = $1", args![Tilleuls.id(), hours]).await;
}

#[tokio::test]
async fn a_change_of_the_table_moves_deliveries_and_is_journalled() {
    on_both(SERVICES, async |app| {
        waits_in_holidays(app).await;
        assert_eq!(delivered(app).await, "2026-11-17T10:00:00");
        let page = app.by(Adelaide).await.post_then(PATH, &WEEK).await;
        assert!(page.says("Semaine bleue") && page.says("Le tableau est enregistré."), "{}", page.text());
        assert_eq!(delivered(app).await, "2026-11-23T07:00:00");
        // Revised: it begins later.
        let revised = [&WEEK[..2], &[("debut", "2026-11-18"), ("fin", "2026-11-20"), ("avant", "2026-11-16")]].concat();
        app.by(Adelaide).await.post_then(PATH, &revised).await;
        assert_eq!(delivered(app).await, "2026-11-17T10:00:00");
        let removal = [("zone", "C"), ("debut", "2026-11-18")];
        let page = app.by(Adelaide).await.post_then("/vacances-scolaires/retrait", &removal).await;
        assert!(!page.says("Semaine bleue"));
        let noted = "select count(*) as n from audit where action = 'holidays-changed' and account_id = $1";
        assert_eq!(count(app, noted, args![Adelaide.account()]).await, 3);
        // What was removed does not come back when the program starts again.
        let removal = [("zone", "C"), ("debut", "2026-10-17")];
        app.by(Adelaide).await.post_then("/vacances-scolaires/retrait", &removal).await;
        let mut tx = app.write().await;
        commons::holiday::seed(&mut tx).await.unwrap();
        let known = commons::holiday::all(&mut tx).await.unwrap();
        tx.commit().await.unwrap();
        assert!(known.iter().all(|it| it.zone.as_str() != "C" || it.first.to_string() != "2026-10-17"));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_told_beside_its_field() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        for (field, value, told) in [
            ("nom", " ", "Donnez un nom, en 80 caractères au plus."),
            ("debut", "bientôt", "Indiquez un jour."),
            ("fin", "2026-11-01", "Le dernier jour vient après le premier, cent jours plus tard au plus."),
            ("fin", "2027-06-01", "Le dernier jour vient après le premier, cent jours plus tard au plus."),
        ] {
            let base: [(&str, &str); 4] = WEEK;
            let typed: Vec<_> = base.into_iter().filter(|(name, _)| *name != field).chain([(field, value)]).collect();
            let page = adelaide.post(PATH, &typed).await;
            assert_eq!(page.status, 422, "{field} {value}");
            assert!(page.texts(&format!("#f-{field}-error")).concat().contains(told), "{field}: {}", page.text());
        }
        let overlapping = [&WEEK[..2], &[("debut", "2026-10-25"), ("fin", "2026-11-03")]].concat();
        let page = adelaide.post(PATH, &overlapping).await;
        assert!(page.says("Ces jours en recouvrent d’autres de la même zone."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn an_academie_keeps_the_table_of_its_own_zone() {
    on_both(SERVICES, async |app| {
        let elsewhere = [&WEEK[1..], &[("zone", "A")]].concat();
        let adelaide = app.by(Adelaide).await;
        assert_eq!(adelaide.post(PATH, &elsewhere).await.status, 404);
        assert_eq!(adelaide.get(PATH).await.attributes("select[name=zone] option", "value"), ["C"]);
        run(app, "update account_grant set scope = 'region' where account_id = $1", args![Adelaide.account()]).await;
        assert!(app.by(Adelaide).await.post_then(PATH, &elsewhere).await.says("Semaine bleue"));
        for who in [Helene, Thomas, Claire, Zoe, Hector] {
            assert_eq!(app.by(who).await.get(PATH).await.status, 404, "{who:?}");
            assert_eq!(app.by(who).await.post(PATH, &WEEK).await.status, 404, "{who:?}");
        }
    })
    .await;
}
