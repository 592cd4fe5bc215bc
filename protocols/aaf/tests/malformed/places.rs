//! Rows 15, 25 and 26: classes and schools.

use aaf::{ClassRef, Entity, Reason};

use crate::parcel::{Outcome, Parcel, attribute, document, record};

fn class(value: &str) -> Outcome {
    Parcel::full().with_record(Entity::Pupil, &attribute("ENTPersonClasses", &[value])).read().unwrap()
}

fn school(uai: &str, name: &str) -> Outcome {
    let attributes = attribute("ENTStructureUAI", &[uai]) + &attribute("ENTStructureNomCourant", &[name]);
    let body = record(Entity::School, 1, &attributes);
    Parcel::full().with(Entity::School, document(&body)).read().unwrap()
}

#[test]
fn row_15_classes_with_other_than_five_fields() {
    for value in ["7$CP", "7$ORD$CP", "7$ORD$1121$CP", "7$ORD$1121$88$CP$x"] {
        let outcome = class(value);
        assert!(outcome.pupil().classes.is_empty(), "{value}");
        assert_eq!(outcome.reasons(), [Reason::WrongFieldCount], "{value}");
    }
}

#[test]
fn row_15_classes_without_identifier_or_name() {
    let outcome = class("7$ORD$1121$$CP");
    assert!(outcome.pupil().classes.is_empty());
    assert_eq!(outcome.reasons(), [Reason::EmptyClassId]);
    let outcome = class("7$$$88$");
    assert_eq!(outcome.pupil().classes, [ClassRef { school: 7, id: "88".to_owned(), name: "88".to_owned() }]);
    assert_eq!(outcome.reasons(), [Reason::EmptyClassName]);
    let outcome = class("école$$$88$CP");
    assert!(outcome.pupil().classes.is_empty());
    assert_eq!(outcome.reasons(), [Reason::InvalidIdentifier]);
}

#[test]
fn row_25_school_without_uai() {
    let outcome = school("", "LES TILLEULS");
    assert_eq!(outcome.rejected(), [Reason::EmptyUai]);
    assert_eq!(outcome.summary.of(Entity::School).added, 0);
}

#[test]
fn a_wrong_check_letter_is_only_reported() {
    let outcome = school("0319991a", "LES TILLEULS");
    assert_eq!(outcome.school().uai, "0319991A");
    assert_eq!(outcome.reasons(), [Reason::InvalidUai]);
}

#[test]
fn row_26_names_of_any_number_of_parts() {
    for (written, kind, name, town) in [
        ("LES TILLEULS", None, "LES TILLEULS", None),
        ("E.P.PU$LES TILLEULS-ac-TOULOUSE", Some("E.P.PU"), "LES TILLEULS", None),
        ("E.P.PU$LES TILLEULS$MONTAUBRAC", Some("E.P.PU"), "LES TILLEULS", Some("MONTAUBRAC")),
        ("E.P.PU$LES TILLEULS$MONTAUBRAC$31", Some("E.P.PU"), "LES TILLEULS", Some("MONTAUBRAC")),
    ] {
        let outcome = school("0319991S", written);
        let school = outcome.school();
        assert_eq!(school.name, name, "{written}");
        assert_eq!(school.kind.as_deref(), kind, "{written}");
        assert_eq!(school.town.as_deref(), town, "{written}");
        assert!(outcome.findings.is_empty(), "{written}");
    }
    let outcome = school("0319991S", "");
    assert_eq!(outcome.school().name, "0319991S");
    assert_eq!(outcome.reasons(), [Reason::EmptySchoolName]);
}
