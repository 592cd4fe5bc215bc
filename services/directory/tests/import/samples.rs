//! The samples of interfaces.md §1.12, with the result written at its end.

use crate::{
    house::{count, created, empty, import_at, in_every_house, lines, unchanged},
    see::Academy,
};
use directory::import::{Counts, Options, Outcome, Report, Tally};
use serde_json::Value;
use std::fs;
use tempfile::TempDir;
use testkit::App;

/// The samples of one kind, `Complet` or `Delta`, in a folder of their own.
fn samples(kind: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let written = concat!(env!("CARGO_MANIFEST_DIR"), "/../../protocols/aaf/tests/samples");
    for entry in fs::read_dir(written).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if name.contains(kind) {
            fs::copy(&path, folder.path().join(name)).unwrap();
        }
    }
    folder
}

async fn imported(app: &App, kind: &str) -> Report {
    // The delta says nothing of its académie: whoever imports it does.
    let options = Options { academy: Some("16".to_owned()), ..Options::default() };
    let mut reports = import_at(app, samples(kind).path(), &options).await.unwrap();
    let report = reports.remove(0);
    assert_eq!(report.outcome, Outcome::Applied, "{:?}", report.reasons);
    report
}

#[tokio::test]
async fn the_full_sample_gives_what_the_specification_says() {
    in_every_house(async |app| {
        empty(app).await;
        let report = imported(app, "Complet").await;
        let expected = Counts {
            schools: created(1),
            classes: created(2),
            pupils: created(2),
            guardians: created(2),
            staff: created(2),
            links: created(2),
        };
        assert_eq!(report.counts, expected);
        let said = (report.academy.as_str(), report.kind.as_str(), report.delivered_on.as_str());
        assert_eq!(said, ("16", "Complet", "2026-09-07"));

        let toulouse = Academy::of(app, "16");
        let school = toulouse.school(700_101).await;
        assert_eq!((school.uai.as_str(), school.name.as_str()), ("0319991S", "LES TILLEULS"));
        assert_eq!((school.kind.as_deref(), school.town.as_deref()), (Some("E.P.PU"), Some("MONTAUBRAC")));
        assert_eq!(toulouse.find_school(700_102).await, None);
        assert_eq!(toulouse.find_school(790_001).await, None);
        assert_eq!(toulouse.guardians(8_100_001).await, [(9_100_001, Some(10)), (9_100_002, Some(20))]);
        assert!(toulouse.guardians(8_100_002).await.is_empty());
        assert_eq!(toulouse.seats(6_100_001).await, ["staff 700101 head"]);
        assert_eq!(toulouse.seats(6_100_002).await, ["staff 700101 staff"]);
        let unknown =
            "PersEducNat 6100001 ENTPersonFonctions: L’école citée n’est pas dans la livraison ; la valeur est ignorée. <700102>";
        let lines = lines(app, &report).await;
        assert!(lines.iter().any(|line| line == unknown), "{lines:?}");
    })
    .await;
}

#[tokio::test]
async fn the_people_of_the_full_sample_are_kept_to_the_last_field() {
    in_every_house(async |app| {
        empty(app).await;
        imported(app, "Complet").await;
        let toulouse = Academy::of(app, "16");
        let zelie = toulouse.person(8_100_001).await;
        assert_eq!((zelie.kind.as_str(), zelie.first_name.as_str()), ("pupil", "Zélie-Anne"));
        assert_eq!(zelie.last_name, "D'ORVAL-NÉMOZ");
        assert_eq!((zelie.birth_day.as_deref(), zelie.ine.as_deref()), (Some("2020-02-29"), Some("990000001AB")));
        assert_eq!((zelie.level.as_deref(), zelie.email.as_deref(), zelie.incomplete), (Some("1121"), None, false));
        assert_eq!((zelie.detail("canteen"), zelie.detail("evening_care")), (Value::Bool(true), Value::Null));
        let seats = ["class 880021 pupil", "group 880900 pupil", "level 880021/1121 pupil", "school 700101 pupil"];
        assert_eq!(toulouse.seats(8_100_001).await, seats);

        let berengere = toulouse.person(9_100_001).await;
        assert_eq!((berengere.kind.as_str(), berengere.email.as_deref()), ("guardian", Some("b.nemoz@example.org")));
        assert_eq!(berengere.detail("address"), "LE MAS DU HAUT\n3 CHEMIN DES ÂNES");
        let ombeline = toulouse.person(6_100_001).await;
        assert_eq!(
            (ombeline.kind.as_str(), ombeline.email.as_deref()),
            ("staff", Some("Ombeline.Sauvagnac@ac-example.fr"))
        );
        assert_eq!(
            (ombeline.detail("teacher"), ombeline.incomplete),
            (Value::Bool(true), true),
            "her second school is missing"
        );
        assert_eq!(toulouse.person(6_100_002).await.detail("teacher"), false);
    })
    .await;
}

#[tokio::test]
async fn the_circles_of_the_full_sample_have_their_families() {
    in_every_house(async |app| {
        empty(app).await;
        imported(app, "Complet").await;
        let circles = Academy::of(app, "16").circles().await;
        let expected = [
            "class 880021: CP-CE1 Mme Sauvagnac",
            "families class:880021: Familles · CP-CE1 Mme Sauvagnac",
            "families group:880900: Familles · Chorale",
            "families level:880021/1121: Familles · CP · CP-CE1 Mme Sauvagnac",
            "families level:880021/1122: Familles · CE1 · CP-CE1 Mme Sauvagnac",
            "families school:700101: Familles · Tous les élèves",
            "group 880900: Chorale",
            "level 880021/1121: CP · CP-CE1 Mme Sauvagnac",
            "level 880021/1122: CE1 · CP-CE1 Mme Sauvagnac",
            "school 700101: Tous les élèves",
            "staff 700101: L’équipe de l’école",
        ];
        assert_eq!(circles, expected);
    })
    .await;
}

#[tokio::test]
async fn the_circonscription_of_the_full_sample_is_reported_and_not_created() {
    in_every_house(async |app| {
        empty(app).await;
        let report = imported(app, "Complet").await;
        let lines = lines(app, &report).await;
        assert!(lines.iter().any(|line| line.contains("<790001>")), "{lines:?}");
        assert_eq!(Academy::of(app, "16").find_school(790_001).await, None);
        // Its schools say that they are of it: news of a circonscription reach them.
        let of_it = "select count(*) as n from school where academy = '16' and district = 790001";
        assert!(count(app, of_it, &[]).await > 0);
    })
    .await;
}

#[tokio::test]
async fn the_delta_sample_gives_what_the_specification_says() {
    in_every_house(async |app| {
        empty(app).await;
        imported(app, "Complet").await;
        let toulouse = Academy::of(app, "16");
        let before = toulouse.person(8_100_001).await;
        let report = imported(app, "Delta").await;
        let expected = Counts {
            classes: Tally { created: 1, ..unchanged(2) },
            pupils: Tally { moved: 1, disappeared: 1, ..Tally::default() },
            links: unchanged(2),
            ..Counts::default()
        };
        assert_eq!(report.counts, expected);

        assert_eq!(toulouse.seats(8_100_001).await, ["class 880022 pupil", "school 700101 pupil"]);
        assert_eq!(toulouse.circle("class", "880022").await.name, "CP M. Aubrespy");
        assert!(toulouse.members("group", "880900").await.is_empty());
        let zelie = toulouse.person(8_100_001).await;
        assert_eq!(zelie.detail("canteen"), false);
        // What the delta does not name stays.
        assert_eq!((zelie.id, &zelie.birth_day, &zelie.ine), (before.id, &before.birth_day, &before.ine));
        assert_eq!((zelie.detail("morning_care"), zelie.gone), (Value::Bool(true), false));
        assert_eq!(toulouse.guardians(8_100_001).await, [(9_100_001, Some(10)), (9_100_002, Some(20))]);

        assert!(toulouse.person(8_100_002).await.gone);
        assert_eq!(toulouse.seats(8_100_002).await, Vec::<String>::new());
        // A delta concludes nothing from absence: a class that empties stays open.
        assert!(!toulouse.circle("class", "880021").await.over);
        assert_eq!(lines(app, &report).await, Vec::<String>::new());
    })
    .await;
}
