//! Files as they come, and as they pretend to be.

use super::*;

/// The first entry of an archive, then its table of contents.
fn archive(first: &str, content: &[u8], names: &[&str]) -> Vec<u8> {
    let mut bytes = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    let length = u16::try_from(first.len()).unwrap_or_default().to_le_bytes();
    bytes.extend([&[0; 8][..], &length, &[0, 0]].concat());
    bytes.extend(first.bytes());
    bytes.extend(content);
    for name in names {
        bytes.extend([&b"PK\x01\x02"[..], name.as_bytes()].concat());
    }
    bytes
}

fn track(kind: &[u8]) -> Vec<u8> {
    [&b"\0\0\0\x20ftypisom\0\0\0\0\0\0\0\x21hdlr\0\0\0\0\0\0\0\0"[..], kind, &[0; 24]].concat()
}

fn told(name: &str, bytes: &[u8]) -> Result<&'static str, Refusal> {
    sniff(name, bytes, bytes).map(|nature| nature.mime)
}

#[test]
fn what_a_school_exchanges_is_known_by_its_bytes() {
    let odt = archive("mimetype", b"application/vnd.oasis.opendocument.text", &["content.xml"]);
    let docx = archive("[Content_Types].xml", b"", &["[Content_Types].xml", "word/document.xml"]);
    let opus = [&b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01webm"[..], b"A_OPUS"].concat();
    let film = [&b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01webm"[..], b"V_VP8A_OPUS"].concat();
    for (name, bytes, mime) in [
        ("a", &b"\xff\xd8\xff\xe0JFIF"[..], "image/jpeg"),
        ("a", b"RIFF\0\0\0\0WEBPVP8 ", "image/jpeg"),
        ("a", b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        ("a.exe", b"%PDF-1.7\n", "application/pdf"),
        ("a", &odt, "application/vnd.oasis.opendocument.text"),
        ("a", &docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a", &opus, "audio/webm"),
        ("a", &film, "video/webm"),
        ("a", b"OggS\0\x02OpusHead", "audio/ogg"),
        ("a", &track(b"soun"), "audio/mp4"),
        ("a", &track(b"vide"), "video/mp4"),
        ("a", b"\0\0\0\x14ftypM4A \0\0\0\0", "audio/mp4"),
        ("a", b"\0\0\0\x14ftypqt  \0\0\0\0", "video/quicktime"),
        ("a", b"ID3\x04\0", "audio/mpeg"),
        ("a", b"\xff\xfb\x90\x44", "audio/mpeg"),
        ("a.txt", "Une leçon".as_bytes(), "text/plain"),
        ("a.CSV", b"nom;note\r\nZo\xe9;8\r\n", "text/csv"),
    ] {
        assert_eq!(told(name, bytes), Ok(mime), "{name} {bytes:?}");
    }
}

#[test]
fn what_runs_or_pretends_is_refused_whatever_its_name() {
    let macros =
        archive("[Content_Types].xml", b"", &["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"]);
    let jar = archive("META-INF/MANIFEST.MF", b"", &["META-INF/MANIFEST.MF"]);
    let template = archive("mimetype", b"application/vnd.oasis.opendocument.text-template", &["content.xml"]);
    for (name, bytes, refusal) in [
        ("a.pdf", &b""[..], Refusal::Empty),
        ("a.pdf", b"MZ\x90\0", Refusal::Program),
        ("a.txt", b"#!/bin/sh\n", Refusal::Program),
        ("a.jpg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Refusal::Page),
        ("a.txt", b"\xef\xbb\xbf\n <!doctype html>", Refusal::Page),
        ("a.docx", &macros, Refusal::Macros),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Refusal::OldOffice),
        ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0", Refusal::Picture),
        ("a.docx", &jar, Refusal::Unknown),
        ("a.odt", &template, Refusal::Unknown),
        ("a.mkv", b"\x1a\x45\xdf\xa3\x9fB\x82\x88matroska", Refusal::Unknown),
        ("a.bat", b"@echo off", Refusal::Unknown),
        ("a.txt", b"MP\0\x01", Refusal::Unknown),
    ] {
        assert_eq!(told(name, bytes), Err(refusal), "{name} {bytes:?}");
    }
}

#[test]
fn a_name_ends_as_its_kind_does() {
    for (nature, name, kept) in [
        (PDF, "Mot.PDF", "Mot.PDF"),
        (PDF, "facture.exe", "facture.exe.pdf"),
        (PDF, " ", "document.pdf"),
        (PICTURE, "mare.png", "mare.jpg"),
        (PICTURE, "mare.jpeg", "mare.jpeg"),
        (WEBM_SOUND, ".note", "note.webm"),
    ] {
        assert_eq!(nature.named(name), kept);
    }
}
