//! Which days each teacher is in a class: said by the head, read on the page of the class, kept through imports.

use crate::{SERVICES, answers, count, run};
use db::args;
use school::{Role, circle};
use testkit::{
    App,
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

fn days(who: Who) -> String {
    Cp.path(&format!("/enseignants/{}/jours", who.person()))
}

/// Rose shares the CP with Thomas.
async fn shared(app: &App) {
    let mut tx = app.write().await;
    circle::seat(&mut tx, Cp.id(), Rose.person(), Role::Teacher, None).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn two_teachers_share_a_class_and_the_page_tells_who_is_there() {
    on_both(SERVICES, async |app| {
        // Thursday of the fortieth week.
        app.at("2026-10-01T10:00");
        shared(app).await;
        let helene = app.by(Helene).await;
        let page = helene.get(&Cp.path("")).await;
        assert!(!page.says("Aujourd’hui :"), "nobody said who is there: {}", page.text());
        assert_eq!(page.link("Jours de présence"), Some(days(Rose)));
        helene.post_then(&days(Rose), &[("lundi", "j"), ("mardi", "j"), ("mercredi", "p"), ("jeudi", "m")]).await;
        let page = helene.post_then(&days(Thomas), &[("jeudi", "a"), ("vendredi", "j"), ("mercredi", "i")]).await;
        assert!(page.says("C’est fait : les jours de présence sont notés."), "{}", page.text());
        let page = app.by(Thomas).await.get(&Cp.path("")).await;
        let rows = page.texts("main ul.rows li");
        assert_eq!(
            rows,
            [
                "Rose CALMETTE Enseigne dans la classe · lundi, mardi, mercredi des semaines paires et jeudi matin",
                "Thomas ROUX Enseigne dans la classe · mercredi des semaines impaires, jeudi après-midi et vendredi"
            ]
        );
        assert!(page.says("Aujourd’hui : Rose CALMETTE (le matin), Thomas ROUX (l’après-midi)"), "{}", page.text());
        app.at("2026-10-07T10:00");
        let page = app.by(Thomas).await.get(&Cp.path("")).await;
        assert!(page.says("Aujourd’hui : Thomas ROUX"), "Wednesday of an odd week: {}", page.text());
        app.at("2026-10-10T10:00");
        assert!(!app.by(Thomas).await.get(&Cp.path("")).await.says("Aujourd’hui :"), "Saturday");
    })
    .await;
}

#[tokio::test]
async fn days_come_back_in_the_form_and_go_with_the_teacher() {
    on_both(SERVICES, async |app| {
        shared(app).await;
        let helene = app.by(Helene).await;
        helene.post(&days(Rose), &[("lundi", "j"), ("mardi", "?")]).await;
        let form = helene.get(&days(Rose)).await;
        let chosen = form.attributes("select option[selected]", "value");
        assert_eq!(chosen, ["j", "-", "-", "-", "-"], "{}", form.text());
        let kept = "select count(*) as n from class_days where circle_id = $1";
        assert_eq!(count(app, kept, args![Cp.id()]).await, 1);
        // Nothing said is nothing kept.
        helene.post(&days(Rose), &[]).await;
        assert_eq!(count(app, kept, args![Cp.id()]).await, 0);
        helene.post(&days(Rose), &[("lundi", "j")]).await;
        helene.post(&Cp.path(&format!("/enseignants/{}/fin", Rose.person())), &[]).await;
        assert_eq!(count(app, kept, args![Cp.id()]).await, 0);
        answers(app, &days(Rose), 404, &[Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn only_the_head_says_the_days() {
    on_both(SERVICES, async |app| {
        assert_eq!(app.by(Thomas).await.get(&days(Thomas)).await.status, 403);
        assert_eq!(app.by(Thomas).await.post(&days(Thomas), &[("lundi", "j")]).await.status, 403);
        // Whoever does not teach there has no days there.
        answers(app, &days(Rose), 404, &[Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn a_replacement_says_until_when() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        shared(app).await;
        let midnight = app.now().plus_seconds(14 * 3600);
        let sql = "update member set until = $3 where circle_id = $1 and person_id = $2";
        run(app, sql, args![Cp.id(), Rose.person(), midnight]).await;
        let page = app.by(Thomas).await.get(&Cp.path("")).await;
        let told = "Rose CALMETTE Enseigne dans la classe · jusqu’au 1er octobre 2026";
        assert_eq!(page.texts("main ul.rows li")[0], told);
    })
    .await;
}

#[tokio::test]
async fn a_deputy_finds_the_school_in_the_navigation() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        circle::seat(&mut tx, Tilleuls.staff(), Thomas.person(), Role::Deputy, None).await.unwrap();
        tx.commit().await.unwrap();
        let school = format!("/ecoles/{}", Tilleuls.id());
        let page = app.by(Thomas).await.get(&school).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert_eq!(page.link("Mon école"), Some(school.clone()));
        // The hours are the head's: no link leads a deputy to a page that is not hers.
        let hours = format!("{school}/heures");
        assert!(!page.html().contains(&hours), "{}", page.text());
        assert_eq!(app.by(Thomas).await.get(&hours).await.status, 404);
        assert!(app.by(Helene).await.get(&school).await.html().contains(&hours));
    })
    .await;
}
