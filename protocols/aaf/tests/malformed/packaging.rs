//! Rows 2 and 33, and folders: which members make a delivery.

use std::fs;

use aaf::{Entity, Kind, Limits, Refusal, deliveries};

use crate::parcel::{Parcel, document, name, read, valid};

#[test]
fn row_02_missing_entity_in_a_full() {
    for entity in Entity::ALL {
        let parcel = Parcel::full();
        parcel.remove(&name("Complet", entity));
        let refusal = parcel.delivery().unwrap_err();
        assert!(matches!(refusal, Refusal::MissingEntity(missing) if missing == entity), "{refusal}");
    }
    let parcel = Parcel::delta().with(Entity::Pupil, document(&valid(Entity::Pupil)));
    assert_eq!(parcel.delivery().unwrap().kind, Kind::Delta);
}

#[test]
fn parts_are_read_in_lexical_order_and_other_files_are_ignored() {
    let parcel = Parcel::full();
    let second = document(&valid(Entity::Pupil)).replace("<id>1</id>", "<id>2</id>");
    parcel.write(&name("Complet", Entity::Pupil).replace("_0000", "_0001"), second.as_bytes());
    parcel.write("ficAlimMENESR.dtd", b"<!ELEMENT x ANY>");
    parcel.write("LISEZMOI.txt", b"");
    let outcome = parcel.read().unwrap();
    assert_eq!(outcome.summary.of(Entity::Pupil).added, 2);
    assert_eq!(outcome.requests.len(), 5);
    assert_eq!(outcome.pupil().id, 1);
}

#[test]
fn row_33_academy_of_the_comments() {
    let folder = tempfile::tempdir().unwrap();
    let parcel = parcel_of_academy("011");
    copy_into(&parcel, &folder.path().join("TOULOUSE"));
    let found = deliveries(folder.path(), &Limits::default()).unwrap();
    assert_eq!(found[0].academy.as_deref(), Some("TOULOUSE"));
    let refusal = read(&found[0]).unwrap_err();
    assert!(matches!(refusal, Refusal::WrongAcademy { .. }), "{refusal}");
    assert!(parcel.read().is_ok());
    assert!(parcel.delivery().unwrap().header().unwrap().expect_academy(11).is_ok());
}

#[test]
fn row_33_two_academies_in_one_folder() {
    let other = document(&["<!-- codeAcademieExport=\"16\" -->", &valid(Entity::Staff)].concat());
    let refusal = parcel_of_academy("11").with(Entity::Staff, other).read().unwrap_err();
    assert!(matches!(refusal, Refusal::MixedAcademies(..)), "{refusal}");
}

#[test]
fn the_second_degree_is_refused() {
    let member = document(&["<!-- degre=\"2D\" -->", &valid(Entity::School)].concat());
    let refusal = Parcel::full().with(Entity::School, member).read().unwrap_err();
    assert!(matches!(refusal, Refusal::WrongDegree(_)), "{refusal}");
}

#[test]
fn academies_come_in_the_order_of_their_list() {
    let folder = tempfile::tempdir().unwrap();
    for academy in ["MONTPELLIER", "TOULOUSE"] {
        copy_into(&Parcel::full(), &folder.path().join(academy));
    }
    let names = || -> Vec<Option<String>> {
        let found = deliveries(folder.path(), &Limits::default()).unwrap();
        found.into_iter().map(|delivery| delivery.academy).collect()
    };
    assert_eq!(names(), [Some("MONTPELLIER".to_owned()), Some("TOULOUSE".to_owned())]);
    fs::write(folder.path().join("importDirectories.json"), r#"["TOULOUSE", "MONTPELLIER"]"#).unwrap();
    assert_eq!(names(), [Some("TOULOUSE".to_owned()), Some("MONTPELLIER".to_owned())]);
    fs::write(folder.path().join("importDirectories.json"), r#"["../TOULOUSE"]"#).unwrap();
    let refusal = deliveries(folder.path(), &Limits::default()).unwrap_err();
    assert!(matches!(refusal, Refusal::MissingDirectory(_)), "{refusal}");
}

#[test]
fn members_of_several_deliveries_are_not_mixed() {
    let member = document(&valid(Entity::Pupil));
    for (file, expected) in [
        ("ENT1DVA-ENTDEMO_Delta_20260907_Eleve_0001.xml", "kinds"),
        ("ENT1DVA-ENTDEMO_Complet_20260908_Eleve_0001.xml", "dates"),
        ("ENT1DVA-AUTRE_Complet_20260907_Eleve_0001.xml", "academies"),
    ] {
        let parcel = Parcel::full();
        parcel.write(file, member.as_bytes());
        let found = match parcel.delivery().unwrap_err() {
            Refusal::MixedKinds => "kinds",
            Refusal::MixedDates(..) => "dates",
            Refusal::MixedAcademies(..) => "academies",
            other => panic!("{other}"),
        };
        assert_eq!(found, expected);
    }
}

#[test]
fn a_folder_without_members_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refusal = deliveries(folder.path(), &Limits::default()).unwrap_err();
    assert!(matches!(refusal, Refusal::NoMember(_)), "{refusal}");
}

#[test]
fn members_beyond_the_limits_are_refused() {
    let limits = Limits { member_bytes: 10, ..Limits::default() };
    let refusal = deliveries(Parcel::full().path(), &limits).unwrap_err();
    assert!(matches!(refusal, Refusal::TooLarge(_)), "{refusal}");
}

fn parcel_of_academy(code: &str) -> Parcel {
    let comment = format!("<!-- codeAcademieExport=\"{code}\" -->");
    Parcel::full().with(Entity::School, document(&[comment, valid(Entity::School)].concat()))
}

fn copy_into(parcel: &Parcel, folder: &std::path::Path) {
    fs::create_dir(folder).unwrap();
    for entry in fs::read_dir(parcel.path()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), folder.join(entry.file_name())).unwrap();
    }
}
