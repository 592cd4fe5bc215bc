//! The letters of a file, whatever saved it.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::Refusal;

/// The largest school takes a hundredth of it.
const MOST_BYTES: usize = 20_000_000;
/// How archives and spreadsheets begin: zip (so xlsx and ods), old Excel, gzip, 7z, RAR.
const ARCHIVES: [&[u8]; 6] = [b"PK\x03\x04", b"PK\x05\x06", b"\xD0\xCF\x11\xE0", b"\x1F\x8B", b"7z\xBC\xAF", b"Rar!"];

/// The text of a file, its lines ended by `\n` alone, and the charset it was read in.
pub(crate) fn decode(bytes: &[u8]) -> Result<(String, &'static str), Refusal> {
    if bytes.len() > MOST_BYTES {
        return Err(Refusal::TooLong);
    }
    if ARCHIVES.iter().any(|start| bytes.starts_with(start)) {
        return Err(Refusal::Spreadsheet);
    }
    let (text, charset) = letters(bytes);
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Refusal::Empty);
    }
    Ok((text.replace("\r\n", "\n").replace('\r', "\n"), charset))
}

/// A mark at the start is believed. Without one, what is valid UTF-8 is UTF-8: in the charset of Windows, no name reads « Ã© ».
fn letters(bytes: &[u8]) -> (String, &'static str) {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return (decoded(UTF_16LE, rest), "UTF-16");
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return (decoded(UTF_16BE, rest), "UTF-16");
    }
    // A header begins with a letter or a quote: only in UTF-16 is one of its first two bytes a zero.
    match bytes {
        [0, 0, ..] => {}
        [_, 0, ..] => return (decoded(UTF_16LE, bytes), "UTF-16"),
        [0, _, ..] => return (decoded(UTF_16BE, bytes), "UTF-16"),
        _ => {}
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(rest) {
        Ok(text) => (text.to_owned(), "UTF-8"),
        Err(_) => (decoded(WINDOWS_1252, rest), "windows-1252"),
    }
}

fn decoded(encoding: &'static Encoding, bytes: &[u8]) -> String {
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}
