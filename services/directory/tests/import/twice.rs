//! Rows 11, 12, 17 and 18 of interfaces.md §1.13: the same thing twice in a delivery.

use crate::{
    dump::Dump,
    hamlet::{ana, bob, hamlet, mother, pines, teacher},
    house::{applied, count, created, in_every_house, lines, unchanged},
    record::{pupil, school},
    see::Academy,
};
use db::args;
use directory::import::{Counts, Tally};
use testkit::{Who::Zoe, on_both};

const TWICE: &str = "Cette fiche est présente deux fois dans la livraison ; la dernière est gardée.";
const SHARED: &str = "Cet INE est porté par deux élèves ; les deux sont gardés, vérifiez dans ONDE.";
const NOTHING: [&str; 0] = [];

#[tokio::test]
async fn row_11_of_a_record_in_two_parts_the_last_wins() {
    in_every_house(async |app| {
        let again = ana().named("DURAND").class("7001$ORD$1122$880002$CE1 B");
        let report = applied(app, &hamlet().part(1, &[again])).await;
        assert_eq!(report.counts.pupils, created(2));
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.person(8001).await.last_name, "DURAND");
        assert_eq!(montpellier.seats(8001).await, ["class 880002 pupil", "school 7001 pupil"]);
        assert_eq!(lines(app, &report).await, [format!("Eleve 8001 -: {TWICE} <->")]);
    })
    .await;
}

#[tokio::test]
async fn row_11_of_any_record_twice_in_one_file_the_last_wins() {
    in_every_house(async |app| {
        let again = [ana().named("DURAND"), mother().named("DURAND"), teacher().named("DURAND")];
        let report = applied(app, &hamlet().all(again)).await;
        let montpellier = Academy::of(app, "11");
        for jointure in [8001, 9001, 6001] {
            assert_eq!(montpellier.person(jointure).await.last_name, "DURAND", "{jointure}");
        }
        let said = ["Eleve 8001", "PersEducNat 6001", "PersRelEleve 9001"].map(|who| format!("{who} -: {TWICE} <->"));
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}

#[tokio::test]
async fn row_11_of_a_school_twice_the_last_wins_and_it_is_reported() {
    in_every_house(async |app| {
        let again = pines().with("ENTStructureNomCourant", &["E.P.PU$LES CHÊNES$SAINT-CLAIR"]);
        let report = applied(app, &hamlet().part(1, &[again])).await;
        assert_eq!(report.counts.schools, created(1));
        assert_eq!(Academy::of(app, "11").school(7001).await.name, "LES CHÊNES");
        assert_eq!(lines(app, &report).await, [format!("EtabEducNat 7001 -: {TWICE} <->")]);
    })
    .await;
}

#[tokio::test]
async fn row_11_a_record_given_twice_is_counted_once() {
    in_every_house(async |app| {
        let parcel = hamlet().all([ana(), mother(), teacher()]);
        let report = applied(app, &parcel).await;
        let expected = |tally: fn(i64) -> Tally| Counts {
            schools: tally(1),
            classes: tally(1),
            pupils: tally(2),
            guardians: tally(1),
            staff: tally(1),
            links: tally(2),
        };
        assert_eq!(report.counts, expected(created));
        let report = applied(app, &parcel).await;
        assert_eq!(report.counts, expected(unchanged));
    })
    .await;
}

/// The second part is read long before the end of the first, where the older record stands.
#[tokio::test]
async fn row_11_the_last_part_wins_even_when_it_is_read_first() {
    in_every_house(async |app| {
        let others = (10_000..13_000).map(|id| pupil(id, 7001, "Lou"));
        let parcel = hamlet().remove("Eleve", 8001).all(others).add(ana()).part(1, &[ana().named("DURAND")]);
        applied(app, &parcel).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.person(8001).await.last_name, "DURAND");
        let before = Dump::of(app).await;
        applied(app, &parcel).await;
        assert_eq!(montpellier.person(8001).await.last_name, "DURAND");
        before.still(app).await;
    })
    .await;
}

#[tokio::test]
async fn row_12_two_pupils_with_one_ine_are_both_kept_and_told() {
    in_every_house(async |app| {
        let with = |id: i64| pupil(id, 7001, "Lou").with("ENTEleveINE", &["990000001AB"]);
        let report = applied(app, &hamlet().all([with(8011), with(8012)])).await;
        assert_eq!(report.counts.pupils, created(4));
        let montpellier = Academy::of(app, "11");
        for jointure in [8011, 8012] {
            assert_eq!(montpellier.person(jointure).await.ine.as_deref(), Some("990000001AB"));
        }
        let said = [8011, 8012].map(|id| format!("Eleve {id} ENTEleveINE: {SHARED} <->"));
        assert_eq!(lines(app, &report).await, said);
    })
    .await;
}

#[tokio::test]
async fn row_12_the_ine_of_a_pupil_of_another_academy_is_told_too() {
    on_both(crate::SERVICES, async |app| {
        let mut tx = app.write().await;
        tx.change("update person set ine = '990000001AB' where id = $1", args![Zoe.person()]).await.unwrap();
        tx.commit().await.unwrap();
        let report = applied(app, &hamlet().replace(ana().with("ENTEleveINE", &["990000001AB"]))).await;
        assert_eq!(lines(app, &report).await, [format!("Eleve 8001 ENTEleveINE: {SHARED} <->")]);
        let same = "select count(*) as n from person where ine = $1 and gone_at is null";
        assert_eq!(count(app, same, args!["990000001AB"]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn row_17_of_two_names_of_a_class_the_last_is_kept_and_reported() {
    in_every_house(async |app| {
        let report = applied(app, &hamlet().replace(bob().class("7001$ORD$1121$880001$CP B"))).await;
        assert_eq!(report.counts.classes, created(1));
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.circle("class", "880001").await.name, "CP B");
        assert_eq!(montpellier.circle("families", "class:880001").await.name, "Familles · CP B");
        assert_eq!(montpellier.members("class", "880001").await, [8001, 8002]);
        let said = "Eleve - ENTPersonClasses: Cette classe porte deux noms dans la livraison ; \
             le dernier est gardé. <880001>";
        assert_eq!(lines(app, &report).await, [said]);
    })
    .await;
}

#[tokio::test]
async fn row_18_a_class_stays_in_the_first_of_two_schools() {
    in_every_house(async |app| {
        let other = pupil(8011, 7002, "Lou").class("7002$ORD$1121$880001$CP A").level("1121$CP");
        let report = applied(app, &hamlet().add(school(7002, "LES VIGNES")).add(other)).await;
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.members("class", "880001").await, [8001, 8002]);
        assert_eq!(montpellier.seats(8011).await, ["school 7002 pupil"]);
        let of_first = "select count(*) as n from circle where academy = '11' and key = '880001' and school_id = $1";
        assert_eq!(count(app, of_first, args![montpellier.school(7001).await.id]).await, 1);
        let said =
            "Eleve 8011 ENTPersonClasses: Cette classe est citée dans deux écoles ; la première la garde. <880001>";
        assert_eq!(lines(app, &report).await, [said]);
    })
    .await;
}

#[tokio::test]
async fn a_class_and_a_group_may_have_the_same_number() {
    in_every_house(async |app| {
        let sings = ana().with("ENTPersonGroupes", &["7001$GRP$$880001$Chorale"]);
        let report = applied(app, &hamlet().replace(sings)).await;
        assert_eq!(report.counts.classes, created(2));
        let montpellier = Academy::of(app, "11");
        assert_eq!(montpellier.members("class", "880001").await, [8001, 8002]);
        assert_eq!(montpellier.members("group", "880001").await, [8001]);
        assert_eq!(lines(app, &report).await, NOTHING);
    })
    .await;
}
