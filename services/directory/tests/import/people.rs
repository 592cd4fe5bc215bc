//! Rows 13, 14, 19 to 24 and 27 of interfaces.md §1.13: pupils, adults and staff.

use crate::{
    hamlet::{TEACHES, ana, hamlet, teacher},
    house::{applied, created, in_every_house, lines, unchanged},
    record::{Record, guardian, pupil, staff},
    see::Academy,
};
use directory::import::Tally;
use serde_json::Value;

const NOTHING: [&str; 0] = [];

/// Pupils 8011 and on, who differ by one attribute.
fn pupils(attribute: &'static str, values: &[&str]) -> Vec<Record> {
    let pupils = (8011..).zip(values);
    pupils.map(|(id, value)| pupil(id, 7001, "Lou").with(attribute, &[*value])).collect()
}

#[tokio::test]
async fn row_13_an_ine_is_put_right_or_dropped_and_the_pupil_kept() {
    in_every_house(async |app| {
        let values = [" 99 0000001ab ", "990000001A", "990000001ABC"];
        let report = applied(app, &hamlet().all(pupils("ENTEleveINE", &values))).await;
        assert_eq!(report.counts.pupils, created(5));
        let montpellier = Academy::of(app, "11");
        let kept = [
            montpellier.person(8011).await.ine,
            montpellier.person(8012).await.ine,
            montpellier.person(8013).await.ine,
        ];
        assert_eq!(kept, [Some("990000001AB".to_owned()), None, None]);
        let dropped = "ENTEleveINE: L’INE n’a pas onze lettres et chiffres ; il est ignoré.";
        let said = [format!("Eleve 8012 {dropped} <990000001A>"), format!("Eleve 8013 {dropped} <990000001ABC>")];
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}

#[tokio::test]
async fn row_14_a_birth_date_that_cannot_be_is_dropped_and_the_pupil_kept() {
    in_every_house(async |app| {
        let values = ["31/02/2020", "2020-02-29", "", "08/09/2026", "29/02/2020"];
        let report = applied(app, &hamlet().all(pupils("ENTPersonDateNaissance", &values))).await;
        assert_eq!(report.counts.pupils, created(7));
        let montpellier = Academy::of(app, "11");
        for jointure in 8011..8015 {
            assert_eq!(montpellier.person(jointure).await.birth_day, None, "{jointure}");
        }
        assert_eq!(montpellier.person(8015).await.birth_day.as_deref(), Some("2020-02-29"));
        let said = [
            "Eleve 8011 ENTPersonDateNaissance: Cette date n’existe pas ; elle est ignorée. <31/02/2020>",
            "Eleve 8012 ENTPersonDateNaissance: Cette date n’existe pas ; elle est ignorée. <2020-02-29>",
            "Eleve 8014 ENTPersonDateNaissance: La date de naissance suit la date de la livraison ; \
             elle est ignorée. <2026-09-08>",
        ];
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}

#[tokio::test]
async fn row_19_links_that_lead_to_nobody_or_are_badly_written_are_reported() {
    in_every_house(async |app| {
        let odd = ana().of(&["9001$10", "9999$20", "9002", "9003$20$0$1$1$0", "9001$20"]);
        let parcel = hamlet().replace(odd).all([guardian(9002, "Samia"), guardian(9003, "Karim")]);
        let report = applied(app, &parcel).await;
        assert_eq!((report.counts.links, report.counts.guardians), (created(4), created(3)));
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10)), (9002, None), (9003, Some(20))]);
        assert_eq!(montpellier.find(9999).await, None);
        let said = [
            "ENTEleveAutoriteParentale: Ce responsable est cité deux fois par l’élève ; \
             le premier lien est gardé. <9001$20>",
            "ENTEleveAutoriteParentale: Cette valeur composée n’a pas le nombre de champs attendu. <9002>",
            "ENTEleveAutoriteParentale: Cette valeur composée n’a pas le nombre de champs attendu. <9003$20$0$1$1$0>",
            "ENTEleveAutoriteParentale: Le responsable légal cité n’est pas dans la livraison ; \
             le lien est ignoré. <9999>",
        ];
        assert_eq!(lines(app, &report).await, said.map(|line| format!("Eleve 8001 {line}")));
    })
    .await;
}

#[tokio::test]
async fn row_19_a_link_is_made_when_its_adult_arrives() {
    in_every_house(async |app| {
        let parcel = hamlet().replace(ana().of(&["9001$10", "9999$20"]));
        applied(app, &parcel).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10))]);
        assert!(montpellier.person(8001).await.incomplete);
        let report = applied(app, &parcel.dated("20260908").add(guardian(9999, "Karim"))).await;
        assert_eq!(montpellier.guardians(8001).await, [(9001, Some(10)), (9999, Some(20))]);
        assert!(!montpellier.person(8001).await.incomplete);
        assert_eq!(
            (report.counts.pupils, report.counts.guardians),
            (unchanged(2), Tally { created: 1, ..unchanged(1) })
        );
        assert_eq!(report.counts.links, Tally { created: 1, ..unchanged(2) });
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn row_20_an_adult_no_pupil_names_is_not_created() {
    in_every_house(async |app| {
        let report = applied(app, &hamlet().add(guardian(9002, "Samia"))).await;
        assert_eq!(report.counts.guardians, created(1));
        assert_eq!(Academy::of(app, "11").find(9002).await, None);
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn row_21_a_level_without_known_code_keeps_its_label() {
    in_every_house(async |app| {
        let report = applied(app, &hamlet().all(pupils("ENTEleveNiveau", &["CE1", "9999$CE1", "", "1122$CE1"]))).await;
        let montpellier = Academy::of(app, "11");
        for (jointure, code, label) in [
            (8011, None, Value::from("CE1")),
            (8012, None, Value::from("CE1")),
            (8013, None, Value::Null),
            (8014, Some("1122"), Value::from("CE1")),
        ] {
            let person = montpellier.person(jointure).await;
            assert_eq!((person.level.as_deref(), person.detail("level_label")), (code, label), "{jointure}");
        }
        let said = [
            "Eleve 8011 ENTEleveNiveau: Le niveau n’a pas de code ; seul son libellé est gardé. <CE1>",
            "Eleve 8012 ENTEleveNiveau: Ce code de niveau est absent de la nomenclature ; \
             seul le libellé est gardé. <9999>",
        ];
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}

#[tokio::test]
async fn row_22_functions_of_all_lengths_are_accepted() {
    in_every_house(async |app| {
        let functions = ["-", "X", "7001$ENS", "7001$AES$ACCOMPAGNANT$-$"];
        let members = (6011..).zip(functions).map(|(id, function)| staff(id, "Lou").works(&[function]));
        let report = applied(app, &hamlet().all(members)).await;
        assert_eq!(report.counts.staff, created(5));
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.seats(6011).await, NOTHING);
        assert_eq!(montpellier.seats(6012).await, NOTHING);
        assert_eq!(montpellier.seats(6013).await, ["staff 7001 teacher"]);
        assert_eq!(montpellier.seats(6014).await, ["staff 7001 staff"]);
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn row_23_whoever_is_listed_as_directing_a_school_heads_it_without_function() {
    in_every_house(async |app| {
        let report = applied(app, &hamlet().add(staff(6011, "Lou").directs(&["7001"]))).await;
        assert_eq!(Academy::of(app, "11").seats(6011).await, ["staff 7001 head"]);
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn row_24_the_category_wins_over_the_functions() {
    in_every_house(async |app| {
        let not = staff(6011, "Lou").works(&[TEACHES]).with("ENTPersonCategorieEnseignant", &["N"]);
        let yes = staff(6012, "Max").works(&["7001$AES$ACCOMPAGNANT$-$"]).with("ENTPersonCategorieEnseignant", &["O"]);
        applied(app, &hamlet().all([not, yes])).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.seats(6011).await, ["staff 7001 staff"]);
        assert_eq!(montpellier.seats(6012).await, ["staff 7001 teacher"]);
        assert_eq!(montpellier.seats(6001).await, ["staff 7001 teacher"], "without category the functions decide");
        // The other way round, a day later.
        let changed = teacher().with("ENTPersonCategorieEnseignant", &["n"]);
        applied(app, &hamlet().dated("20260908").replace(changed)).await;
        assert_eq!(montpellier.seats(6001).await, ["staff 7001 staff"]);
    })
    .await;
}

#[tokio::test]
async fn row_27_names_are_trimmed_cut_or_rejected_and_foreign_letters_kept() {
    in_every_house(async |app| {
        let (long, cut) = ("É".repeat(101), "É".repeat(100));
        let report = applied(app, &hamlet().all(pupils("ENTPersonNom", &["   ", &long, " L’ÎLE ", "李"]))).await;
        assert_eq!(report.counts.pupils, Tally { rejected: 1, ..created(5) });
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.find(8011).await, None);
        for (jointure, name) in [(8012, cut.as_str()), (8013, "L’ÎLE"), (8014, "李")] {
            assert_eq!(montpellier.person(jointure).await.last_name, name);
        }
        let said = [
            "Eleve 8011 ENTPersonNom: Le nom ou le prénom manque. <-> rejected".to_owned(),
            format!(
                "Eleve 8012 ENTPersonNom: Ce nom dépasse cent caractères ; la suite est coupée. <{}>",
                "É".repeat(80)
            ),
        ];
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}
