//! The malformed inputs of interfaces.md §2.4, in its order.

use onde::{Problem, Refusal};

use crate::{GUARDIANS, PUPILS, guardians, pupils, refused, remarked, understood};

const HEADER: &str = "Nom élève;Prénom élève;Date naissance;Libellé classe";

#[test]
fn commas_are_read_as_semicolons() {
    let extraction = understood("Nom élève,Prénom élève,Date naissance,Adresse1\nROUX,Tom,2019-03-02,\"2, rue X\"\n");
    assert_eq!(pupils(&extraction)[0].address.as_ref().map(|it| it[0].as_str()), Some("2, rue X"));
}

#[test]
fn tabs_are_read_as_semicolons() {
    let extraction = understood(PUPILS.replace(';', "\t"));
    assert_eq!(pupils(&extraction), pupils(&understood(PUPILS)));
}

#[test]
fn another_separator_leads_nowhere() {
    assert_eq!(refused(PUPILS.replace(';', "|")), Refusal::NotAnExtraction);
}

#[test]
fn a_semicolon_in_quotes_is_a_letter() {
    let extraction = understood(format!("{HEADER}\nROUX;Tom;2019-03-02;\"CE1; CE2\"\n"));
    assert_eq!(pupils(&extraction)[0].class.as_deref(), Some("CE1; CE2"));
}

#[test]
fn a_line_break_in_quotes_is_a_space() {
    let extraction = understood(format!("{HEADER}\nROUX;Tom;2019-03-02;\"CE1\nCE2\"\nBRUN;Léa;2019-03-02;CP\n"));
    assert_eq!(pupils(&extraction)[0].class.as_deref(), Some("CE1 CE2"));
    assert_eq!(pupils(&extraction)[1].line, 4);
}

#[test]
fn a_quote_that_never_closes_is_told_with_its_line() {
    for (file, line) in [
        (format!("{HEADER}\nROUX;Tom;2019-03-02;\"CE1\nBRUN;Léa;2019-03-02;CP\n"), 2),
        (format!("{HEADER}\nBRUN;Léa;2019-03-02;CP\nROUX;\"Tom;2019-03-02;CE1\n"), 3),
        // The quote that opens the next name closes it: the line after would be lost.
        (format!("{HEADER}\n\"ROUX;Tom;2019-03-02;CE1\n\"BRUN\";Léa;2019-03-02;CP\n"), 2),
        (format!("\"{HEADER}\nROUX;Tom;2019-03-02;CE1\n"), 1),
    ] {
        assert_eq!(refused(&file), Refusal::Unbalanced(line), "{file}");
    }
}

#[test]
fn a_column_twice_is_refused() {
    let twice = |name: &str| Refusal::Twice(name.to_owned());
    assert_eq!(refused(format!("{HEADER};Nom élève\nROUX;Tom;2019-03-02;CE1;BRUN")), twice("Nom élève"));
    // Under another of its names too, and even where it is of no use.
    assert_eq!(refused(format!("{HEADER};Classe\nROUX;Tom;2019-03-02;CE1;CE2")), twice("Classe"));
    assert_eq!(refused(format!("{HEADER};Cycle; Cycle\nROUX;Tom;2019-03-02;CE1")), twice("Cycle"));
    assert_eq!(refused(GUARDIANS.replace("Pays;", "Courriel;")), twice("Courriel"));
}

#[test]
fn the_columns_of_children_may_come_again() {
    assert_eq!(guardians(&understood(GUARDIANS)).len(), 1);
}

#[test]
fn columns_without_which_nothing_can_be_done_are_named() {
    for (header, lacking) in [
        ("Prénom élève;Niveau", vec!["Nom élève", "Date naissance"]),
        ("Nom élève;Date naissance", vec!["Prénom élève"]),
        ("Nom;Prénom", vec!["Date naissance"]),
        ("Nom responsable;Prénom responsable", vec!["Nom de famille enfant", "Prénom enfant"]),
        ("Nom de famille enfant;Prénom enfant", vec!["Nom responsable", "Prénom responsable"]),
        ("Civilité;Nom;Directeur", vec!["Prénom"]),
    ] {
        assert_eq!(refused(format!("{header}\na;b;c\n")), Refusal::Lacks(lacking), "{header}");
    }
}

#[test]
fn a_header_alone_has_no_line() {
    for file in [HEADER.to_owned(), format!("{HEADER}\n"), format!("{HEADER}\r\n;;;\r\n\r\n")] {
        assert_eq!(refused(file), Refusal::NoLine);
    }
    let organisations = GUARDIANS.lines().filter(|line| !line.starts_with("Mme")).collect::<Vec<_>>().join("\n");
    assert_eq!(refused(organisations), Refusal::NoLine);
}

#[test]
fn nothing_is_nothing() {
    for file in ["", "\n\n", " ; ; \n;;\n", "\u{feff}"] {
        assert_eq!(refused(file), Refusal::Empty, "{file:?}");
    }
}

#[test]
fn empty_lines_at_the_end_are_passed_over() {
    let extraction = understood(format!("{PUPILS}\n;;;;;;;;;;;;;;;;;;;;;\n \n;;;;;;;;;;;;;;;;;;;;;;;;;;\n\n"));
    assert_eq!(pupils(&extraction).len(), 2);
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn a_spreadsheet_or_an_archive_under_another_name_is_seen() {
    for file in [
        b"PK\x03\x04\x14\0\x06\0xl/workbook.xml".as_slice(),
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(),
        b"\x1F\x8B\x08\0".as_slice(),
    ] {
        assert_eq!(refused(file), Refusal::Spreadsheet);
    }
}

#[test]
fn what_is_no_extraction_is_refused() {
    for file in ["%PDF-1.7\n%\u{e9}", "<html><table><tr><td>Nom élève</td></tr></table>", "sku;price\n1;2", "Bonjour"]
    {
        assert_eq!(refused(file), Refusal::NotAnExtraction, "{file}");
    }
}

#[test]
fn unicode_text_of_excel_is_read() {
    let text = format!("\u{feff}{}", PUPILS.replace(';', "\t").replace('\n', "\r\n"));
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let extraction = understood(bytes);
    assert_eq!(pupils(&extraction), pupils(&understood(PUPILS)));
}

#[test]
fn spaces_that_do_not_break_are_spaces() {
    let extraction =
        understood(format!("{}\nROUX\u{a0};Tom;\u{a0}2019-03-02;CE1\u{a0}A", HEADER.replace(' ', "\u{a0}")));
    let tom = &pupils(&extraction)[0];
    assert_eq!((tom.last_name.as_str(), tom.class.as_deref()), ("ROUX", Some("CE1 A")));
}

#[test]
fn the_29th_of_february_2019_is_no_day() {
    let extraction = understood(
        "Nom élève;Prénom élève;Date naissance;INE\nROUX;Tom;29/02/2019;\nBRUN;Léa;29/02/2019;990000001AB\n",
    );
    // A number tells who Léa is.
    let [lea] = pupils(&extraction) else { panic!("{extraction:?}") };
    assert_eq!((lea.first_name.as_str(), lea.birth_day.as_deref()), ("Léa", None));
    assert_eq!(remarked(&extraction), [(2, Problem::Day, true), (3, Problem::Day, false)]);
    assert_eq!(extraction.remarks[0].value.as_deref(), Some("29/02/2019"));
    assert_eq!(extraction.remarks[0].column.as_deref(), Some("Date naissance"));
}

#[test]
fn two_identical_pupils_in_one_class_are_one() {
    let extraction = understood(format!("{HEADER}\nLE ROUX;Zoé;2019-03-02;CE1\nLe Roux;Zoe;02/03/2019;CE1\n"));
    assert_eq!(pupils(&extraction).len(), 1);
    assert_eq!(remarked(&extraction), [(3, Problem::Repeated, true)]);
    assert_eq!(extraction.remarks[0].value.as_deref(), Some("Le Roux Zoe"));
}

#[test]
fn the_same_names_on_other_days_of_birth_are_two_pupils() {
    let extraction = understood(format!("{HEADER}\nROUX;Tom;2019-03-02;CE1\nROUX;Tom;2019-03-03;CE1\n"));
    assert_eq!(pupils(&extraction).len(), 2);
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn twins_are_two_pupils() {
    let extraction = understood(format!("{HEADER}\nROUX;Tom;2019-03-02;CE1\nROUX;Léa;2019-03-02;CE1\n"));
    assert_eq!(pupils(&extraction).len(), 2);
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn formulas_are_kept_as_text_and_remarked() {
    for text in ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)"] {
        let extraction = understood(format!("{HEADER}\nROUX;Tom;2019-03-02;{text}\n"));
        assert_eq!(pupils(&extraction)[0].class.as_deref(), Some(text));
        assert_eq!(remarked(&extraction), [(2, Problem::Formula, false)], "{text}");
    }
}

#[test]
fn a_telephone_of_abroad_is_no_formula() {
    let extraction = understood(GUARDIANS.replace("0600000001", "+33600000001"));
    assert_eq!(guardians(&extraction)[0].phones, ["+33600000001"]);
    assert_eq!(remarked(&extraction), []);
}

#[test]
fn cells_beyond_the_header_are_cut_and_remarked() {
    let extraction = understood(format!("{HEADER}\nROUX;Tom;2019-03-02;CE1;;surplus;;\n"));
    assert_eq!(pupils(&extraction)[0].class.as_deref(), Some("CE1"));
    assert_eq!(remarked(&extraction), [(2, Problem::Cells, false)]);
    assert_eq!(extraction.remarks[0].value.as_deref(), Some("surplus"));
}

#[test]
fn more_than_a_school_ever_has_is_refused() {
    let line = "ROUX;Tom;2019-03-02;CE1\n";
    assert_eq!(refused(format!("{HEADER}\n{}", line.repeat(20_001))), Refusal::TooLong);
    assert_eq!(understood(format!("{HEADER}\n{}", line.repeat(20_000))).remarks.len(), 19_999);
    assert_eq!(refused(vec![b'a'; 20_000_001]), Refusal::TooLong);
    assert_eq!(refused(format!("{HEADER}{}\n{line}", ";Cycle".repeat(500))), Refusal::TooLong);
}
