//! The delay of a request: it runs, stands still while the school is asked, and shows what is late first.

use crate::{SERVICES, act, ask, officer, say};
use testkit::{Who::*, on_both};

#[tokio::test]
async fn the_delay_stands_still_while_the_school_is_asked() {
    on_both(SERVICES, async |app| {
        let request = ask(app, &[("type", "securite")]).await;
        let (officer, helene) = (officer(app).await, app.by(Helene).await);
        assert!(officer.get(&request).await.says("Il reste 4 jours"), "three days end on a Sunday");
        app.at("2026-10-02T10:00");
        say(&officer, &request, &[("whom", "question"), ("body", "Où ?")]).await;
        app.at("2026-10-12T10:00");
        assert!(officer.get(&request).await.says("Le délai est suspendu jusque-là."));
        assert!(!officer.get("/demandes?retard=on").await.says("Une vitre cassée"));
        say(&helene, &request, &[("body", "Au portail.")]).await;
        assert!(officer.get(&request).await.says("Il reste 3 jours"), "ten days were waited");
        app.at("2026-10-17T10:00");
        assert!(officer.get(&request).await.says("En retard de 2 jours"));
        assert_eq!(app.tasks(Adelaide).await, ["1 demande d’école en retard"]);
        assert!(officer.get("/demandes?retard=on").await.says("Une vitre cassée"));
    })
    .await;
}

#[tokio::test]
async fn the_board_shows_late_ones_first_then_what_presses() {
    on_both(SERVICES, async |app| {
        ask(app, &[("title", "Ancienne"), ("type", "securite")]).await;
        app.at("2026-10-06T10:00");
        ask(app, &[("title", "Normale")]).await;
        ask(app, &[("title", "Pressée"), ("priority", "urgent")]).await;
        let done = ask(app, &[("title", "Faite")]).await;
        let officer = officer(app).await;
        act(&officer, &done, "fin", &[]).await;
        assert_eq!(officer.get("/demandes").await.texts(".row-title"), ["Ancienne", "Pressée", "Normale"]);
        let all = officer.get("/demandes?etat=toutes").await.texts(".row-title");
        assert_eq!(all, ["Ancienne", "Pressée", "Normale", "Faite"]);
        assert_eq!(officer.get("/demandes?etat=done").await.texts(".row-title"), ["Faite"]);
        assert_eq!(officer.get("/demandes?type=securite").await.texts(".row-title"), ["Ancienne"]);
        let page = officer.get("/demandes").await;
        assert!(page.says("À suivre (3)") && page.says("Terminée (1)") && page.says("Toutes (4)"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_danger_stands_before_all_that_is_late() {
    on_both(SERVICES, async |app| {
        for _ in 0..25 {
            ask(app, &[("type", "securite"), ("title", "Ancienne")]).await;
        }
        app.at("2026-10-06T10:00");
        ask(app, &[("title", "Portail tombé"), ("priority", "danger")]).await;
        let officer = officer(app).await;
        assert_eq!(officer.get("/demandes").await.texts(".row-title")[0], "Portail tombé");
        let awaited = app.tasks(Adelaide).await;
        assert!(awaited.contains(&"Danger signalé : Portail tombé".to_owned()), "{awaited:?}");
        assert!(awaited.contains(&"25 demandes d’écoles reçues".to_owned()), "{awaited:?}");
    })
    .await;
}

#[tokio::test]
async fn a_long_board_has_pages() {
    on_both(SERVICES, async |app| {
        for number in 0..26 {
            ask(app, &[("title", format!("Demande {number}").as_str())]).await;
        }
        let officer = officer(app).await;
        assert_eq!(officer.get("/demandes").await.texts(".row-title").len(), 25);
        let second = officer.get("/demandes?page=2").await;
        assert_eq!(second.texts(".row-title").len(), 1);
        assert!(second.has(".pager a[rel=prev]"));
        assert_eq!(officer.get("/demandes?page=zut").await.texts(".row-title").len(), 25);
    })
    .await;
}
