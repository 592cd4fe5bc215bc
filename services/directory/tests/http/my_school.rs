//! « Mon école »: the classes, the team, and where its head goes from there.

use crate::{SERVICES, answers, run};
use db::args;
use testkit::{
    Classroom::Cp,
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_head_sees_the_classes_with_their_teachers_and_the_team() {
    on_both(SERVICES, async |app| {
        let path = format!("/ecoles/{}", Tilleuls.id());
        let page = app.by(Helene).await.get(&path).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.says("Montaubrac · 0310001H · Année 2026-2027 · 2 classes · 3 élèves"), "{}", page.text());
        let rows = [
            "CE1-CE2 de Mme Vidal Hélène VIDAL 2 Fiches de CE1-CE2 de Mme Vidal",
            "CP de M. Roux Thomas ROUX 1 Fiches de CP de M. Roux",
        ];
        assert_eq!(page.texts("main tbody tr"), rows);
        assert_eq!(page.texts("main section li"), ["Rose CALMETTE", "Agnès PUJOL", "Thomas ROUX", "Hélène VIDAL"]);
        assert_eq!(page.link("CP de M. Roux"), Some(Cp.path("")));
        assert_eq!(page.link("Qualité ONDE"), Some(format!("{path}/qualite")));
        assert_eq!(page.link("Pause numérique"), Some(format!("{path}/heures")));
    })
    .await;
}

#[tokio::test]
async fn the_navigation_leads_each_to_their_place() {
    on_both(SERVICES, async |app| {
        let school = format!("/ecoles/{}", Tilleuls.id());
        let page = app.by(Helene).await.get(&school).await;
        assert_eq!(page.link("Mon école"), Some(school));
        let page = app.by(Thomas).await.get(&Cp.path("")).await;
        assert_eq!(page.link("La classe"), Some(Cp.path("")));
        assert_eq!(page.link("Mon école"), None);
        assert!(!page.has("nav a[href='/annuaire/imports']"));
    })
    .await;
}

#[tokio::test]
async fn a_class_without_teacher_says_so() {
    on_both(SERVICES, async |app| {
        run(app, "delete from member where circle_id = $1 and role = 'teacher'", args![Cp.id()]).await;
        let page = app.by(Helene).await.get(&format!("/ecoles/{}", Tilleuls.id())).await;
        assert!(page.says("CP de M. Roux Personne pour le moment 1"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn before_the_year_is_opened_the_classes_of_the_year_before_are_shown() {
    on_both(SERVICES, async |app| {
        let path = format!("/ecoles/{}", Tilleuls.id());
        app.at("2027-08-20T09:00");
        let page = app.by(Helene).await.get(&path).await;
        assert!(page.says("Année 2026-2027 · 2 classes · 3 élèves"), "{}", page.text());
        assert!(page.says("jusqu’à ce que vous ouvriez l’année 2027-2028"), "{}", page.text());
        assert_eq!(page.link("CP de M. Roux"), Some(Cp.path("")));
        assert_eq!(page.link("Préparer la rentrée"), Some(format!("{path}/rentree")));
        // Once the season is over nobody opens a year any more: the classes are shown, and no promise is made.
        app.at("2027-10-04T09:00");
        let page = app.by(Helene).await.get(&path).await;
        assert!(page.says("celles de l’année 2027-2028 ne sont pas encore là"), "{}", page.text());
        assert_eq!(page.link("Préparer la rentrée"), None);
        assert_eq!(page.link("CP de M. Roux"), Some(Cp.path("")));
    })
    .await;
}

#[tokio::test]
async fn the_pages_of_a_school_are_for_its_head_alone() {
    on_both(SERVICES, async |app| {
        for end in ["", "/qualite", "/heures"] {
            let path = format!("/ecoles/{}{end}", Tilleuls.id());
            answers(app, &path, 404, &[Thomas, Rose, Agnes, Claire, Zoe, Hector, Adelaide]).await;
            answers(app, &path, 200, &[Helene]).await;
            answers(app, &format!("/ecoles/{}{end}", JulesVerne.id()), 404, &[Helene]).await;
        }
    })
    .await;
}
