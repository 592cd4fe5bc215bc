//! Deadlines are told in time, once, to both parties; what awaits an act is shown to those who may do it.

use crate::{NOTICE, OFFICER, OTHER_OFFICER, SERVICES, convention, count, enter};
use agreements::breach_reminder::{REMIND_BREACH, tasks};
use db::args;
use school::Viewer;
use testkit::{
    App,
    Who::{self, Adelaide, Helene},
    on_both,
};

/// The night after a day, then what leaves.
async fn night_after(app: &App, day: &str) -> usize {
    let before = app.letters().len();
    (REMIND_BREACH.run)(app.house.clone(), day.to_owned()).await.unwrap();
    app.run_jobs().await;
    app.letters().len() - before
}

#[tokio::test]
async fn both_parties_are_reminded_once_a_week_before_each_deadline() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        enter(&app.by(Adelaide).await, id, "", &NOTICE).await;
        app.at("2026-10-25T03:00");
        assert_eq!(night_after(app, "2026-10-23").await, 0, "eight days before");
        assert_eq!(night_after(app, "2026-10-24").await, 2);
        let letters = app.letters();
        assert!(letters.iter().any(|it| it.contains("ecoles@ac-example.fr")));
        let to_town = letters.iter().find(|it| it.contains("mairie@montaubrac.example.org")).unwrap();
        assert!(to_town.contains("Conciliation à tenir au plus tard le 1er novembre 2026"), "{to_town}");
        assert!(to_town.contains("/manquement"), "{to_town}");
        assert_eq!(night_after(app, "2026-10-25").await, 0, "told already");
        app.at("2026-11-02T10:00");
        let end = [("jour-resiliation", "2026-11-02"), ("motifs", "Rien n’a changé.")];
        assert_eq!(enter(&app.by(Adelaide).await, id, "resiliation", &end).await.status, 303);
        assert_eq!(night_after(app, "2026-11-09").await, 2, "it takes effect on the 17th");
        assert_eq!(night_after(app, "2026-11-24").await, 2, "the court, from 2 December");
        assert_eq!(night_after(app, "2026-12-10").await, 0);
        let told = "select count(*) as n from agreement_step where agreement_id = $1 and verb = 'reminded'";
        assert_eq!(count(app, told, args![id]).await, 3);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_reminded_of_what_is_settled() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        enter(&app.by(Adelaide).await, id, "", &NOTICE).await;
        enter(&app.by(Adelaide).await, id, "accord", &[("jour-accord", "2026-10-01")]).await;
        assert_eq!(night_after(app, "2026-10-28").await, 0);
    })
    .await;
}

async fn awaited(app: &App, who: Who) -> Vec<String> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    tasks(&mut tx, &viewer).await.unwrap().into_iter().map(|it| testkit::plain_spaced(&it.title)).collect()
}

#[tokio::test]
async fn conciliation_awaits_both_sides_until_it_is_held() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        assert!(awaited(app, Adelaide).await.is_empty());
        enter(&app.by(Adelaide).await, id, "", &NOTICE).await;
        for who in [Adelaide, OFFICER] {
            assert_eq!(awaited(app, who).await, ["Conciliation à tenir"], "{who:?}");
        }
        for who in [OTHER_OFFICER, Helene] {
            assert!(awaited(app, who).await.is_empty(), "{who:?}");
        }
        let held = [("jour-conciliation", "2026-10-01"), ("issue", "failed")];
        enter(&app.by(Adelaide).await, id, "conciliation", &held).await;
        assert!(awaited(app, Adelaide).await.is_empty());
    })
    .await;
}
