//! What stops an import until somebody answers for it, and the trial that writes nothing.

use crate::{
    dump::Dump,
    hamlet::{hamlet, village},
    house::{applied, count, in_every_house, lines, tried},
    parcel::Parcel,
    record::{GUARDIAN, PUPIL, SCHOOL, change, guardian, pupil, school, uai},
    see::Academy,
};
use db::args;
use directory::import::{Options, Outcome, Report};
use std::ops::Range;
use testkit::{App, plain_spaced};

fn accepted() -> Options {
    Options { accept_doubts: true, ..Options::default() }
}

/// The hamlet with so many pupils more, numbered from 8100.
fn town(more: i64) -> Parcel {
    hamlet().all((8100..8100 + more).map(|id| pupil(id, 7001, "Lou")))
}

/// The same a day later, without the first so many of them.
fn emptier(more: i64, leaving: i64) -> Parcel {
    without(town(more).dated("20260908"), 8100..8100 + leaving)
}

fn without(parcel: Parcel, pupils: Range<i64>) -> Parcel {
    pupils.fold(parcel, |parcel, id| parcel.remove(PUPIL, id))
}

const CE1: Range<i64> = 8200..8220;
const CM2: Range<i64> = 8300..8310;

/// The hamlet with a class of CE1 and one of CM2: thirty-two pupils and a teacher.
fn elementary() -> Parcel {
    let ce1 = |id| pupil(id, 7001, "Lou").class("7001$ORD$1122$880002$CE1 B").level("1122$CE1");
    let cm2 = |id| pupil(id, 7001, "Max").class("7001$ORD$1125$880003$CM2 C").level("1125$CM2");
    hamlet().all(CE1.map(ce1)).all(CM2.map(cm2))
}

/// Tries a delivery that must be stopped and leave everything as it was; its report is kept.
async fn stopped(app: &App, parcel: &Parcel) -> Report {
    let before = Dump::of(app).await;
    let report = tried(app, parcel, &Options::default()).await;
    assert_eq!(report.outcome, Outcome::Stopped, "{:?}", report.counts);
    before.still(app).await;
    let kept = "select count(*) as n from import_run where id = $1 and outcome = 'stopped'";
    assert_eq!(count(app, kept, args![report.id]).await, 1);
    report
}

#[tokio::test]
async fn row_30_a_full_in_which_four_pupils_of_ten_vanish_stops_and_asks() {
    in_every_house(async |app| {
        applied(app, &town(13)).await;
        let report = stopped(app, &emptier(13, 6)).await;
        let said = format!("6 personnes sur 16 disparaîtraient de l’école LES PINS ({}).", uai(7001));
        assert_eq!(plain_spaced(&report.reasons.join("|")), said);
        assert_eq!((report.counts.pupils.disappeared, report.counts.pupils.unchanged), (6, 9));
        assert!(!Academy::of(app, "11").person(8100).await.gone);

        let report = tried(app, &emptier(13, 6), &accepted()).await;
        assert_eq!((report.outcome, report.counts.pupils.disappeared), (Outcome::Applied, 6));
        assert_eq!(plain_spaced(&report.reasons.join("|")), said, "the report says what was accepted");
        assert!(Academy::of(app, "11").person(8100).await.gone);
    })
    .await;
}

#[tokio::test]
async fn a_tenth_of_a_school_may_vanish_and_no_more() {
    in_every_house(async |app| {
        // 59 pupils and a teacher.
        applied(app, &town(57)).await;
        stopped(app, &emptier(57, 7)).await;
        let report = tried(app, &emptier(57, 6), &Options::default()).await;
        assert_eq!((report.outcome, report.counts.pupils.disappeared), (Outcome::Applied, 6));
    })
    .await;
}

#[tokio::test]
async fn a_few_departures_from_a_small_school_are_no_doubt() {
    in_every_house(async |app| {
        applied(app, &town(4)).await;
        let report = tried(app, &emptier(4, 4), &Options::default()).await;
        assert_eq!((report.outcome, report.counts.pupils.disappeared), (Outcome::Applied, 4));
    })
    .await;
}

#[tokio::test]
async fn the_share_that_may_vanish_is_chosen_by_whoever_imports() {
    in_every_house(async |app| {
        applied(app, &town(13)).await;
        let half = Options { most_departures_percent: 50, ..Options::default() };
        assert_eq!(tried(app, &emptier(13, 6), &half).await.outcome, Outcome::Applied);
    })
    .await;
}

#[tokio::test]
async fn the_cm2_leave_in_september_unasked() {
    in_every_house(async |app| {
        applied(app, &elementary()).await;
        let report = applied(app, &without(elementary().dated("20270906"), CM2)).await;
        assert_eq!(report.counts.pupils.disappeared, 10);
        assert!(Academy::of(app, "11").person(8300).await.gone);
    })
    .await;
}

#[tokio::test]
async fn the_cm2_leave_in_september_unasked_even_after_deltas_of_august() {
    in_every_house(async |app| {
        applied(app, &elementary()).await;
        let august = Parcel::delta("20270803").add(change(PUPIL, 8001).with("ENTPersonNom", &["DURAND"]));
        assert_eq!(tried(app, &august, &accepted()).await.outcome, Outcome::Applied);
        applied(app, &without(elementary().dated("20270906"), CM2)).await;
    })
    .await;
}

#[tokio::test]
async fn the_cm2_cannot_vanish_within_a_year_unasked() {
    in_every_house(async |app| {
        applied(app, &elementary()).await;
        let report = stopped(app, &without(elementary().dated("20260908"), CM2)).await;
        let said = format!("10 personnes sur 33 disparaîtraient de l’école LES PINS ({}).", uai(7001));
        assert_eq!(plain_spaced(&report.reasons.join("|")), said);
    })
    .await;
}

#[tokio::test]
async fn another_level_cannot_vanish_in_september_unasked() {
    in_every_house(async |app| {
        applied(app, &elementary()).await;
        let report = stopped(app, &without(without(elementary().dated("20270906"), CM2), CE1)).await;
        let said = format!("20 personnes sur 23 disparaîtraient de l’école LES PINS ({}).", uai(7001));
        assert_eq!(plain_spaced(&report.reasons.join("|")), said, "the CM2 count neither here nor there");
    })
    .await;
}

#[tokio::test]
async fn a_school_cannot_vanish_with_its_pupils_unasked() {
    in_every_house(async |app| {
        let vines = (8500..8506).map(|id| pupil(id, 7002, "Max"));
        applied(app, &hamlet().add(school(7002, "LES VIGNES")).all(vines)).await;
        let report = stopped(app, &hamlet().dated("20260908")).await;
        let said = format!("6 personnes sur 6 disparaîtraient de l’école LES VIGNES ({}).", uai(7002));
        assert_eq!(plain_spaced(&report.reasons.join("|")), said);
        assert_eq!(report.counts.schools.disappeared, 1);
    })
    .await;
}

#[tokio::test]
async fn the_families_of_a_school_cannot_vanish_unasked() {
    in_every_house(async |app| {
        let children = (0..20).map(|n| pupil(8100 + n, 7001, "Lou").of(&[&format!("{}$10", 9100 + n)]));
        let parents = (0..20).map(|n| guardian(9100 + n, "Max"));
        let whole = hamlet().all(children).all(parents);
        applied(app, &whole).await;
        // A part of the file of the adults was lost on the way: nothing is truncated, nearly all are missing.
        let lost = (9100..9120).fold(whole.dated("20260908"), |parcel, id| parcel.remove(GUARDIAN, id));
        let report = stopped(app, &lost).await;
        assert_eq!(report.counts.guardians.disappeared, 20);
    })
    .await;
}

#[tokio::test]
async fn a_full_older_than_the_last_delivery_stops_and_asks() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let report = stopped(app, &hamlet().dated("20260906")).await;
        let said = "Cette livraison complète (2026-09-06) est plus ancienne que la dernière appliquée (2026-09-07).";
        assert_eq!(plain_spaced(&report.reasons.join("|")), said);
        assert_eq!(tried(app, &hamlet().dated("20260906"), &accepted()).await.outcome, Outcome::Applied);
    })
    .await;
}

#[tokio::test]
async fn a_delivery_that_is_stopped_keeps_its_lines_to_be_read() {
    in_every_house(async |app| {
        applied(app, &town(13)).await;
        let odd = emptier(13, 6).replace(pupil(8112, 7001, "Lou").with("ENTEleveINE", &["990"]));
        let report = stopped(app, &odd).await;
        let said = "Eleve 8112 ENTEleveINE: L’INE n’a pas onze lettres et chiffres ; il est ignoré. <990>";
        assert_eq!(lines(app, &report).await, [said]);
    })
    .await;
}

#[tokio::test]
async fn a_trial_says_what_would_happen_and_writes_nothing() {
    in_every_house(async |app| {
        let trial = Options { dry_run: true, ..Options::default() };
        let before = Dump::of(app).await;
        let tried_first = tried(app, &village(), &trial).await;
        assert_eq!(tried_first.outcome, Outcome::DryRun);
        before.still(app).await;
        for table in [
            "select count(*) as n from import_run",
            "select count(*) as n from import_finding",
            "select count(*) as n from import_school",
            "select count(*) as n from audit",
        ] {
            assert_eq!(count(app, table, &[]).await, 0, "{table}");
        }
        let report = applied(app, &village()).await;
        assert_eq!(report.counts, tried_first.counts);

        let later = village().dated("20260908").remove(PUPIL, 8001).add(school(7003, "LES CHÊNES"));
        let before = Dump::of(app).await;
        let tried_later = tried(app, &later, &trial).await;
        assert_eq!((tried_later.counts.pupils.disappeared, tried_later.counts.schools.created), (1, 1));
        before.still(app).await;
        assert_eq!(applied(app, &later).await.counts, tried_later.counts);
    })
    .await;
}

#[tokio::test]
async fn a_trial_with_doubts_says_them() {
    in_every_house(async |app| {
        applied(app, &town(13)).await;
        let trial = Options { dry_run: true, ..Options::default() };
        let before = Dump::of(app).await;
        let report = tried(app, &emptier(13, 6), &trial).await;
        assert_eq!((report.outcome, report.reasons.len()), (Outcome::Stopped, 1));
        before.still(app).await;
        let runs = "select count(*) as n from import_run where outcome <> 'applied'";
        assert_eq!(count(app, runs, &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_school_that_comes_under_another_number_keeps_its_row() {
    in_every_house(async |app| {
        applied(app, &hamlet()).await;
        let montpellier = Academy::of(app, "11");
        let before = montpellier.school(7001).await.id;
        let renumbered = school(7005, "LES PINS").with("ENTStructureUAI", &[&uai(7001)]);
        let parcel = hamlet().dated("20260908").remove(SCHOOL, 7001).add(renumbered);
        let report = applied(app, &parcel).await;
        assert_eq!((montpellier.school(7005).await.id, montpellier.find_school(7001).await), (before, None));
        assert_eq!(report.counts.schools.changed, 1);
    })
    .await;
}
