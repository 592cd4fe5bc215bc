//! Lines of teachers.

use onde::{Problem, Teacher};

use crate::{remarked, teachers, understood};

/// The 13 columns of BE1D, and a second class.
const HEADER: &str = "Civilité;Nom usage;Nom;Prénom;Adresse;CP;Commune;Pays;Courriel;Téléphone domicile;Téléphone portable;\
    Directeur;Classe;Classe";

#[test]
fn a_teacher_may_have_several_classes() {
    let file = format!(
        "{HEADER}\nMme;SAUVAGNAC;VERCOUSTRE;Ombeline;;;;;o.sauvagnac@example.org;;;oui;CP-CE1 Mme Sauvagnac;CM2\n\
        M.;;BEAUCLAIR;Timothée;;;;;;;;non;CE2\n"
    );
    let extraction = understood(file);
    let ombeline = Teacher {
        line: 2,
        civility: Some("Mme".to_owned()),
        last_name: "VERCOUSTRE".to_owned(),
        usage_name: Some("SAUVAGNAC".to_owned()),
        first_name: "Ombeline".to_owned(),
        email: Some("o.sauvagnac@example.org".to_owned()),
        heads: true,
        classes: vec!["CP-CE1 Mme Sauvagnac".to_owned(), "CM2".to_owned()],
    };
    let timothee = Teacher {
        line: 3,
        civility: Some("M.".to_owned()),
        last_name: "BEAUCLAIR".to_owned(),
        first_name: "Timothée".to_owned(),
        classes: vec!["CE2".to_owned()],
        ..Teacher::default()
    };
    assert_eq!(teachers(&extraction), [ombeline, timothee]);
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn the_same_teacher_twice_is_one() {
    let row = "M.;;BEAUCLAIR;Timothée;;;;;;;;non;CE2\n";
    let extraction = understood(format!("{HEADER}\n{row}{row}"));
    assert_eq!(teachers(&extraction).len(), 1);
    assert_eq!(remarked(&extraction), [(3, Problem::Repeated, true)]);
}
