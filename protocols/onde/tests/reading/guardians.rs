//! Lines of adults responsible for pupils.

use onde::{Child, Guardian, Problem};

use crate::{GUARDIANS, guardians, remarked, understood};

/// Layout A, as far as the telephones.
const ADULT: &str = "Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;Adresse responsable;\
    CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;Téléphone travail;Téléphone portable";
/// What is written for each child.
const CHILD: &str = "Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";

fn with_three_children(lines: &str) -> String {
    format!("{ADULT};{CHILD};{CHILD};{CHILD}\n{lines}")
}

fn child(last_name: &str, first_name: &str, class: &str) -> Child {
    Child {
        last_name: last_name.to_owned(),
        usage_name: None,
        first_name: first_name.to_owned(),
        class: Some(class.to_owned()),
    }
}

#[test]
fn the_sample_is_read_to_the_last_cell() {
    let extraction = understood(GUARDIANS);
    let berengere = Guardian {
        line: 2,
        civility: Some("Mme".to_owned()),
        last_name: "NÉMOZ".to_owned(),
        usage_name: None,
        first_name: "Bérengère".to_owned(),
        address: Some(["3 chemin des Ânes", "31999", "Montaubrac", "FRANCE"].map(str::to_owned)),
        email: Some("b.nemoz@example.org".to_owned()),
        phones: vec!["0600000001".to_owned()],
        children: vec![child("D'ORVAL-NÉMOZ", "Zélie-Anne", "CLASSE  CP")],
    };
    assert_eq!(guardians(&extraction), [berengere]);
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn children_are_told_apart_by_their_place() {
    let extraction =
        understood(with_three_children("M.;;ROUX;Paul;;;;;;;;;;ROUX;Tom;CE1;BRUN;ROUX;Léa;CP;;ROUX;Zoé;CM2\n"));
    let lea = Child { usage_name: Some("BRUN".to_owned()), ..child("ROUX", "Léa", "CP") };
    assert_eq!(guardians(&extraction)[0].children, [child("ROUX", "Tom", "CE1"), lea, child("ROUX", "Zoé", "CM2")]);
}

#[test]
fn rows_may_end_before_their_last_children() {
    let extraction = understood(with_three_children(
        "M.;;ROUX;Paul;;;;;;;;;;ROUX;Tom;CE1\nMme;;BRUN;Ève;;;;;;;;;;ROUX;Tom;CE1;;;;\nMme;;BRUN;Ida\n",
    ));
    let counts: Vec<usize> = guardians(&extraction).iter().map(|it| it.children.len()).collect();
    assert_eq!(counts, [1, 1, 0]);
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn an_empty_block_between_two_is_passed_over() {
    let extraction = understood(with_three_children("M.;;ROUX;Paul;;;;;;;;;;;;;;;;;;ROUX;Zoé;CM2\n"));
    assert_eq!(guardians(&extraction)[0].children, [child("ROUX", "Zoé", "CM2")]);
}

#[test]
fn layout_b_has_an_extension_number() {
    let header = ADULT.replace("travail;", "travail;Numéro de poste;");
    let file = format!(
        "{header};{CHILD}\n\"MME\";\"\";\"ROUX\";\"Ève\";\"\";\"\";\"\";\"\";\"\";\"0500000001\";\"0500000002\";\"12\";\
        \"0600000001\";\"\";\"ROUX\";\"Tom\";\"CE1\"\n"
    );
    let extraction = understood(file);
    let eve = &guardians(&extraction)[0];
    assert_eq!(eve.phones, ["0500000001", "0500000002", "0600000001"]);
    assert_eq!(eve.civility.as_deref(), Some("Mme"));
    assert_eq!(eve.children, [child("ROUX", "Tom", "CE1")]);
    assert!(extraction.columns.contains(&("Numéro de poste".to_owned(), false)));
}

#[test]
fn reading_stops_at_the_table_of_organisations() {
    for start in ["Intitulé;Adresse Organisme", "Adresse Organisme;CP", "\"Intitulé\""] {
        let file = with_three_children(&format!(
            "M.;;ROUX;Paul;;;;;;;;;;ROUX;Tom;CE1\n\n{start}\nASSOCIATION DES PARENTS;1 rue X;31999;Montaubrac\n"
        ));
        let extraction = understood(file);
        assert_eq!(guardians(&extraction).len(), 1, "{start}");
        assert_eq!(remarked(&extraction), [], "{start}");
    }
}

#[test]
fn civilities_are_two() {
    for (written, told) in [("M.", "M."), ("Mme", "Mme"), ("MME", "Mme"), ("Mlle", "Mme"), ("MLLE", "Mme")] {
        let extraction = understood(with_three_children(&format!("{written};;ROUX;Ève;;;;;;;;;;ROUX;Tom;CE1")));
        assert_eq!(guardians(&extraction)[0].civility.as_deref(), Some(told), "{written}");
    }
}

#[test]
fn a_couple_on_two_rows_is_two_adults() {
    let extraction =
        understood(with_three_children("M.;;ROUX;Paul;;;;;;;;;;ROUX;Tom;CE1\nMme;;ROUX;Ève;;;;;;;;;;ROUX;Tom;CE1\n"));
    assert_eq!(guardians(&extraction).len(), 2);
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn a_couple_on_one_row_is_two_adults() {
    let extraction = understood(with_three_children(
        "M. et Mme;;ROUX;Paul et Ève;1 rue X;31999;Montaubrac;;paul@example.org;;;0600000001;;ROUX;Tom;CE1\n",
    ));
    let [paul, eve] = guardians(&extraction) else { panic!("{extraction:?}") };
    assert_eq!((paul.civility.as_deref(), paul.first_name.as_str()), (Some("M."), "Paul"));
    assert_eq!((eve.civility.as_deref(), eve.first_name.as_str()), (Some("Mme"), "Ève"));
    assert_eq!((&paul.address, &paul.children, &paul.last_name), (&eve.address, &eve.children, &eve.last_name));
    // Whose letter box it is, nobody knows: it opens no second account.
    assert_eq!((paul.email.as_deref(), eve.email.as_deref()), (Some("paul@example.org"), None));
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn a_couple_under_one_first_name_is_one_adult_and_a_remark() {
    let extraction = understood(with_three_children("M. et Mme;;ROUX;Paul;;;;;;;;;;ROUX;Tom;CE1\n"));
    assert_eq!(guardians(&extraction).len(), 1);
    assert_eq!(remarked(&extraction), [(2, Problem::Missing, false)]);
}

#[test]
fn a_child_without_a_name_is_left_and_the_adult_stays() {
    let extraction = understood(with_three_children("M.;;ROUX;Paul;;;;;;;;;;ROUX;;CE1;;ROUX;Zoé;CM2\n"));
    assert_eq!(guardians(&extraction)[0].children, [child("ROUX", "Zoé", "CM2")]);
    assert_eq!(remarked(&extraction), [(2, Problem::Missing, false)]);
    assert_eq!(extraction.remarks[0].column.as_deref(), Some("Prénom enfant"));
}

#[test]
fn the_same_row_twice_is_one_adult() {
    let row = "M.;;ROUX;Paul;;;;;;;;0600000001;;ROUX;Tom;CE1\n";
    let extraction = understood(with_three_children(&format!("{row}{row}")));
    assert_eq!(guardians(&extraction).len(), 1);
    assert_eq!(remarked(&extraction), [(3, Problem::Repeated, true)]);
}

#[test]
fn addresses_and_numbers_that_are_none_are_remarked() {
    let extraction = understood(with_three_children(
        "M.;;ROUX;Paul;;;;;paul(a)example.org;non;06 00 00 00 01;06 00 00 00 01;;ROUX;Tom;CE1\n",
    ));
    let paul = &guardians(&extraction)[0];
    assert_eq!(paul.email, None);
    assert_eq!(paul.phones, ["06 00 00 00 01"]);
    assert_eq!(remarked(&extraction), [(2, Problem::Email, false), (2, Problem::Phone, false)]);
}

#[test]
fn children_may_be_called_pupils() {
    let extraction = understood(
        "Nom responsable;Prénom responsable;Nom de famille élève;Prénom élève;Date naissance enfant\nROUX;Paul;ROUX;Tom;2019-03-02",
    );
    assert_eq!(guardians(&extraction)[0].children[0].first_name, "Tom");
}
