//! Archives of académie 16 made of the samples of interfaces.md §1.12.

use std::{
    fs,
    io::{Cursor, Write},
};

/// Names and texts of the members of the full sample.
pub(crate) fn samples() -> Vec<(String, String)> {
    let written = concat!(env!("CARGO_MANIFEST_DIR"), "/../../protocols/aaf/tests/samples");
    let paths = fs::read_dir(written).unwrap().map(|entry| entry.unwrap().path());
    let mut members: Vec<(String, String)> = paths
        .map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .filter(|(name, _)| name.contains("Complet"))
        .collect();
    members.sort();
    members
}

/// The same with a text replaced by another, which must stand in one of them.
pub(crate) fn altered(members: Vec<(String, String)>, old: &str, new: &str) -> Vec<(String, String)> {
    assert!(members.iter().any(|(_, text)| text.contains(old)), "{old}");
    members.into_iter().map(|(name, text)| (name, text.replace(old, new))).collect()
}

/// The member of an entity is not among them.
pub(crate) fn without(members: Vec<(String, String)>, entity: &str) -> Vec<(String, String)> {
    members.into_iter().filter(|(name, _)| !name.contains(entity)).collect()
}

/// A .zip of members.
pub(crate) fn zipped(members: &[(String, String)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
