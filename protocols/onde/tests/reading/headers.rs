//! The header tells what a file is: any columns, in any order, under any of their names.

use onde::{Pupil, Refusal, read};

use crate::{GUARDIANS, PUPILS, guardians, pupils, refused, remarked, teachers, understood};

/// The 20 columns of BE1D.
const OF_BE1D: &str = "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe;Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;\
    Commune2;Pays2; Cycle;Niveau;Classe;Attestation fournie;Autorisations associations;Autorisations photos;Décision de passage";

#[test]
fn the_header_tells_what_a_file_is() {
    assert_eq!(pupils(&understood(PUPILS)).len(), 2);
    assert_eq!(guardians(&understood(GUARDIANS)).len(), 1);
    assert_eq!(teachers(&understood("Civilité;Nom;Prénom;Directeur;Classe\nMme;SAUVAGNAC;Ombeline;oui;CP")).len(), 1);
}

#[test]
fn the_twenty_columns_of_be1d_are_read() {
    let file = format!("{OF_BE1D}\nROUX;;Tom;2019-03-02;M;;;;;;;;;CYCLE II;CE1;CE1;Oui;Oui;Non;\n");
    let extraction = understood(file);
    let [tom] = pupils(&extraction) else { panic!("{extraction:?}") };
    assert_eq!((tom.class.as_deref(), tom.class_number.as_deref(), tom.ine.as_deref()), (Some("CE1"), None, None));
    assert_eq!(remarked(&extraction), []);
    assert_eq!(extraction.columns.len(), 20);
}

#[test]
fn the_twenty_two_columns_of_onde_are_told_with_their_use() {
    let columns = understood(PUPILS).columns;
    assert_eq!(columns.len(), 22);
    assert!(columns.contains(&("INE".to_owned(), true)));
    assert!(columns.contains(&("Identifiant classe".to_owned(), true)));
    // The space before it is of ONDE.
    assert!(columns.contains(&("Cycle".to_owned(), false)));
    assert!(columns.contains(&("Autorisation photo".to_owned(), false)));
}

#[test]
fn an_extraction_made_by_hand_has_any_columns_in_any_order() {
    let extraction = understood("Prénom élève;Libellé classe;Date naissance;Nom élève\nTom;CE1;02/03/2019;ROUX\n");
    let tom = Pupil {
        line: 2,
        last_name: "ROUX".to_owned(),
        first_name: "Tom".to_owned(),
        birth_day: Some("2019-03-02".to_owned()),
        class: Some("CE1".to_owned()),
        ..Pupil::default()
    };
    assert_eq!(pupils(&extraction), [tom]);
}

#[test]
fn columns_rarely_asked_for_are_known() {
    let header = "Nom élève;Prénom élève;Date naissance;Deuxième prénom;Troisième prénom;Commune naissance;Dépt naissance;\
        Pays naissance;Date inscription;Etat;Dispositif(s);Regroupement(s);Intervenant";
    let extraction = understood(format!("{header}\nROUX;Tom;2019-03-02;;;;;;;;;Chorale, Anglais;"));
    assert_eq!(pupils(&extraction)[0].groups, ["Chorale", "Anglais"]);
}

#[test]
fn names_of_columns_are_recognised_however_they_are_written() {
    for header in [
        "NOM ÉLÈVE;PRÉNOM ÉLÈVE;DATE NAISSANCE",
        "Nom Eleve;Prenom Eleve;Date de naissance",
        "\"Nom élève\";\"Prénom élève\";\"Date naissance\"",
        "  Nom élève ;Prénom  élève; Date naissance ",
        "Nom\u{a0}élève;Prénom\u{a0}élève;Date\u{a0}naissance",
        "Nom e\u{301}le\u{300}ve;Pre\u{301}nom e\u{301}le\u{300}ve;Date naissance",
        "Nom*;Prénom*;Date de naissance*",
        "Nom de famille;Prénom;Né(e) le",
        "nom;prenom;date_naiss",
    ] {
        let extraction = understood(format!("{header}\nROUX;Tom;2019-03-02"));
        assert_eq!(pupils(&extraction)[0].birth_day.as_deref(), Some("2019-03-02"), "{header}");
    }
}

#[test]
fn a_curly_apostrophe_is_an_apostrophe() {
    let extraction = understood("Nom élève;Nom d’usage élève;Prénom élève;Date naissance\nA;B;Tom;2019-03-02");
    assert_eq!(pupils(&extraction)[0].usage_name.as_deref(), Some("B"));
}

#[test]
fn lists_other_ents_ask_for_are_read() {
    let address = "telephone;telephonetravail;email;adresse;cp;ville;pays";
    let extraction = understood(format!(
        "externalid;Prénom*;Nom*;Classe;Date de naissance*;{address}\n1;Tom;ROUX;CE1;2019-03-02;;;;2 rue X;31999;Montaubrac;"
    ));
    let tom = &pupils(&extraction)[0];
    assert_eq!(tom.address, Some(["2 rue X", "31999", "Montaubrac", ""].map(str::to_owned)));
    let extraction = understood(format!(
        "externalid;Prénom*;Nom*;date de naissance;fonction;{address};classe;classe\n1;Ombeline;SAUVAGNAC;;;;;o@example.org;;;;;CP;CE1"
    ));
    assert_eq!(teachers(&extraction)[0].classes, ["CP", "CE1"]);
    assert_eq!(teachers(&extraction)[0].email.as_deref(), Some("o@example.org"));
}

#[test]
fn children_known_by_the_number_of_another_ent_alone_are_not_enough() {
    assert_eq!(
        refused("externalid;Prénom*;Nom*;Childexternalid*;Childexternalid*\n1;Ève;ROUX;2;3"),
        Refusal::Lacks(vec!["Nom de famille enfant", "Prénom enfant"])
    );
}

#[test]
fn adults_on_the_line_of_a_pupil_are_passed_over() {
    let extraction = understood("Nom;Prénom;Né(e) le;R1_Nom;R1_Prénom;R2_Nom\nROUX;Tom;02/03/2019;ROUX;Ève;BRUN");
    assert_eq!(pupils(&extraction).len(), 1);
}

#[test]
fn an_unknown_column_is_refused_unless_it_is_ignored() {
    let file = "Nom élève;Cantine;Prénom élève;Date naissance;Étude\nROUX;Oui;Tom;2019-03-02;Non\n";
    assert_eq!(refused(file), Refusal::Unknown(vec!["Cantine".to_owned(), "Étude".to_owned()]));
    let one = ["cantine".to_owned()];
    assert_eq!(read(file.as_bytes(), &one), Err(Refusal::Unknown(vec!["Étude".to_owned()])));
    let both = ["Cantine".to_owned(), "Étude".to_owned()];
    let columns = read(file.as_bytes(), &both).map(|it| it.columns);
    assert!(columns.is_ok_and(|it| it.contains(&("Cantine".to_owned(), false))));
}

#[test]
fn a_known_column_may_be_ignored_too() {
    let ignored = ["INE".to_owned()];
    let extraction = read(PUPILS.as_bytes(), &ignored);
    assert!(extraction.is_ok_and(|it| pupils(&it).iter().all(|pupil| pupil.ine.is_none())));
}

#[test]
fn a_column_without_a_name_is_passed_over() {
    let extraction = understood("Nom élève;Prénom élève;Date naissance;\nROUX;Tom;2019-03-02;\n");
    assert_eq!(extraction.columns.len(), 3);
}
