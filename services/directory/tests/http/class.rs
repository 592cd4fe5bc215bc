//! « La classe »: who is in it, and who teaches there.

use crate::{SERVICES, answers, audited, count};
use db::args;
use testkit::{
    App,
    Classroom::{Ce, Cm, Cp},
    Page, Place,
    Who::{self, *},
    on_both,
};

/// Where a teacher is attached to the CP.
fn attach() -> String {
    Cp.path("/enseignants")
}

/// Where a teacher of the CP is detached.
fn detach(who: Who) -> String {
    Cp.path(&format!("/enseignants/{}/fin", who.person()))
}

async fn attached(app: &App, by: Who, who: Who) -> Page {
    app.by(by).await.post(&attach(), &[("enseignant", &who.person().to_string())]).await
}

/// How many teachers the CP has now.
async fn teachers(app: &App) -> i64 {
    let sql =
        "select count(*) as n from member where circle_id = $1 and role = 'teacher' and (until is null or until > $2)";
    count(app, sql, args![Cp.id(), app.now()]).await
}

#[tokio::test]
async fn a_teacher_sees_the_pupils_with_those_responsible_and_the_adults() {
    on_both(SERVICES, async |app| {
        let page = app.by(Thomas).await.get(&Cp.path("")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.says("Les Tilleuls · 1 élève"), "{}", page.text());
        assert_eq!(page.texts("main tbody tr"), ["Zoé MARTY Claire FABRE, Paul MARTY"]);
        assert_eq!(page.texts("main ul.rows li"), ["Thomas ROUX Enseigne dans la classe"]);
        assert_eq!(page.link("Ouvrir le journal"), Some(Cp.path("/journal")));
        assert!(!page.has("main form"), "attaching teachers is for the head");
    })
    .await;
}

#[tokio::test]
async fn the_pupils_of_a_class_of_two_levels_are_listed_level_by_level() {
    on_both(SERVICES, async |app| {
        let page = app.by(Helene).await.get(&Ce.path("")).await;
        // What runs a class stands under titles of the same rank.
        let levels: Vec<String> = page.texts("main h3").into_iter().filter(|it| it.starts_with("CE")).collect();
        assert_eq!(levels, ["CE1", "CE2"]);
        assert_eq!(
            page.texts("main tbody tr"),
            ["Lina BENALI Samia BENALI, Karim BENALI", "Tom BENALI Samia BENALI, Karim BENALI"]
        );
    })
    .await;
}

#[tokio::test]
async fn a_pupil_without_anybody_responsible_is_told() {
    on_both(SERVICES, async |app| {
        crate::run(app, "delete from guardianship where child_id = $1", args![Zoe.person()]).await;
        let page = app.by(Thomas).await.get(&Cp.path("")).await;
        assert_eq!(page.texts("main tbody tr"), ["Zoé MARTY Aucun responsable légal connu"]);
    })
    .await;
}

#[tokio::test]
async fn the_head_attaches_a_member_of_the_team_who_then_sees_the_class() {
    on_both(SERVICES, async |app| {
        answers(app, &Cp.path(""), 404, &[Rose]).await;
        let helene = app.by(Helene).await;
        let form = helene.get(&Cp.path("")).await;
        let offered = form.texts("select[name='enseignant'] option");
        assert_eq!(
            offered,
            ["Choisir…", "Rose CALMETTE", "Hélène VIDAL"],
            "Thomas teaches there already; the town agent is no teacher"
        );
        let page = helene.post_then(&attach(), &[("enseignant", &Rose.person().to_string())]).await;
        assert!(page.says("C’est fait : cette personne enseigne dans la classe."), "{}", page.text());
        assert!(page.says("Rose CALMETTE Enseigne dans la classe"), "{}", page.text());
        answers(app, &Cp.path(""), 200, &[Rose, Thomas]).await;
        assert_eq!(audited(app, Helene, "teacher-attached", &Rose.person().to_string()).await, 1);
        let detail = "select count(*) as n from audit where action = 'teacher-attached' and detail = $1";
        assert_eq!(count(app, detail, args![Cp.id().to_string()]).await, 1);
        // Twice is the same as once.
        attached(app, Helene, Rose).await;
        assert_eq!(teachers(app).await, 2);
    })
    .await;
}

#[tokio::test]
async fn the_head_detaches_a_teacher_who_then_sees_nothing() {
    on_both(SERVICES, async |app| {
        attached(app, Helene, Rose).await;
        let helene = app.by(Helene).await;
        app.wait(60);
        let page = helene.post_then(&detach(Rose), &[]).await;
        assert!(page.says("C’est fait : Rose CALMETTE n’enseigne plus dans la classe."), "{}", page.text());
        assert_eq!(page.texts("main ul.rows li .row-title"), ["Thomas ROUX"]);
        answers(app, &Cp.path(""), 404, &[Rose]).await;
        assert_eq!(audited(app, Helene, "teacher-detached", &Rose.person().to_string()).await, 1);
        // Nobody is detached twice; whoever was detached may come again.
        assert_eq!(helene.post(&detach(Rose), &[]).await.status, 404);
        attached(app, Helene, Rose).await;
        answers(app, &Cp.path(""), 200, &[Rose]).await;
    })
    .await;
}

#[tokio::test]
async fn a_teacher_sees_the_class_and_attaches_nobody() {
    on_both(SERVICES, async |app| {
        let refused = attached(app, Thomas, Rose).await;
        assert_eq!(refused.status, 403, "{}", refused.text());
        let told = "Cette page peut se lire, mais cette action est réservée à d’autres personnes.";
        assert!(refused.says(told), "{}", refused.text());
        assert_eq!(app.by(Thomas).await.post(&detach(Thomas), &[]).await.status, 403);
        assert_eq!(teachers(app).await, 1);
        assert_eq!(audited(app, Thomas, "teacher-attached", &Rose.person().to_string()).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_outside_the_team_is_attached() {
    on_both(SERVICES, async |app| {
        for who in [Thea, Claire, Zoe] {
            assert_eq!(attached(app, Helene, who).await.status, 404, "{who:?}");
        }
        assert_eq!(teachers(app).await, 1);
        let nobody = app.by(Helene).await.post(&attach(), &[("enseignant", "")]).await;
        assert_eq!(nobody.status, 422);
        assert_eq!(nobody.texts("#f-enseignant-error"), ["Choisissez la personne à rattacher."]);
        assert!(nobody.says("Zoé MARTY"), "the page comes again: {}", nobody.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_no_class_is_not_found() {
    on_both(SERVICES, async |app| {
        for circle in [Place::Tilleuls.staff(), Place::Tilleuls.pupils(), Cp.families(), Cm.id()] {
            answers(app, &format!("/classes/{circle}"), 404, &[Helene]).await;
        }
        answers(app, "/classes/cp", 404, &[Helene]).await;
        answers(app, &Ce.path(""), 404, &[Thomas]).await;
    })
    .await;
}
