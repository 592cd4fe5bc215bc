//! Rows 13, 14, 19, 21 to 24 and 27: the values of pupils, guardians and staff.

use aaf::{Authority, Entity, Level, Reason};

use crate::parcel::{Outcome, Parcel, attribute};

fn pupil(name: &str, values: &[&str]) -> Outcome {
    Parcel::full().with_record(Entity::Pupil, &attribute(name, values)).read().unwrap()
}

fn staff(attributes: &[(&str, &[&str])]) -> Outcome {
    let attributes: String = attributes.iter().map(|(name, values)| attribute(name, values)).collect();
    Parcel::full().with_record(Entity::Staff, &attributes).read().unwrap()
}

#[test]
fn row_13_ine_put_right_or_dropped() {
    let outcome = pupil("ENTEleveINE", &[" 99 0000001ab "]);
    assert_eq!(outcome.pupil().ine.as_deref(), Some("990000001AB"));
    for wrong in ["990000001A", "990000001ABC", "990000001-B"] {
        let outcome = pupil("ENTEleveINE", &[wrong]);
        assert_eq!(outcome.pupil().ine, None, "{wrong}");
        assert_eq!(outcome.reasons(), [Reason::InvalidIne], "{wrong}");
    }
}

#[test]
fn row_14_birth_dates_that_cannot_be() {
    for (date, reason) in [
        ("31/02/2020", Reason::InvalidDate),
        ("2020-02-29", Reason::InvalidDate),
        ("08/09/2026", Reason::FutureBirthDate),
    ] {
        let outcome = pupil("ENTPersonDateNaissance", &[date]);
        assert_eq!(outcome.pupil().birth_day, None, "{date}");
        assert_eq!(outcome.reasons(), [reason], "{date}");
    }
    let outcome = pupil("ENTPersonDateNaissance", &[""]);
    assert_eq!(outcome.pupil().birth_day, None);
    assert!(outcome.findings.is_empty());
    assert_eq!(pupil("ENTPersonDateNaissance", &["07/09/2026"]).pupil().birth_day.as_deref(), Some("2026-09-07"));
}

#[test]
fn row_19_authorities_with_any_number_of_fields() {
    let outcome = pupil("ENTEleveAutoriteParentale", &["5$10", "6", "7$20$0$1$1$0", "5$20", "x$10", "8$"]);
    let authority = |guardian, relation| Authority { guardian, relation };
    let expected = [authority(5, Some(10)), authority(6, None), authority(7, Some(20)), authority(8, None)];
    assert_eq!(outcome.pupil().authorities, expected);
    assert_eq!(
        outcome.reasons(),
        [Reason::WrongFieldCount, Reason::WrongFieldCount, Reason::RepeatedGuardian, Reason::InvalidIdentifier]
    );
}

#[test]
fn row_19_relations_outside_the_table() {
    let outcome = pupil("ENTEleveAutoriteParentale", &["5$99", "6$mère"]);
    let relations: Vec<Option<i64>> = outcome.pupil().authorities.iter().map(|one| one.relation).collect();
    assert_eq!(relations, [Some(99), None]);
    assert_eq!(outcome.reasons(), [Reason::UnknownRelation; 2]);
}

#[test]
fn row_21_levels_without_known_code() {
    let level =
        |code: Option<&str>, label: &str| Some(Level { code: code.map(str::to_owned), label: label.to_owned() });
    for (value, expected, reasons) in [
        ("1122$CE1", level(Some("1122"), "CE1"), vec![]),
        ("1122$", level(Some("1122"), "CE1"), vec![]),
        ("CE1", level(None, "CE1"), vec![Reason::LevelWithoutCode]),
        ("9999$CE1", level(None, "CE1"), vec![Reason::UnknownLevel]),
        ("$", None, vec![Reason::LevelWithoutCode]),
        ("", None, vec![]),
    ] {
        let outcome = pupil("ENTEleveNiveau", &[value]);
        assert_eq!(outcome.pupil().level, expected, "{value}");
        assert_eq!(outcome.reasons(), reasons, "{value}");
    }
}

#[test]
fn row_22_functions_of_all_lengths() {
    let outcome = staff(&[("ENTPersonFonctions", &["-", "X", "7$ENS", "8$AES$ACCOMPAGNANT$-$", "9$X$$$"])]);
    let functions: Vec<(i64, Option<&str>, Option<&str>)> = outcome
        .staff()
        .functions
        .iter()
        .map(|function| (function.school, function.code.as_deref(), function.label.as_deref()))
        .collect();
    assert_eq!(functions, [(7, Some("ENS"), None), (8, Some("AES"), Some("ACCOMPAGNANT")), (9, None, None)]);
    assert_eq!(outcome.staff().functions[1].speciality_code, None);
    assert!(outcome.findings.is_empty());
}

#[test]
fn row_23_director_without_function() {
    let outcome = staff(&[("ENTEnsFonctionDir", &["7", "8", "7"])]);
    assert_eq!(outcome.staff().directed_schools(), [7, 8]);
    assert!(outcome.staff().schools().is_empty());
}

#[test]
fn row_24_category_wins_over_functions() {
    let function: (&str, &[&str]) = ("ENTPersonFonctions", &["7$ENS$ENSEIGNEMENT$G0000$X"]);
    assert!(staff(&[function]).staff().is_teacher());
    assert!(!staff(&[function, ("ENTPersonCategorieEnseignant", &["n"])]).staff().is_teacher());
}

#[test]
fn row_27_names() {
    let named = |name: &str| {
        let attributes = attribute("ENTPersonNom", &[name]);
        // The record keeps its compulsory name, so the odd one comes alone in another record.
        let body = crate::parcel::record(
            Entity::Guardian,
            2,
            &[attributes, attribute("ENTPersonPrenom", &["JEAN-LOUP"])].concat(),
        );
        Parcel::full().with(Entity::Guardian, crate::parcel::document(&body)).read().unwrap()
    };
    let outcome = named(" L’ÎLE ");
    assert_eq!(outcome.guardian().last_name, "L’ÎLE");
    assert_eq!(outcome.guardian().first_name, "Jean-Loup");
    assert_eq!(named("李").guardian().last_name, "李");
    let outcome = named(&"É".repeat(101));
    assert_eq!(outcome.guardian().last_name, "É".repeat(100));
    assert_eq!(outcome.reasons(), [Reason::LongName]);
    let outcome = named(" \u{a0} ");
    assert_eq!(outcome.rejected(), [Reason::EmptyName]);
    assert_eq!(outcome.summary.of(Entity::Guardian).added, 0);
}

#[test]
fn the_birth_name_stands_in_for_the_name_in_use() {
    let attributes = attribute("ENTPersonNomPatro", &["ORVAL"]) + &attribute("ENTPersonPrenom", &["Côme"]);
    let body = crate::parcel::record(Entity::Pupil, 2, &attributes);
    let outcome = Parcel::full().with(Entity::Pupil, crate::parcel::document(&body)).read().unwrap();
    assert_eq!(outcome.pupil().last_name, "ORVAL");
    assert_eq!(outcome.reasons(), [Reason::BirthNameUsed]);
}

#[test]
fn impossible_mail_and_answers_are_dropped() {
    let outcome = pupil("ENTPersonMail", &["non communiqué"]);
    assert_eq!(outcome.pupil().email, None);
    assert_eq!(outcome.reasons(), [Reason::InvalidEmail]);
    let outcome = pupil("ENTEleveTransport", &["peut-être"]);
    assert_eq!(outcome.pupil().transport, None);
    assert_eq!(outcome.reasons(), [Reason::InvalidBoolean]);
}
