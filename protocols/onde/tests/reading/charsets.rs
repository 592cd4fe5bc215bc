//! Charsets, ends of lines and quotes: what a spreadsheet does to a file.

use crate::{PUPILS, guardians, pupils, remarked, understood};

/// The bytes of a text in the charset of Windows; of the letters beyond ASCII, the sample has those of Latin-1 only.
fn windows(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap_or(b'?')).collect()
}

#[test]
fn every_charset_says_the_same() {
    let marked = format!("\u{feff}{PUPILS}");
    let little: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = marked.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let unmarked: Vec<u8> = PUPILS.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let expected = understood(PUPILS);
    for (bytes, charset) in [
        (PUPILS.as_bytes().to_vec(), "UTF-8"),
        (marked.into_bytes(), "UTF-8"),
        (windows(PUPILS), "windows-1252"),
        (little, "UTF-16"),
        (big, "UTF-16"),
        (unmarked, "UTF-16"),
    ] {
        let extraction = understood(bytes);
        assert_eq!(extraction.charset, charset);
        assert_eq!(extraction.content, expected.content, "{charset}");
        assert_eq!(extraction.columns, expected.columns, "{charset}");
    }
}

#[test]
fn letters_only_windows_has_are_read() {
    let mut bytes = b"Nom \xE9l\xE8ve;Nom d\x92usage \xE9l\xE8ve;Pr\xE9nom \xE9l\xE8ve;Date naissance\n".to_vec();
    bytes.extend(b"C\x8CUR;;L\xE9a;2019-03-02\n");
    let extraction = understood(bytes);
    assert_eq!(pupils(&extraction)[0].last_name, "CŒUR");
}

#[test]
fn ends_of_lines_of_all_systems_are_read() {
    for end in ["\n", "\r\n", "\r"] {
        let extraction = understood(PUPILS.replace('\n', end));
        let lines: Vec<u64> = pupils(&extraction).iter().map(|it| it.line).collect();
        assert_eq!(lines, [2, 3], "{end:?}");
    }
}

#[test]
fn lines_are_counted_as_an_editor_does() {
    let extraction = understood(
        "\r\nNom élève;Prénom élève;Date naissance\r\n\r\n\"RO\r\nUX\";Tom;2019-03-02\r\n;;\r\n\r\nBRUN;Léa;2019-03-02\r\n",
    );
    let lines: Vec<u64> = pupils(&extraction).iter().map(|it| it.line).collect();
    assert_eq!(lines, [4, 8]);
}

#[test]
fn quotes_may_be_mixed() {
    let file = "\"Nom responsable\";Prénom responsable;Nom de famille enfant;\"Prénom enfant\"\n\
        ROUX;\"Paul \"\"Popol\"\"\";ROUX;Tom\nBRUN;Paul \"Popol\";\"BRUN\" ;Léa\n";
    let extraction = understood(file);
    let [first, second] = guardians(&extraction) else { panic!("{extraction:?}") };
    assert_eq!((first.first_name.as_str(), second.first_name.as_str()), ("Paul \"Popol\"", "Paul \"Popol\""));
    assert_eq!(second.children[0].last_name, "BRUN");
    assert_eq!(remarked(&extraction), []);
}
