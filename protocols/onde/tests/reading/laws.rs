//! Rules that hold for all files.

use onde::{Content, Refusal, read};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::{GUARDIANS, PUPILS};

/// What readers of such files trip over.
const PIECES: [&str; 24] = [
    ";",
    ";;",
    ",",
    "\t",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\u{a0}",
    "\u{feff}",
    "\0",
    "=cmd",
    "+33600000001",
    "é",
    "Intitulé",
    "29/02/2020",
    "2019-07-14",
    "Nom élève",
    "Prénom élève",
    "Date naissance",
    "Prénom enfant",
    "Nom responsable",
];

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &[]);
    }

    #[test]
    fn no_pieces_make_it_panic(pieces in vec(select(PIECES.to_vec()), 0..60), guardians in any::<bool>()) {
        let text = pieces.concat();
        let _ = read(text.as_bytes(), &[]);
        let _ = read([if guardians { GUARDIANS } else { PUPILS }, &text].concat().as_bytes(), &[]);
    }

    #[test]
    fn every_line_of_a_pupil_is_kept_or_remarked(names in vec("[A-Z][a-z]{0,3}", 1..40)) {
        let lines: String = names.iter().map(|name| format!("{name};{name};2019-03-02\n")).collect();
        let extraction = read(format!("Nom élève;Prénom élève;Date naissance\n{lines}").as_bytes(), &[]);
        let Ok(extraction) = extraction else { return Err(TestCaseError::fail("refused")) };
        let left_out = extraction.remarks.iter().filter(|it| it.rejected).count();
        let Content::Pupils(pupils) = extraction.content else { return Err(TestCaseError::fail("no pupils")) };
        prop_assert_eq!(pupils.len() + left_out, names.len());
    }

    #[test]
    fn a_file_cut_anywhere_is_read_or_refused(end in 0..PUPILS.len()) {
        let bytes = PUPILS.as_bytes().get(..end).unwrap_or_default();
        if let Err(refusal) = read(bytes, &[]) {
            prop_assert!(!matches!(refusal, Refusal::TooLong | Refusal::Spreadsheet), "{refusal:?}");
        }
    }
}
