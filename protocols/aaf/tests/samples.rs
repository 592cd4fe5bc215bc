//! The samples of interfaces.md §1.12, read to the last field.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use aaf::{
    Authority, ClassRef, Delivery, Entity, Function, Guardian, Item, Kind, Level, Limits, Pupil, Record, Request,
    School, Staff, Summary, deliveries,
};
use tempfile::TempDir;

#[test]
fn the_full_delivery_is_read_in_order() {
    let folder = folder_of("Complet");
    let delivery = the_delivery(folder.path());
    assert_eq!(delivery.kind, Kind::Full);
    assert_eq!(delivery.date, "2026-09-07");
    assert_eq!(delivery.academy, None);
    let (requests, summary) = read(&delivery);
    let expected: Vec<Request> = [
        Record::School(Box::new(school())),
        Record::Pupil(Box::new(zelie())),
        Record::Pupil(Box::new(idriss())),
        Record::Guardian(Box::new(berengere())),
        Record::Guardian(Box::new(come())),
        Record::Staff(Box::new(ombeline())),
        Record::Staff(Box::new(timothee())),
    ]
    .map(Request::Add)
    .into();
    assert_eq!(requests, expected);
    assert_eq!(Entity::ALL.map(|entity| summary.of(entity).added), [1, 2, 2, 2]);
    assert_eq!(summary.bytes, delivery.bytes());
}

#[test]
fn the_header_comes_from_the_comments() {
    let folder = folder_of("Complet");
    let header = the_delivery(folder.path()).header().unwrap();
    assert_eq!(header.format.as_deref(), Some("AAF-VE2607"));
    assert_eq!(header.academy_code.as_deref(), Some("16"));
    assert_eq!(header.degree.as_deref(), Some("1D"));
    assert!(header.expect_academy(16).is_ok());
    assert!(header.expect_academy(11).is_err());
}

#[test]
fn staff_are_judged_by_their_functions() {
    let (teacher, assistant) = (ombeline(), timothee());
    assert!(teacher.is_teacher());
    assert_eq!(teacher.schools(), [700_101, 700_102]);
    assert_eq!(teacher.directed_schools(), [700_101]);
    assert!(!assistant.is_teacher());
    assert_eq!(assistant.schools(), [700_101]);
    assert!(assistant.directed_schools().is_empty());
}

#[test]
fn the_delta_changes_one_pupil_and_ends_another() {
    let folder = folder_of("Delta");
    let delivery = the_delivery(folder.path());
    assert_eq!(delivery.kind, Kind::Delta);
    let (requests, summary) = read(&delivery);
    let [Request::Modify(modification), deletion] = requests.as_slice() else {
        panic!("a modification then a deletion are expected: {requests:?}")
    };
    assert_eq!(*deletion, Request::Delete { entity: Entity::Pupil, id: 8_100_002 });
    assert_eq!((summary.of(Entity::Pupil).modified, summary.of(Entity::Pupil).deleted), (1, 1));
    let (mut record, mut findings) = (Record::Pupil(Box::new(zelie())), Vec::new());
    modification.apply_to(&mut record, &mut findings);
    let moved =
        Pupil { classes: vec![class("880022", "CP M. Aubrespy")], groups: Vec::new(), canteen: Some(false), ..zelie() };
    assert_eq!(record, Record::Pupil(Box::new(moved)));
    assert!(findings.is_empty());
}

fn school() -> School {
    School {
        id: 700_101,
        uai: "0319991S".to_owned(),
        name: "LES TILLEULS".to_owned(),
        kind: text("E.P.PU"),
        town: text("MONTAUBRAC"),
        type_label: text("ECOLE DE NIVEAU ELEMENTAIRE"),
        ministry: text("MINISTERE DE L'EDUCATION NATIONALE"),
        contract: text("PU"),
        address: text("PLACE DU LAVOIR\nBATIMENT B"),
        postcode: text("31999"),
        city: text("MONTAUBRAC"),
        phone: text("0500000001"),
        email: text("ce.0319991s@example.org"),
        academy_label: text("TOULOUSE"),
        academy_code: text("16"),
        district: Some(790_001),
        ..School::default()
    }
}

fn zelie() -> Pupil {
    Pupil {
        id: 8_100_001,
        ine: text("990000001AB"),
        birth_day: text("2020-02-29"),
        last_name: "D'ORVAL-NÉMOZ".to_owned(),
        birth_name: text("D'ORVAL-NÉMOZ"),
        first_name: "Zélie-Anne".to_owned(),
        other_first_names: vec!["Zélie-Anne".to_owned(), "Maïwenn".to_owned()],
        civility: text("Mme"),
        authorities: vec![
            Authority { guardian: 9_100_001, relation: Some(10) },
            Authority { guardian: 9_100_002, relation: Some(20) },
        ],
        schools: vec![700_101],
        classes: vec![class("880021", "CP-CE1 Mme Sauvagnac")],
        groups: vec![class("880900", "Chorale")],
        level: level("1121", "CP"),
        cycle: text("CYCLE II"),
        class_type: text("ordinaire"),
        entered_school: text("2026-09-01"),
        canteen: Some(true),
        transport: Some(false),
        morning_care: Some(true),
        study: Some(false),
        ..Pupil::default()
    }
}

fn idriss() -> Pupil {
    Pupil {
        id: 8_100_002,
        ine: text("9900000002C"),
        birth_day: text("2019-07-14"),
        last_name: "OUEDRAOGO TAMBOURA".to_owned(),
        first_name: "Idriss".to_owned(),
        schools: vec![700_101],
        classes: vec![class("880021", "CP-CE1 Mme Sauvagnac")],
        level: level("1122", "CE1"),
        ..Pupil::default()
    }
}

fn berengere() -> Guardian {
    Guardian {
        id: 9_100_001,
        last_name: "NÉMOZ".to_owned(),
        first_name: "Bérengère".to_owned(),
        civility: text("Mme"),
        mobile: text("0600000001"),
        address: text("LE MAS DU HAUT\n3 CHEMIN DES ÂNES"),
        postcode: text("31999"),
        city: text("MONTAUBRAC"),
        country: text("FRANCE"),
        address_shown: Some(false),
        email: text("b.nemoz@example.org"),
        children: vec![8_100_001],
        ..Guardian::default()
    }
}

fn come() -> Guardian {
    Guardian {
        id: 9_100_002,
        last_name: "D'ORVAL".to_owned(),
        first_name: "Côme".to_owned(),
        civility: text("M."),
        children: vec![8_100_001],
        ..Guardian::default()
    }
}

fn ombeline() -> Staff {
    Staff {
        id: 6_100_001,
        birth_day: text("1984-11-03"),
        last_name: "SAUVAGNAC".to_owned(),
        birth_name: text("VERCOUSTRE"),
        first_name: "Ombeline".to_owned(),
        civility: text("Mme"),
        email: text("Ombeline.Sauvagnac@ac-example.fr"),
        attached: vec![700_101],
        functions: vec![teaching(700_101), teaching(700_102)],
        directs: vec![700_101],
        teacher: Some(true),
    }
}

fn timothee() -> Staff {
    Staff {
        id: 6_100_002,
        last_name: "BEAUCLAIR".to_owned(),
        first_name: "Timothée".to_owned(),
        civility: text("M."),
        attached: vec![790_001],
        functions: vec![Function {
            school: 700_101,
            code: text("AES"),
            label: text("ACCOMPAGNANT"),
            ..Function::default()
        }],
        teacher: Some(false),
        ..Staff::default()
    }
}

fn teaching(school: i64) -> Function {
    Function {
        school,
        code: text("ENS"),
        label: text("ENSEIGNEMENT"),
        speciality_code: text("G0000"),
        speciality_label: text("ENSEIGNANT CLASSE ELEMENTAIRE"),
    }
}

fn class(id: &str, name: &str) -> ClassRef {
    ClassRef { school: 700_101, id: id.to_owned(), name: name.to_owned() }
}

fn level(code: &str, label: &str) -> Option<Level> {
    Some(Level { code: text(code), label: label.to_owned() })
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// The samples of one kind in a folder of their own.
fn folder_of(kind: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if name.to_str().unwrap().contains(kind) {
            fs::copy(&path, folder.path().join(name)).unwrap();
        }
    }
    folder
}

fn the_delivery(folder: &Path) -> Delivery {
    let mut found = deliveries(folder, &Limits::default()).unwrap();
    assert_eq!(found.len(), 1);
    found.remove(0)
}

fn read(delivery: &Delivery) -> (Vec<Request>, Summary) {
    let mut requests = Vec::new();
    let summary = delivery
        .read(&mut |item| {
            match item {
                Item::Request(request) => requests.push(request),
                Item::Finding(finding) => panic!("no finding is expected: {finding:?}"),
                Item::Progress { .. } => {}
            }
            ControlFlow::Continue(())
        })
        .unwrap();
    (requests, summary)
}
