//! « Qui a vu mes données ? »: what is noted, how it is told, and to whom.

use crate::{SERVICES, count};
use commons::access::{self, Topic};
use db::args;
use school::Viewer;
use testkit::{
    App,
    Who::{self, *},
    on_both,
};

/// Notes that somebody looked at the file of somebody.
async fn look(app: &App, who: Who, at: Who, topic: Topic, reason: Option<&str>) {
    let mut tx = app.write().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    access::note(&mut tx, &viewer, [at.person(), at.person()], topic, reason).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_day_of_looks_is_one_line_told_by_name_and_role() {
    on_both(SERVICES, async |app| {
        look(app, Helene, Zoe, Topic::ImageRights, None).await;
        look(app, Helene, Zoe, Topic::ImageRights, Some("Sortie au musée")).await;
        look(app, Adelaide, Zoe, Topic::Tracing, Some("Enquête")).await;
        let times =
            "select cast(sum(times) as bigint) as n from access where subject_id = $1 and topic = 'image-rights'";
        assert_eq!(count(app, times, args![Zoe.person()]).await, 2);
        for who in [Claire, Paul, Zoe] {
            let page = app.by(who).await.get("/mes-donnees/consultations").await;
            assert!(page.says("Hélène VIDAL, direction de l’école"), "{who:?}: {}", page.text());
            assert!(page.says("Registre du droit à l’image") && page.says("Sortie au musée"), "{}", page.text());
            assert!(page.says("Académie") && !page.says("Adélaïde"), "{}", page.text());
            assert!(!page.says("Enquête"), "why an inquiry is led names others: {}", page.text());
        }
        for who in [Samia, Hector, Thomas] {
            let page = app.by(who).await.get("/mes-donnees/consultations").await;
            assert!(!page.says("Hélène VIDAL, direction"), "{who:?}: {}", page.text());
        }
        // The next day is another line.
        app.at("2026-10-02T10:00");
        look(app, Helene, Zoe, Topic::ImageRights, None).await;
        assert_eq!(count(app, "select count(*) as n from access", &[]).await, 3);
    })
    .await;
}

#[tokio::test]
async fn looking_at_ones_own_is_noted_nowhere() {
    on_both(SERVICES, async |app| {
        look(app, Thomas, Thomas, Topic::Sheets, None).await;
        assert_eq!(count(app, "select count(*) as n from access", &[]).await, 0);
        let page = app.by(Thomas).await.get("/mes-donnees/consultations").await;
        assert!(page.says("Aucune consultation n’est notée."), "{}", page.text());
    })
    .await;
}
