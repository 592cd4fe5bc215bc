//! Files that come with what people write: received from a form, and served to those who may read it.

use crate::{Answer, SignedIn, Site, Upload, W};
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use commons::{
    ThingId,
    attachment::{self, Attachment, Piece, Source, Stored},
    deposit,
    file::{FileId, Files},
    sniff::Refusal,
};
use db::{Error, Problems, Result, Tx, Uuid};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use school::Viewer;
use std::ops::Range;

/// The field that names pieces, beside which problems stand.
const FIELD: &str = "pieces";
/// The file control of a form without script.
const FILES: &str = "fichiers";
/// The most files of one text.
const MOST: usize = 20;
/// The longest description kept, in characters.
const LONGEST_ALT: usize = 300;
/// A few minutes: enough to play a sound twice, not enough for the next child at the tablet.
const KEPT_A_MOMENT: &str = "private, max-age=600";

/// What a file may do where it is opened: nothing.
const STRICT: &str = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'";
/// Browsers refuse to show a PDF in a sandbox; their viewer is one.
const STRICT_PDF: &str = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/// The pieces a form names, in their order, then its files: those of a form without script become deposits. No
/// connection to the database may be held meanwhile.
///
/// # Errors
/// [`Error::Invalid`] beside `pieces` when a file is not taken; [`Error::NotFound`] for what is no piece; a fault of the
/// store or of the database.
pub async fn receive(site: &Site, viewer: &Viewer, upload: &Upload) -> Result<Vec<Piece>> {
    let named_texts = upload.texts(FIELD);
    let sent: Vec<_> = upload.files.iter().filter(|file| file.field == FILES).collect();
    if named_texts.len() + sent.len() > MOST {
        return Err(Error::invalid(FIELD, W.pieces_too_many()));
    }
    let mut pieces = Vec::new();
    for text in named_texts {
        pieces.push(named(upload, text)?);
    }
    let mut problems = Problems::default();
    for file in sent {
        match deposit::receive(&site.house, viewer, &file.name, file.bytes.clone()).await? {
            Ok(id) => pieces.push(Piece { source: Source::Deposit(id), alt: None }),
            Err(refusal) => problems.add(FIELD, sentence(refusal, &file.name)),
        }
    }
    problems.or(pieces)
}

/// What a form named, to be shown in it again: `.kept` of the [`crate::component::FilePicker`]. The holder is the thing,
/// and its part, that already carries files.
///
/// # Errors
/// A fault of the database.
pub async fn chosen(
    tx: &mut Tx,
    viewer: &Viewer,
    holder: Option<(ThingId, Option<Uuid>)>,
    upload: &Upload,
) -> Result<Vec<Attachment>> {
    attachment::chosen(tx, viewer, holder, &listed(upload)).await
}

/// The pieces a form names, without the files it brings. What is no piece is left out, and what is more than one text takes.
pub fn listed(upload: &Upload) -> Vec<Piece> {
    upload.texts(FIELD).into_iter().filter_map(|text| named(upload, text).ok()).take(MOST).collect()
}

/// A piece with the description the form gives it.
fn named(upload: &Upload, text: &str) -> Result<Piece> {
    let piece: Piece = text.parse()?;
    let field = format!("alt-{text}");
    let alt = upload.has(&field).then(|| one_line(upload.text(&field)));
    Ok(Piece { alt, ..piece })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_ALT).collect()
}

/// Why a file is not taken, for whoever sent it.
pub fn sentence(refusal: Refusal, name: &str) -> String {
    match refusal {
        Refusal::Empty => W.piece_empty(name),
        Refusal::Program => W.piece_program(name),
        Refusal::Page => W.piece_page(name),
        Refusal::Macros => W.piece_macros(name),
        Refusal::OldOffice => W.piece_old_office(name),
        Refusal::Picture => W.piece_picture(name),
        Refusal::Unknown => W.piece_unknown(name),
        Refusal::TooLarge => W.piece_too_large(name),
        Refusal::TooMuch => W.piece_too_much().to_owned(),
    }
}

/// The bytes of a file a thing carries. For those whose service has loaded the thing.
///
/// # Errors
/// [`Error::NotFound`] when the thing does not carry it; a fault of the store or of the database.
pub async fn serve(visit: &mut SignedIn, thing: ThingId, file: FileId) -> Answer {
    let asked = visit.asked.clone();
    let mut tx = visit.read().await?;
    let stored = attachment::stored(&mut tx, thing, file, asked.size.as_deref()).await?;
    drop(tx);
    let files = visit.site.house.files.clone();
    let whole = files.open(&stored.hash, None).await?;
    let size = whole.meta.size;
    let Some(wanted) = asked.range.as_deref().and_then(range_of) else {
        let mut response =
            (headers(&stored.mime, &stored.name), Body::from_stream(whole.into_stream())).into_response();
        response.headers_mut().insert(header::CONTENT_LENGTH, size.into());
        return Ok(response);
    };
    drop(whole);
    match wanted.within(size) {
        Some(range) => part(&files, &stored, range, size).await,
        None => {
            let of_all = [(header::CONTENT_RANGE, format!("bytes */{size}"))];
            Ok((StatusCode::RANGE_NOT_SATISFIABLE, of_all).into_response())
        }
    }
}

/// Some of the bytes: players, Safari's above all, ask for nothing else.
async fn part(files: &Files, stored: &Stored, range: Range<u64>, size: u64) -> Answer {
    let told = format!("bytes {}-{}/{size}", range.start, range.end - 1);
    let length = range.end - range.start;
    let found = files.open(&stored.hash, Some(range)).await?;
    let mut response: Response =
        (StatusCode::PARTIAL_CONTENT, headers(&stored.mime, &stored.name), Body::from_stream(found.into_stream()))
            .into_response();
    response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
    response.headers_mut().insert(header::CONTENT_RANGE, HeaderValue::try_from(told).map_err(Error::fault)?);
    Ok(response)
}

/// What goes with the bytes of a file: its kind and name, and a policy that lets it run nothing.
pub(crate) fn headers(mime: &str, name: &str) -> HeaderMap {
    let policy = if mime == "application/pdf" { STRICT_PDF } else { STRICT };
    let mut headers = HeaderMap::new();
    let told = if mime.starts_with("text/") { format!("{mime}; charset=utf-8") } else { mime.to_owned() };
    let shown = if is_shown(mime) { "inline" } else { "attachment" };
    for (name, value) in [
        (header::CONTENT_TYPE, told),
        (header::CONTENT_DISPOSITION, disposition(shown, name)),
        (header::CONTENT_SECURITY_POLICY, policy.to_owned()),
        (header::CACHE_CONTROL, KEPT_A_MOMENT.to_owned()),
        (header::ACCEPT_RANGES, "bytes".to_owned()),
    ] {
        if let Ok(value) = HeaderValue::try_from(value) {
            headers.insert(name, value);
        }
    }
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers
}

/// What browsers show by themselves without running anything of it.
fn is_shown(mime: &str) -> bool {
    mime == "application/pdf" || ["image/", "audio/", "video/"].iter().any(|family| mime.starts_with(family))
}

/// The name for old readers in plain letters, then the true one.
fn disposition(shown: &str, name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() || matches!(it, ' ' | '.' | '-' | '_') { it } else { '_' })
        .collect();
    format!("{shown}; filename=\"{plain}\"; filename*=UTF-8''{}", utf8_percent_encode(name, NON_ALPHANUMERIC))
}

/// Which size and which bytes of a file a request asks for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    size: Option<String>,
    range: Option<String>,
}

impl Asked {
    pub(crate) fn of(parts: &Parts) -> Self {
        let mut pairs = parts.uri.query().unwrap_or_default().split('&');
        let size = pairs.find_map(|pair| pair.strip_prefix("taille=")).map(str::to_owned);
        let range = parts.headers.get(header::RANGE).and_then(|it| it.to_str().ok()).map(str::to_owned);
        Self { size, range }
    }
}

/// One range of bytes, as a header writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    From(u64, Option<u64>),
    Last(u64),
}

/// The one range of a header; nothing for what is no range, and for several at once, which are answered by the whole.
fn range_of(header: &str) -> Option<Wanted> {
    let (first, last) = header.strip_prefix("bytes=")?.split_once('-')?;
    match (first.trim(), last.trim()) {
        ("", last) => Some(Wanted::Last(last.parse().ok()?)),
        (first, "") => Some(Wanted::From(first.parse().ok()?, None)),
        (first, last) => {
            let (first, last): (u64, u64) = (first.parse().ok()?, last.parse().ok()?);
            (first <= last).then_some(Wanted::From(first, Some(last)))
        }
    }
}

impl Wanted {
    /// The bytes of a file of `size` bytes it means; nothing when there are none.
    fn within(self, size: u64) -> Option<Range<u64>> {
        let range = match self {
            Self::From(first, last) => first..last.map_or(size, |last| last.saturating_add(1).min(size)),
            Self::Last(count) => size.saturating_sub(count)..size,
        };
        (range.start < range.end).then_some(range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_players_write_it() {
        for (header, size, range) in [
            ("bytes=0-1", 10, Some(0..2)),
            ("bytes=4-", 10, Some(4..10)),
            ("bytes=4-99", 10, Some(4..10)),
            ("bytes=-3", 10, Some(7..10)),
            ("bytes=-99", 10, Some(0..10)),
            ("bytes=10-", 10, None),
            ("bytes=-0", 10, None),
        ] {
            assert_eq!(range_of(header).and_then(|it| it.within(size)), range, "{header}");
        }
        for header in ["", "bytes=", "bytes=5-2", "lines=0-1", "bytes=0-1,4-5"] {
            assert_eq!(range_of(header), None, "{header}");
        }
    }

    #[test]
    fn a_name_ends_no_header() {
        let told = disposition("attachment", "Leçon \"1\"\r\n.pdf");
        assert_eq!(told, "attachment; filename=\"Le_on _1___.pdf\"; filename*=UTF-8''Le%C3%A7on%20%221%22%0D%0A%2Epdf");
    }

    #[test]
    fn what_runs_nowhere_is_shown() {
        assert!(is_shown("audio/webm") && is_shown("application/pdf"));
        assert!(!is_shown("text/plain") && !is_shown("text/html"));
    }
}
