//! A mot changed after a child changed school: neither the home page, nor the badge, nor a letter shows what it became.

use commons::{attention::still_told, share, untold::Untold};
use preau::services::SERVICES;
use school::{Viewer, circle};
use testkit::{
    App,
    Classroom::Cm,
    Who::{self, *},
    mot_form, mot_to_zoe_and_lina, on_both,
};

async fn told(app: &App, who: Who, mot: &str) -> bool {
    let id = mot.rsplit('/').next().unwrap().parse().unwrap();
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let untold = web::untold_to(&mut tx, SERVICES, &viewer).await.unwrap();
    still_told(&mut tx, &viewer, id, &untold).await.unwrap().is_some()
}

/// Zoé leaves for a class of another school.
async fn zoe_moves(app: &App) {
    app.at("2026-10-05T10:00");
    app.leaves(Zoe).await;
    app.comes(Zoe, Cm).await;
    app.wait(60);
}

#[tokio::test]
async fn what_a_mot_became_after_a_child_changed_school_is_told_to_nobody_of_the_family() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let mot = mot_to_zoe_and_lina(app, "none").await;
        assert!(told(app, Claire, &mot).await && app.by(Claire).await.get("/").await.says("Sortie à la ferme"));
        zoe_moves(app).await;
        let thomas = app.by(Thomas).await;
        let form = thomas.get(&format!("{mot}/modifier")).await;
        let (edition, lina) = (form.attributes("input[name=edition]", "value").concat(), Lina.person().to_string());
        let then = mot_form(&[
            ("title", "Sortie au lac"),
            ("edition", edition.as_str()),
            ("whole", "some"),
            ("reply", "none"),
            ("children", lina.as_str()),
        ]);
        assert_eq!(thomas.upload(&mot, &then, &[]).await.status, 303);
        for (who, is_told) in [(Claire, false), (Samia, true)] {
            assert_eq!(told(app, who, &mot).await, is_told, "{who:?}");
            let home = app.by(who).await.get("/").await;
            assert_eq!(home.says("Sortie au lac"), is_told, "{who:?}: {}", home.text());
        }
        assert!(app.by(Claire).await.get(&mot).await.says("Sortie à la ferme"));
    })
    .await;
}

#[tokio::test]
async fn the_badge_of_a_family_is_the_same_counted_or_sifted_and_only_departures_are_sifted() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        mot_to_zoe_and_lina(app, "none").await;
        zoe_moves(app).await;
        let sifted = [Untold::after_departure(vec!["mots"], liaison::SERVICE.untold_after_departure.unwrap())];
        for (who, has_left) in [(Claire, true), (Samia, false)] {
            let mut tx = app.read().await;
            let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
            let circles = circle::told_by(&mut tx, &viewer).await.unwrap();
            let untold = web::untold_to(&mut tx, SERVICES, &viewer).await.unwrap();
            assert_eq!(untold.is_empty(), !has_left, "{who:?}");
            let all = share::unseen(&mut tx, &viewer, &circles, &[]).await.unwrap();
            let badge = share::unseen(&mut tx, &viewer, &circles, &untold).await.unwrap();
            assert_eq!(badge, share::unseen(&mut tx, &viewer, &circles, &sifted).await.unwrap(), "{who:?}");
            assert_eq!(badge < all, has_left, "{who:?}: {badge} of {all}");
        }
    })
    .await;
}
