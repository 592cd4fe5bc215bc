//! The sheet, and the files in the national layout.

use crate::{SERVICES, school, task, usual_week};
use testkit::{Place::Tilleuls, Who::*, on_both};

const FILE: &str = "/indicateurs/dnma.csv";

#[tokio::test]
async fn the_sheet_is_a_document_for_the_council() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        let page = app.by(Helene).await.get("/indicateurs/fiche.pdf").await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.bytes.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn files_have_the_columns_of_the_open_data_and_hide_small_counts() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        let helene = app.by(Helene).await;
        let file = helene.get(&format!("{FILE}?jeu=profils")).await.html();
        let lines: Vec<&str> = file.lines().collect();
        assert_eq!(
            lines[0],
            "debutsemaine;uai;academie;commune;departement;region;ministere;circonscription;nature_uai;secteur;\
             visites_globales;utilisateurs_globales;duree_globales;visites_eleve;utilisateurs_eleve;duree_eleve;\
             visites_parent;utilisateurs_parent;duree_parent;visites_enseignant;utilisateurs_enseignant;\
             duree_enseignant;visites_admin_vie_scol_tech;utilisateurs_admin_vie_scol_tech;duree_admin_vie_scol_tech"
        );
        assert_eq!(lines.len(), 2, "a school, a week");
        assert!(lines[1].starts_with("2026-10-12;0310001H;TOULOUSE;Montaubrac;31;"), "{}", lines[1]);
        // Two teachers are hidden; rounded to two in this test, they weigh in the whole alone.
        assert!(
            lines[1].ends_with(";PU;126;42;07:00:00;N/A;N/A;N/A;120;40;06:40:00;N/A;N/A;N/A;N/A;N/A;N/A"),
            "{}",
            lines[1]
        );
        let file = helene.get(&format!("{FILE}?jeu=appareils")).await.html();
        assert!(file.contains("visites_smartphone;utilisateurs_smartphone;duree_smartphone"));
        assert!(file.ends_with("30;10;01:40:00;105;35;05:50:00;N/A;N/A;N/A;N/A;N/A;N/A\n"), "{file}");
        let file = helene.get(&format!("{FILE}?jeu=services")).await.html();
        assert_eq!(file.lines().next().unwrap().split(';').count(), 10 + 3 * 25);
        let file = helene.get(&format!("{FILE}?jeu=profils-appareils")).await.html();
        assert!(file.contains(";visites_parent_smartphone;"));
        assert_eq!(file.lines().next().unwrap().split(';').count(), 10 + 3 * 16);
    })
    .await;
}

#[tokio::test]
async fn a_file_holds_the_schools_of_its_place_alone() {
    on_both(SERVICES, async |app| {
        usual_week(app).await;
        crate::kept(app, &school(testkit::Place::JulesVerne), "2026-10-12", "pupil", "", 10).await;
        let lines = async |place: &str| {
            let file = app.by(Adelaide).await.get(&format!("{FILE}?lieu={place}")).await;
            (file.status, file.html().lines().count())
        };
        assert_eq!(lines("academy:16").await, (200, 3));
        assert_eq!(lines(&school(Tilleuls)).await, (200, 2));
        task(app, "town-officer", "town:031:sainte-foy").await;
        assert_eq!(lines("town:031:sainte-foy").await, (200, 2));
        assert_eq!(lines(&school(Tilleuls)).await.0, 404);
    })
    .await;
}
