//! Rows 15, 16, 25 and 26 of interfaces.md §1.13: classes and schools.

use crate::{
    hamlet::{ana, hamlet},
    house::{applied, created, in_every_house, lines, unchanged},
    record::{pupil, school, uai},
    see::Academy,
};
use directory::import::Tally;

const NOTHING: [&str; 0] = [];
const UNKNOWN: &str = "L’école citée n’est pas dans la livraison ; la valeur est ignorée.";

#[tokio::test]
async fn row_15_a_class_that_is_not_five_fields_is_ignored_and_reported() {
    in_every_house(async |app| {
        let values = ["7001$CP", "7001$ORD$CP", "7001$ORD$1121$CP", "7001$ORD$1121$880009$CP$x"];
        let pupils = (8011..).zip(values).map(|(id, value)| pupil(id, 7001, "Lou").class(value));
        let report = applied(app, &hamlet().all(pupils)).await;
        assert_eq!((report.counts.pupils, report.counts.classes), (created(6), created(1)));
        let montpellier = Academy::of(app, "11");
        for jointure in 8011..8015 {
            assert_eq!(montpellier.seats(jointure).await, ["school 7001 pupil"]);
        }
        let message = "ENTPersonClasses: Cette valeur composée n’a pas le nombre de champs attendu.";
        let said: Vec<String> =
            (8011..).zip(values).map(|(id, value)| format!("Eleve {id} {message} <{value}>")).collect();
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}

#[tokio::test]
async fn row_15_a_class_without_identifier_is_ignored_and_one_without_name_takes_its_number() {
    in_every_house(async |app| {
        let nameless = pupil(8011, 7001, "Lou").class("7001$ORD$1121$880008$");
        let numberless = pupil(8012, 7001, "Max").class("7001$ORD$1121$$CP");
        let report = applied(app, &hamlet().all([nameless, numberless])).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.circle("class", "880008").await.name, "880008");
        assert_eq!(montpellier.members("class", "880008").await, [8011]);
        assert_eq!(montpellier.seats(8012).await, ["school 7001 pupil"]);
        let said = [
            "Eleve 8011 ENTPersonClasses: La classe ou le groupe n’a pas de nom ; \
             son identifiant le remplace. <7001$ORD$1121$880008$>",
            "Eleve 8012 ENTPersonClasses: La classe ou le groupe n’a pas d’identifiant ; \
             la valeur est ignorée. <7001$ORD$1121$$CP>",
        ];
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}

#[tokio::test]
async fn row_16_a_class_of_an_unknown_school_is_ignored_and_the_pupil_stays_in_the_school_that_is_known() {
    in_every_house(async |app| {
        let odd = ana().class("7999$ORD$1121$880009$CP Z");
        let report = applied(app, &hamlet().replace(odd)).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.seats(8001).await, ["school 7001 pupil"]);
        assert_eq!(report.counts.classes, created(1));
        assert_eq!(lines(app, &report).await, [format!("Eleve 8001 ENTPersonClasses: {UNKNOWN} <7999>")]);
    })
    .await;
}

#[tokio::test]
async fn row_16_a_pupil_of_unknown_schools_alone_is_kept_in_none() {
    in_every_house(async |app| {
        let report = applied(app, &hamlet().add(pupil(8011, 7999, "Lou"))).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.seats(8011).await, NOTHING);
        assert_eq!((report.counts.pupils, montpellier.find_school(7999).await), (created(3), None));
        assert_eq!(lines(app, &report).await, [format!("Eleve 8011 ENTPersonStructRattach: {UNKNOWN} <7999>")]);
    })
    .await;
}

#[tokio::test]
async fn row_16_a_pupil_enters_the_class_when_its_school_arrives() {
    in_every_house(async |app| {
        let parcel = hamlet().replace(ana().class("7999$ORD$1121$880009$CP Z"));
        applied(app, &parcel).await;
        let report = applied(app, &parcel.dated("20260908").add(school(7999, "LES VIGNES"))).await;
        assert_eq!(Academy::of(app, "11").seats(8001).await, ["class 880009 pupil", "school 7001 pupil"]);
        assert_eq!(report.counts.pupils, Tally { moved: 1, ..unchanged(1) });
        assert_eq!(report.counts.schools, Tally { created: 1, ..unchanged(1) });
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}

#[tokio::test]
async fn row_25_the_second_school_of_a_uai_is_rejected() {
    in_every_house(async |app| {
        let second = school(7002, "LES VIGNES").with("ENTStructureUAI", &[&uai(7001)]);
        let report = applied(app, &hamlet().add(second).add(pupil(8011, 7002, "Lou"))).await;
        assert_eq!(report.counts.schools, Tally { rejected: 1, ..created(1) });
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.school(7001).await.name, "LES PINS");
        assert_eq!((montpellier.find_school(7002).await, montpellier.seats(8011).await), (None, Vec::new()));
        let said = [
            format!("Eleve 8011 ENTPersonStructRattach: {UNKNOWN} <7002>"),
            format!(
                "EtabEducNat 7002 ENTStructureUAI: Une autre école de la livraison a déjà cet UAI. <{}> rejected",
                uai(7001)
            ),
        ];
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}

#[tokio::test]
async fn row_25_a_school_without_uai_is_rejected() {
    in_every_house(async |app| {
        let report = applied(app, &hamlet().add(school(7002, "LES VIGNES").with("ENTStructureUAI", &[""]))).await;
        assert_eq!(report.counts.schools, Tally { rejected: 1, ..created(1) });
        assert_eq!(Academy::of(app, "11").find_school(7002).await, None);
        assert_eq!(
            lines(app, &report).await,
            ["EtabEducNat 7002 ENTStructureUAI: L’école n’a pas d’UAI. <-> rejected"]
        );
    })
    .await;
}

#[tokio::test]
async fn row_26_school_names_of_any_number_of_parts_are_accepted() {
    in_every_house(async |app| {
        let named = |id: i64, written: &str| school(id, "").with("ENTStructureNomCourant", &[written]);
        let parcel = hamlet().all([
            named(7011, ""),
            named(7012, "LES CHÊNES"),
            named(7013, "E.M.PU$LES CHÊNES"),
            named(7014, "E.P.PU$LES CHÊNES$SAINT-CLAIR$34"),
        ]);
        let report = applied(app, &parcel).await;
        assert_eq!(report.counts.schools, created(5));
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.school(7011).await.name, uai(7011));
        for (jointure, kind, town) in
            [(7012, None, None), (7013, Some("E.M.PU"), None), (7014, Some("E.P.PU"), Some("SAINT-CLAIR"))]
        {
            let school = montpellier.school(jointure).await;
            assert_eq!(
                (school.name.as_str(), school.kind.as_deref(), school.town.as_deref()),
                ("LES CHÊNES", kind, town)
            );
        }
        let said = "ENTStructureNomCourant: L’école n’a pas de nom ; son UAI le remplace.";
        assert_eq!(lines(app, &report).await, [format!("EtabEducNat 7011 {said} <{}>", uai(7011))]);
    })
    .await;
}

#[tokio::test]
async fn a_uai_whose_letter_is_wrong_is_told_and_the_school_kept() {
    in_every_house(async |app| {
        let report =
            applied(app, &hamlet().add(school(7002, "LES VIGNES").with("ENTStructureUAI", &["0347002z"]))).await;
        assert_eq!(Academy::of(app, "11").school(7002).await.uai, "0347002Z");
        let said = "EtabEducNat 7002 ENTStructureUAI: La lettre de contrôle de l’UAI est fausse ; \
             vérifiez le numéro. <0347002z>";
        assert_eq!(lines(app, &report).await, [said]);
    })
    .await;
}
