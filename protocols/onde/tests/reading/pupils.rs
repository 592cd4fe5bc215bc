//! Lines of pupils.

use onde::{Problem, Pupil, Sex, level_code};

use crate::{PUPILS, pupils, remarked, understood};

const HEADER: &str = "Nom élève;Prénom élève;Date naissance;Sexe;INE;Niveau;Libellé classe;Identifiant classe";

#[test]
fn the_sample_is_read_to_the_last_cell() {
    let extraction = understood(PUPILS);
    let class = Some("CP-CE1 Mme Sauvagnac".to_owned());
    let zelie = Pupil {
        line: 2,
        last_name: "D'ORVAL-NÉMOZ".to_owned(),
        first_name: "Zélie-Anne".to_owned(),
        birth_day: Some("2020-02-29".to_owned()),
        sex: Some(Sex::Female),
        ine: Some("990000001AB".to_owned()),
        level: Some("CP".to_owned()),
        class: class.clone(),
        class_number: Some("880021".to_owned()),
        address: Some(["3 chemin des Ânes", "31999", "Montaubrac", "FRANCE"].map(str::to_owned)),
        ..Pupil::default()
    };
    let idriss = Pupil {
        line: 3,
        last_name: "OUEDRAOGO TAMBOURA".to_owned(),
        usage_name: Some("TAMBOURA".to_owned()),
        first_name: "Idriss".to_owned(),
        birth_day: Some("2019-07-14".to_owned()),
        sex: Some(Sex::Male),
        ine: Some("9900000002C".to_owned()),
        level: Some("CE1".to_owned()),
        class,
        class_number: Some("880021".to_owned()),
        ..Pupil::default()
    };
    assert_eq!(pupils(&extraction), [zelie, idriss]);
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn a_class_of_several_levels_is_one_label() {
    let extraction = understood(PUPILS);
    let [zelie, idriss] = pupils(&extraction) else { panic!("{extraction:?}") };
    assert_eq!((&zelie.class, &zelie.class_number), (&idriss.class, &idriss.class_number));
    assert_ne!(zelie.level, idriss.level);
}

#[test]
fn sexes_are_written_in_three_letters() {
    let file = format!("{HEADER}\nA;Ana;2019-01-01;F\nB;Ben;2019-01-01;H\nC;Cid;2019-01-01;M\nD;Dan;2019-01-01;X\n");
    let extraction = understood(file);
    let sexes: Vec<Option<Sex>> = pupils(&extraction).iter().map(|it| it.sex).collect();
    assert_eq!(sexes, [Some(Sex::Female), Some(Sex::Male), Some(Sex::Male), None]);
    assert_eq!(remarked(&extraction), [(5, Problem::Sex, false)]);
}

#[test]
fn levels_lead_to_their_national_code() {
    for (label, code) in [
        ("TPS", Some("1110")),
        ("PS", Some("1111")),
        ("MS", Some("1112")),
        ("GS", Some("1113")),
        ("CP", Some("1121")),
        (" ce1 ", Some("1122")),
        ("CE2", Some("1123")),
        ("CM1", Some("1124")),
        ("CM2", Some("1125")),
        ("CLIS", Some("1411")),
        ("ULIS", Some("1411")),
        ("UPE2A", Some("1211")),
        ("6EME", None),
        ("", None),
    ] {
        assert_eq!(level_code(label), code, "{label}");
    }
}

#[test]
fn a_level_nobody_knows_is_kept_and_remarked() {
    let extraction = understood(format!("{HEADER}\nROUX;Tom;2019-03-02;M;;6EME;Liaison"));
    assert_eq!(pupils(&extraction)[0].level.as_deref(), Some("6EME"));
    assert_eq!(remarked(&extraction), [(2, Problem::Level, false)]);
}

#[test]
fn an_ine_has_eleven_letters_and_digits() {
    let file = format!("{HEADER}\nA;Ana;2019-01-01;F;990000001ab\nB;Ben;2019-01-01;M;12345\n");
    let extraction = understood(file);
    assert_eq!(pupils(&extraction)[0].ine.as_deref(), Some("990000001AB"));
    assert_eq!(pupils(&extraction)[1].ine, None);
    assert_eq!(remarked(&extraction), [(3, Problem::Ine, false)]);
}

#[test]
fn a_line_without_a_name_is_left_out() {
    let file = format!("{HEADER}\n;Ana;2019-01-01\nB;  ;2019-01-01\nC;Cid;2019-01-01\n");
    let extraction = understood(file);
    assert_eq!(pupils(&extraction).len(), 1);
    assert_eq!(remarked(&extraction), [(2, Problem::Missing, true), (3, Problem::Missing, true)]);
    assert_eq!(extraction.remarks[0].column.as_deref(), Some("Nom élève"));
}

#[test]
fn a_name_in_use_stands_for_the_family_name() {
    let extraction = understood("Nom élève;Nom d'usage élève;Prénom élève;Date naissance\n;ROUX;Tom;2019-03-02");
    assert_eq!(pupils(&extraction)[0].last_name, "ROUX");
    assert_eq!(pupils(&extraction)[0].usage_name, None);
    assert_eq!(remarked(&extraction), [(2, Problem::Missing, false)]);
}

#[test]
fn without_a_day_of_birth_a_number_alone_tells_who_it_is() {
    let file = format!("{HEADER}\nA;Ana;;F;990000001AB\nB;Ben;;M;\n");
    let extraction = understood(file);
    assert_eq!(pupils(&extraction).len(), 1);
    assert_eq!(remarked(&extraction), [(2, Problem::Missing, false), (3, Problem::Missing, true)]);
}

#[test]
fn somebody_in_two_classes_is_kept_in_both() {
    let file = format!("{HEADER}\nROUX;Tom;2019-03-02;M;;CE1;CE1;1\nROUX;Tom;2019-03-02;M;;CE1;ULIS;2\n");
    let extraction = understood(file);
    assert_eq!(pupils(&extraction).len(), 2);
    assert_eq!(remarked(&extraction), [(3, Problem::Repeated, false)]);
}

#[test]
fn two_numbers_are_two_pupils() {
    let file = format!("{HEADER}\nROUX;Tom;2019-03-02;M;990000001AB;;CE1\nROUX;Tom;2019-03-02;M;990000001AC;;CE1\n");
    let extraction = understood(file);
    assert_eq!(pupils(&extraction).len(), 2);
    assert_eq!(remarked(&extraction), [(3, Problem::Repeated, false)]);
}

#[test]
fn one_number_for_two_names_stays_with_the_first() {
    let file = format!("{HEADER}\nROUX;Tom;2019-03-02;M;990000001AB\nBRUN;Léo;2019-04-05;M;990000001AB\n");
    let extraction = understood(file);
    let numbers: Vec<Option<&str>> = pupils(&extraction).iter().map(|it| it.ine.as_deref()).collect();
    assert_eq!(numbers, [Some("990000001AB"), None]);
    assert_eq!(remarked(&extraction), [(3, Problem::Ine, false)]);
    let file = format!("{HEADER}\nROUX;Tom;2019-03-02;M;990000001AB\nBRUN;Léo;;M;990000001AB\n");
    let extraction = understood(file);
    assert_eq!(pupils(&extraction).len(), 1);
    assert_eq!(remarked(&extraction), [(3, Problem::Missing, false), (3, Problem::Ine, true)]);
}
