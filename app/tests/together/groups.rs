//! A group of two schools in the whole program: its teachers write to its families, and it opens nothing else of either school.

use preau::services::SERVICES;
use testkit::{
    App,
    Classroom::{Cm, Cp},
    Client, MOT,
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};

async fn post(client: &Client<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = client.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
    answer.location().unwrap()
}

/// A group of Hélène and Hector, with Zoé and Enzo, where Thomas and Théa teach; answers its circle.
async fn chess(app: &App) -> String {
    let (helene, hector) = (app.by(Helene).await, app.by(Hector).await);
    let fields = [("name", "Échecs"), ("purpose", "club"), ("way", "choix"), ("last", "2027-05-28")];
    let own = post(&helene, &format!("/ecoles/{}/groupes", Tilleuls.id()), &fields).await;
    let group = own.split("/ecoles/").next().unwrap().to_owned();
    let pupil = |class: testkit::Classroom| format!("eleves-{}", class.id());
    let (zoe, thomas) = (Zoe.person().to_string(), Thomas.person().to_string());
    post(&helene, &own, &[(pupil(Cp).as_str(), zoe.as_str()), ("adults", thomas.as_str())]).await;
    post(&helene, &format!("{group}/ecoles"), &[("uai", "0310002J")]).await;
    let (enzo, thea) = (Enzo.person().to_string(), Thea.person().to_string());
    let other = format!("{group}/ecoles/{}", JulesVerne.id());
    post(&hector, &other, &[(pupil(Cm).as_str(), enzo.as_str()), ("adults", thea.as_str())]).await;
    group.trim_start_matches("/groupes/").to_owned()
}

#[tokio::test]
async fn the_page_of_a_group_leads_to_its_journal_which_is_told_to_those_of_both_schools() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let lucette = crate::readers::lucette(app).await;
        let group = chess(app).await;
        let journal = format!("/classes/{group}/journal");
        for (who, link) in [(Thomas, Some(&journal)), (Thea, Some(&journal)), (Helene, Some(&journal)), (Hector, None)]
        {
            let page = app.by(who).await.get(&format!("/groupes/{group}")).await;
            assert_eq!((page.status, page.link("Journal du groupe").as_ref()), (200, link), "{who:?}");
        }
        let thea = app.by(Thea).await;
        let fields = [("title", "Le gambit"), ("body", "Vu mardi."), ("audience", "class-and-families")];
        let written = thea.upload(&format!("/classes/{group}/billets"), &fields, &[]).await;
        let billet = written.location().unwrap();
        post(&thea, &format!("{billet}/publication"), &[]).await;
        for who in [Zoe, Enzo, Claire, Perrine, Thomas, Helene] {
            let home = app.by(who).await.get("/").await;
            assert!(home.says("Le gambit") && home.says("Échecs"), "{who:?}: {}", home.text());
        }
        // A group may hold pupils of other schools: nobody outside of their families reads there.
        assert_eq!(lucette.get(&billet).await.status, 404);
        assert!(!lucette.get("/").await.says("Le gambit"));
        for who in [Samia, Rose, Hector] {
            assert!(!app.by(who).await.get("/").await.says("Le gambit"), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_teacher_of_a_group_of_two_schools_writes_to_its_families() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let group = chess(app).await;
        let thea = app.by(Thea).await;
        let written = thea.upload(&format!("/classes/{group}/mots"), &MOT, &[]).await;
        assert_eq!(written.status, 303, "{}", written.text());
        let mot = written.location().unwrap();
        post(&thea, &format!("{mot}/envoi"), &[]).await;
        for who in [Claire, Paul, Perrine] {
            assert!(app.by(who).await.get(&mot).await.says("Nous irons à la ferme."), "{who:?}");
        }
        for who in [Samia, Rose] {
            assert_eq!(app.by(who).await.get(&mot).await.status, 404, "{who:?}");
        }
        // The other school stays closed to who comes for the group.
        for path in [format!("/ecoles/{}", Tilleuls.id()), Cp.path("/journal"), Cp.path("/trombinoscope")] {
            for who in [Thea, Perrine, Enzo] {
                assert_eq!(app.by(who).await.get(&path).await.status, 404, "{path} to {who:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_of_a_group_leads_its_teachers_to_write_to_its_team() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let group = chess(app).await;
        let team = format!("equipe-{group}");
        let address = format!("/messages/nouveau?a={team}");
        for (who, link) in [(Thomas, Some(&address)), (Thea, Some(&address)), (Helene, None), (Hector, None)] {
            let page = app.by(who).await.get(&format!("/groupes/{group}")).await;
            assert_eq!((page.status, page.link("Écrire à l’équipe").as_ref()), (200, link), "{who:?}");
        }
        let thea = app.by(Thea).await;
        let fields = [("to", team.as_str()), ("subject", "Tournoi"), ("body", "Jeudi."), ("suite", "envoyer")];
        let thread = thea.upload("/messages", &fields, &[]).await.location().unwrap();
        let thomas = app.by(Thomas).await;
        assert!(thomas.get("/messages").await.says("Tournoi"));
        assert!(thomas.get(&thread).await.says("Jeudi."));
        // A school that closed the messages to its team closed those of the group to it.
        let mut tx = app.write().await;
        let sql = "update school set closed = 'messages:teacher' where id = $1";
        tx.change(sql, db::args![Tilleuls.id()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(app.by(Thomas).await.get(&thread).await.status, 404);
        assert_eq!(app.by(Thomas).await.get(&format!("/groupes/{group}")).await.link("Écrire à l’équipe"), None);
        assert_eq!(app.by(Thea).await.get(&thread).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn whoever_left_a_group_of_two_schools_reports_what_its_team_wrote_to_them() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let group = chess(app).await;
        let team = format!("equipe-{group}");
        let fields = [("to", team.as_str()), ("subject", "Tournoi"), ("body", "Jeudi."), ("suite", "envoyer")];
        let thread = app.by(Thea).await.upload("/messages", &fields, &[]).await.location().unwrap();
        app.wait(60);
        let mut tx = app.write().await;
        let circle: school::CircleId = group.parse().unwrap();
        let sql = "update member set until = $3 where circle_id = $1 and person_id = $2";
        tx.change(sql, db::args![circle, Thomas.person(), app.now()]).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&thread).await;
        let report = format!("/signaler{thread}");
        assert!(page.says("Jeudi.") && page.has(&format!("a[href='{report}']")), "{}", page.text());
        assert_eq!(thomas.get(&report).await.status, 200);
        let wrong = [("what", "hurts"), ("words", "On se moque de Tom.")];
        assert_eq!(thomas.post(&report, &wrong).await.location(), Some(thread.clone()));
        assert!(app.by(Hector).await.get("/a-valider").await.says("On se moque de Tom."));
        assert_eq!(app.by(Rose).await.get(&report).await.status, 404);
    })
    .await;
}
