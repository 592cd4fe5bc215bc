//! « Indicateurs », as a head and a commune read it.

use crate::{SERVICES, counted, kept, run, school, task, usual_week};
use commons::usage::place_number;
use db::args;
use testkit::{Place::Tilleuls, Who::*, on_both};

#[tokio::test]
async fn before_the_first_week_the_page_says_when_figures_come() {
    on_both(SERVICES, async |app| {
        let page = app.by(Helene).await.get("/indicateurs").await;
        assert!(page.says("Les premiers chiffres paraîtront"), "{}", page.text());
        assert_eq!(app.by(Helene).await.get("/indicateurs/fiche.pdf").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_head_reads_charts_with_their_sentences_and_their_numbers() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        let page = app.by(Helene).await.get("/indicateurs").await;
        assert!(page.says("Semaine du 12 octobre 2026"), "{}", page.text());
        assert!(page.says("adultes responsables, 40 par semaine en moyenne"), "{}", page.text());
        assert!(page.says("Carnet de liaison, 35 personnes par semaine"), "{}", page.text());
        assert!(page.says("77 % des visites se font sur un téléphone"), "{}", page.text());
        assert!(page.says("On vient le plus le jeudi, créneau « 8 h – 10 h »"), "{}", page.text());
        for chart in ["semaines", "profils", "services", "appareils", "heures"] {
            assert!(page.has(&format!("svg[role=img][aria-labelledby='{chart}-title {chart}-text']")), "{chart}");
        }
        assert_eq!(page.texts("figure details summary").len(), page.texts("figure").len());
        assert!(!page.has("[style]"), "no inline style");
    })
    .await;
}

#[tokio::test]
async fn small_counts_are_hidden_with_their_visits() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        let page = app.by(Helene).await.get("/indicateurs").await;
        let rows = page.texts("#main tr, table tr");
        let teachers = rows.iter().find(|row| row.starts_with("Enseignants et directeurs"));
        assert_eq!(
            teachers.map(String::as_str),
            Some("Enseignants et directeurs moins de 5 non communiqué non communiqué")
        );
    })
    .await;
}

#[tokio::test]
async fn periods_are_weeks_months_and_years_compared_with_the_one_before() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        counted(app, "2026-10-05").await;
        kept(app, &school(Tilleuls), "2026-10-05", "guardian", "", 20).await;
        let helene = app.by(Helene).await;
        let page = helene.get("/indicateurs").await;
        assert!(page.says("126 visites pendant la période, contre 60 pendant la précédente."), "{}", page.text());
        let page = helene.get(&page.link("Voir la période précédente").unwrap()).await;
        assert!(
            page.says("Semaine du 5 octobre 2026") && page.says("60 visites pendant la période."),
            "{}",
            page.text()
        );
        let page = helene.get("/indicateurs?periode=mois").await;
        assert!(page.says("186 visites pendant la période."), "{}", page.text());
        assert!(page.says("adultes responsables, 30 par semaine en moyenne"), "{}", page.text());
        let page = helene.get("/indicateurs?periode=annee").await;
        assert!(page.says("Année scolaire 2026-2027") && page.says("186 visites"), "{}", page.text());
        let page = helene.get("/indicateurs?periode=annee&du=2025-10-06").await;
        assert!(page.says("Rien n’a été mesuré pendant cette période."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn schools_of_the_same_size_are_an_average_of_five_at_least() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        run(
            app,
            "insert into usage_adoption (place, week, staff, staff_active, adults, adults_active, children, \
             children_reached) values ($1, '2026-10-12', 10, 5, 80, 60, 50, 40)",
            args![place_number(&school(Tilleuls))],
        )
        .await;
        run(
            app,
            "insert into usage_similar (week, size, schools, staff, staff_active, adults, adults_active, children, \
             children_reached, visits) values ('2026-10-12', 'small', 4, 40, 30, 400, 200, 200, 100, 400)",
            &[],
        )
        .await;
        let helene = app.by(Helene).await;
        let page = helene.get("/indicateurs").await;
        assert!(page.says("80 % des élèves ont au moins un adulte responsable"), "{}", page.text());
        assert!(!page.says("Écoles de même taille"), "four are no average");
        run(app, "update usage_similar set schools = 6", &[]).await;
        let page = helene.get("/indicateurs").await;
        assert!(page.says("6 écoles de même taille"), "{}", page.text());
        assert!(page.says("75 % ici, 50 % en moyenne"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_head_finds_them_from_the_school_and_a_commune_in_the_navigation() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        assert!(app.by(Helene).await.get("/essai").await.link("Indicateurs").is_none());
        task(app, "town-officer", "town:031:montaubrac").await;
        let page = app.by(Adelaide).await.get("/essai").await;
        assert_eq!(page.link("Indicateurs").as_deref(), Some("/indicateurs"));
        let page = app.by(Adelaide).await.get("/indicateurs").await;
        assert!(page.says("Rien n’a été mesuré"), "nothing is kept of the commune: {}", page.text());
        let page = app.by(Adelaide).await.get(&page.link("Les Tilleuls").unwrap()).await;
        assert!(page.says("40 par semaine en moyenne"), "{}", page.text());
    })
    .await;
}
