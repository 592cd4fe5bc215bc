//! A mot changed after a child changed school: neither the home page, nor the badge, nor a letter shows what it became.

use commons::attention::still_told;
use preau::services::SERVICES;
use school::{Role, Viewer, circle};
use testkit::{
    App,
    Classroom::{Cm, Cp},
    MOT,
    Who::{self, *},
    on_both,
};

async fn told(app: &App, who: Who, mot: &str) -> bool {
    let id = mot.rsplit('/').next().unwrap().parse().unwrap();
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let untold = web::untold(&mut tx, SERVICES, &viewer).await.unwrap();
    still_told(&mut tx, &viewer, id, &untold).await.unwrap().is_some()
}

#[tokio::test]
async fn what_a_mot_became_after_a_child_changed_school_is_told_to_nobody_of_the_family() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let mut tx = app.write().await;
        circle::seat(&mut tx, Cp.id(), Lina.person(), Role::Pupil, None).await.unwrap();
        tx.commit().await.unwrap();
        let (zoe, lina) = (Zoe.person().to_string(), Lina.person().to_string());
        let chosen = [("whole", "some"), ("reply", "none"), ("children", lina.as_str())];
        let kept = MOT.into_iter().filter(|it| !["whole", "reply", "title"].contains(&it.0));
        let fields: Vec<_> = kept.chain(chosen).collect();
        let thomas = app.by(Thomas).await;
        let first = [&fields[..], &[("title", "Sortie à la ferme"), ("children", zoe.as_str())]].concat();
        let mot = thomas.upload(&Cp.path("/mots"), &first, &[]).await.location().unwrap();
        thomas.post_then(&format!("{mot}/envoi"), &[]).await;
        assert!(told(app, Claire, &mot).await && app.by(Claire).await.get("/").await.says("Sortie à la ferme"));
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        let mut tx = app.write().await;
        circle::seat(&mut tx, Cm.id(), Zoe.person(), Role::Pupil, None).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        let form = thomas.get(&format!("{mot}/modifier")).await;
        let edition = form.attributes("input[name=edition]", "value").concat();
        let then = [&fields[..], &[("title", "Sortie au lac"), ("edition", edition.as_str())]].concat();
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
