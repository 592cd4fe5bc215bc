//! The malformed inputs of interfaces.md §2.4, as far as the school: what is left out, what is kept, what the head reads.

use crate::{
    GUARDIANS, MARELLE, PUPILS, SAMPLE_PUPILS, SERVICES, applied, apply, count, csv, given, guardian, open_marelle,
    pupil, seated, send, sitting,
};
use school::CircleKind;
use testkit::{App, Who::*, on_both};

const CP: (&str, &str) = ("CP", "880031");

/// Mona, with whom nothing is wrong.
fn mona() -> String {
    pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP)
}

/// How many adults are responsible for a pupil by ONDE.
async fn ties(app: &App) -> i64 {
    count(app, "select count(*) as n from guardianship where source = 'onde' and until is null", &[]).await
}

#[tokio::test]
async fn a_column_that_is_missing_or_there_twice_is_named() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        for (file, words) in [
            (csv(&format!("{PUPILS};Nom élève"), &mona()), "La colonne « Nom élève » est là deux fois."),
            (csv("Nom élève;Date naissance", "BARTHE;2020-01-02\n"), "Il manque des colonnes : « Prénom élève »."),
            (csv(PUPILS, &mona()).replace(';', "|"), "Ce fichier n’est pas une extraction d’ONDE"),
        ] {
            let page = send(&hector, MARELLE, &[&file]).await;
            assert_eq!(page.status, 422, "{words}");
            assert!(page.says(words), "{words}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn empty_lines_at_the_end_are_no_pupils() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let file = format!("{}\n;;;;;;\n \n\n", csv(PUPILS, SAMPLE_PUPILS));
        let page = hector.get(&given(&hector, MARELLE, &[&file]).await).await;
        assert!(page.says("Élèves · 2 lignes · UTF-8"), "{}", page.text());
        assert!(!page.says("Lignes laissées de côté"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_day_that_is_none_leaves_the_line_out_and_takes_the_others() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let lines = [pupil("CAZAL", "Milo", "29/02/2019", "", "CP", CP), mona()];
        let run = given(&hector, MARELLE, &[&csv(PUPILS, &lines.concat())]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Ligne 2 CAZAL Milo Cette date n’existe pas. Date naissance 29/02/2019"), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(sitting(app, CircleKind::Class, "CP").await, ["Mona"]);
    })
    .await;
}

#[tokio::test]
async fn two_identical_lines_are_one_pupil() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let again = pupil("Barthe", "MONA", "02/01/2020", "", "CP", CP);
        let run = given(&hector, MARELLE, &[&csv(PUPILS, &[mona(), again].concat())]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Cette personne est deux fois dans le fichier."), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(seated(app, MARELLE).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_formula_is_kept_as_text() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let formula = "=cmd|' /C calc'!A0";
        let line = pupil("BARTHE", "Mona", "2020-01-02", "", "CP", (formula, ""));
        let run = given(&hector, MARELLE, &[&csv(PUPILS, &line)]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Un tableur exécuterait cette case : elle est gardée comme du texte."), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(sitting(app, CircleKind::Class, formula).await, ["Mona"]);
    })
    .await;
}

#[tokio::test]
async fn a_telephone_of_abroad_survives() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let adult = guardian("Mme", "BARTHE", "Lou", "+33600000011", ("BARTHE", "Mona"));
        let files = [csv(PUPILS, &mona()), csv(GUARDIANS, &adult)];
        let run = given(&hector, MARELLE, &[&files[0], &files[1]]).await;
        assert!(!hector.get(&run).await.says("Un tableur exécuterait cette case"));
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        let kept = "select count(*) as n from person where kind = 'guardian' and details like '%+33600000011%'";
        assert_eq!(count(app, kept, &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn cells_beyond_the_header_are_told_and_passed_over() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let line = format!("{};surplus\n", mona().trim_end());
        let run = given(&hector, MARELLE, &[&csv(PUPILS, &line)]).await;
        let page = hector.get(&run).await;
        assert!(page.says("La ligne a plus de cases que l’en-tête."), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(sitting(app, CircleKind::Class, "CP").await, ["Mona"]);
    })
    .await;
}

#[tokio::test]
async fn a_child_nobody_answers_to_ties_no_adult() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let adult = guardian("Mme", "SALVY", "Ida", "0600000011", ("INCONNU", "Jo"));
        let files = [csv(PUPILS, &mona()), csv(GUARDIANS, &adult)];
        let run = given(&hector, MARELLE, &[&files[0], &files[1]]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Cet enfant n’est pas parmi les élèves de l’école."), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        let entered = "select count(*) as n from person where last_name = 'SALVY'";
        assert_eq!((ties(app).await, count(app, entered, &[]).await), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_child_two_answer_to_ties_no_adult_until_the_class_tells() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let other = pupil("BARTHE", "Mona", "2018-05-06", "", "CE2", ("CE2", "880032"));
        let pupils = csv(PUPILS, &[mona(), other].concat());
        let adult = guardian("Mme", "BARTHE", "Lou", "0600000011", ("BARTHE", "Mona"));
        let run = given(&hector, MARELLE, &[&pupils, &csv(GUARDIANS, &adult)]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Plusieurs élèves correspondent à cet enfant."), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(ties(app).await, 0);
        app.wait(60);
        let told = format!("{}CE2\n", adult.trim_end());
        applied(&hector, MARELLE, &[&pupils, &csv(GUARDIANS, &told)]).await;
        let tied = "select count(*) as n from guardianship g join person c on c.id = g.child_id \
             where g.source = 'onde' and g.until is null and c.birth_day = '2018-05-06'";
        assert_eq!((ties(app).await, count(app, tied, &[]).await), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn accents_hyphens_and_apostrophes_tell_no_two_pupils_apart() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let class = ("CP-CE1 Mme Sauvagnac", "880021");
        let known = pupil("D'ORVAL-NÉMOZ", "Zélie-Anne", "2020-02-29", "", "CP", class);
        applied(&hector, MARELLE, &[&csv(PUPILS, &known)]).await;
        app.wait(60);
        let plain = pupil("D ORVAL NEMOZ", "ZELIE ANNE", "29/02/2020", "", "CP", class);
        let page = hector.get(&given(&hector, MARELLE, &[&csv(PUPILS, &plain)]).await).await;
        assert!(page.says("Prénom : Zélie-Anne → ZELIE ANNE"), "{}", page.text());
        assert!(!page.says("Nouveaux élèves"), "{}", page.text());
        applied(&hector, MARELLE, &[&csv(PUPILS, &plain)]).await;
        assert_eq!(seated(app, MARELLE).await, 1);
    })
    .await;
}
