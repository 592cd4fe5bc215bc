//! Documents as a reader program sees them, with `pdftotext`.

use std::io::Write;
use std::process::{Command, Stdio};

/// The document as text without blanks: streams are noise, the structure is readable.
pub(crate) fn skeleton(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).split_whitespace().collect()
}

/// What `pdftotext` finds in the document.
pub(crate) fn text_of(bytes: &[u8], options: &[&str]) -> String {
    let mut reader = Command::new("pdftotext")
        .args(options)
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("pdftotext is missing ({error}): install poppler-utils"));
    let mut input = reader.stdin.take().unwrap();
    input.write_all(bytes).unwrap();
    drop(input);
    let output = reader.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")
}

/// The right and bottom edges of each word, in points.
pub(crate) fn word_edges(bytes: &[u8]) -> Vec<(f32, f32)> {
    let boxes = text_of(bytes, &["-bbox"]);
    let edge = |line: &str, name: &str| -> f32 {
        let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse().unwrap()
    };
    let words = boxes.lines().filter(|line| line.contains("<word "));
    words.map(|line| (edge(line, "xMax"), edge(line, "yMax"))).collect()
}
