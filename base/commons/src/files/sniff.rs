//! What a file is, told by its bytes: its name, and what its sender says of it, prove nothing.
//!
//! The list is what a school exchanges: papers, pictures, sounds, films. Programs, pages (HTML, SVG) and documents that
//! carry macros are refused whatever they are called.

/// How much of the beginning and of the end of a file is looked at.
pub const EDGE: usize = 512 * 1024;
/// Fewer bytes than this prove nothing yet.
pub const ENOUGH: usize = 512;

const MEGABYTE: i64 = 1024 * 1024;

/// What becomes of a file once it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Rendered anew, which drops what the phone wrote in it.
    Picture,
    /// Heard on the page.
    Sound,
    /// Seen on the page.
    Film,
    /// Opened or downloaded.
    Paper,
}

/// A kind of file the house takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nature {
    /// What becomes of it.
    pub family: Family,
    /// Its MIME type.
    pub mime: &'static str,
    /// The ends its name may have; the first is given to a name that has none of them.
    ends: &'static [&'static str],
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing in it.
    Empty,
    /// Something that runs.
    Program,
    /// A web page, or a drawing that can carry a script.
    Page,
    /// A document that carries macros.
    Macros,
    /// A document of an office suite of before 2007.
    OldOffice,
    /// A picture of a format the house cannot read.
    Picture,
    /// Anything else.
    Unknown,
    /// More bytes than its kind may have.
    TooLarge,
    /// The sender has sent as much as a day allows.
    TooMuch,
}

/// What the first bytes tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glance {
    /// JPEG, PNG, GIF, WebP.
    Picture,
    /// PDF.
    Pdf,
    /// An archive: an office document, perhaps.
    Archive,
    /// WebM.
    Webm,
    /// Ogg.
    Ogg,
    /// MP4 and QuickTime.
    Mp4,
    /// MP3.
    Mp3,
    /// WAV.
    Wav,
    /// Words, by its name and its bytes.
    Text,
}

const fn nature(family: Family, mime: &'static str, ends: &'static [&'static str]) -> Nature {
    Nature { family, mime, ends }
}

const PICTURE: Nature = nature(Family::Picture, "image/jpeg", &["jpg", "jpeg"]);
const PDF: Nature = nature(Family::Paper, "application/pdf", &["pdf"]);
const TEXT: Nature = nature(Family::Paper, "text/plain", &["txt"]);
const CSV: Nature = nature(Family::Paper, "text/csv", &["csv"]);
const WEBM_SOUND: Nature = nature(Family::Sound, "audio/webm", &["webm", "weba"]);
const WEBM_FILM: Nature = nature(Family::Film, "video/webm", &["webm"]);
const OGG: Nature = nature(Family::Sound, "audio/ogg", &["ogg", "oga", "opus"]);
const MP4_SOUND: Nature = nature(Family::Sound, "audio/mp4", &["m4a", "mp4"]);
const MP4_FILM: Nature = nature(Family::Film, "video/mp4", &["mp4", "m4v"]);
const QUICKTIME: Nature = nature(Family::Film, "video/quicktime", &["mov"]);
const MP3: Nature = nature(Family::Sound, "audio/mpeg", &["mp3"]);
const WAV: Nature = nature(Family::Sound, "audio/wav", &["wav"]);

const OPEN_DOCUMENT: &[u8] = b"application/vnd.oasis.opendocument.";
/// What follows [`OPEN_DOCUMENT`].
const OPEN_DOCUMENTS: &[(&[u8], Nature)] = &[
    (b"text", nature(Family::Paper, "application/vnd.oasis.opendocument.text", &["odt"])),
    (b"spreadsheet", nature(Family::Paper, "application/vnd.oasis.opendocument.spreadsheet", &["ods"])),
    (b"presentation", nature(Family::Paper, "application/vnd.oasis.opendocument.presentation", &["odp"])),
    (b"graphics", nature(Family::Paper, "application/vnd.oasis.opendocument.graphics", &["odg"])),
];
/// The part that makes an archive a document of Microsoft Office.
const OFFICE_OPEN: &[(&[u8], Nature)] = &[
    (
        b"word/document.xml",
        nature(Family::Paper, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", &["docx"]),
    ),
    (
        b"xl/workbook.xml",
        nature(Family::Paper, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", &["xlsx"]),
    ),
    (
        b"ppt/presentation.xml",
        nature(Family::Paper, "application/vnd.openxmlformats-officedocument.presentationml.presentation", &["pptx"]),
    ),
];

/// Programs of Windows, Linux, macOS and Java; scripts.
const PROGRAMS: &[&[u8]] = &[
    b"MZ",
    b"\x7fELF",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"#!",
];
const OLD_OFFICE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// Brands of pictures in the container of MP4.
const PICTURE_BRANDS: &[&[u8]] = &[b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif", b"avis"];

impl Nature {
    /// The most bytes a file of this kind may have.
    pub fn most_bytes(&self) -> i64 {
        match self.family {
            Family::Sound | Family::Film => MOST_BYTES,
            Family::Picture | Family::Paper => 20 * MEGABYTE,
        }
    }

    /// The name under which it is kept: one that ends as its kind does, so that no computer takes it for something else.
    pub fn named(&self, name: &str) -> String {
        let name = name.trim().trim_start_matches('.');
        let stem = if name.is_empty() { "document" } else { name };
        if self.ends.iter().any(|end| extension(stem) == *end) {
            return stem.to_owned();
        }
        // A photograph becomes a JPEG whatever it was; elsewhere the strange end stays, in front of the true one.
        let stem = match self.family {
            Family::Picture => stem.rsplit_once('.').map_or(stem, |(before, _)| before),
            Family::Sound | Family::Film | Family::Paper => stem,
        };
        format!("{stem}.{}", self.ends.first().copied().unwrap_or("bin"))
    }
}

/// The most bytes any file may have.
pub const MOST_BYTES: i64 = 100 * MEGABYTE;

/// What the first bytes of a file called `name` tell; refuses at once what nothing that follows can excuse.
///
/// # Errors
/// Why it is not taken.
pub fn glance(name: &str, head: &[u8]) -> Result<Glance, Refusal> {
    if PROGRAMS.iter().any(|magic| head.starts_with(magic)) {
        return Err(Refusal::Program);
    }
    if is_page(head) {
        return Err(Refusal::Page);
    }
    if head.starts_with(OLD_OFFICE) {
        return Err(Refusal::OldOffice);
    }
    match head {
        [0xff, 0xd8, 0xff, ..] | [0x89, b'P', b'N', b'G', ..] | [b'G', b'I', b'F', b'8', ..] => Ok(Glance::Picture),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Ok(Glance::Picture),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => Ok(Glance::Wav),
        [b'%', b'P', b'D', b'F', b'-', ..] => Ok(Glance::Pdf),
        [b'P', b'K', 3, 4, ..] => Ok(Glance::Archive),
        [0x1a, 0x45, 0xdf, 0xa3, ..] => Ok(Glance::Webm),
        [b'O', b'g', b'g', b'S', ..] => Ok(Glance::Ogg),
        [b'I', b'D', b'3', ..] | [0xff, 0xf2 | 0xf3 | 0xfa | 0xfb, ..] => Ok(Glance::Mp3),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => match PICTURE_BRANDS.iter().any(|it| brand.starts_with(it))
        {
            true => Err(Refusal::Picture),
            false => Ok(Glance::Mp4),
        },
        _ if matches!(extension(name).as_str(), "txt" | "csv") && is_text(head) => Ok(Glance::Text),
        _ => Err(Refusal::Unknown),
    }
}

/// What a whole file is, from its name, its beginning and its end, of [`EDGE`] bytes each.
///
/// # Errors
/// Why it is not taken.
pub fn sniff(name: &str, head: &[u8], tail: &[u8]) -> Result<Nature, Refusal> {
    if head.is_empty() {
        return Err(Refusal::Empty);
    }
    let nature = match glance(name, head)? {
        Glance::Picture => PICTURE,
        Glance::Pdf => PDF,
        Glance::Archive => document(head, tail)?,
        Glance::Webm => webm(head)?,
        Glance::Ogg if holds(head, b"theora") => return Err(Refusal::Unknown),
        Glance::Ogg => OGG,
        Glance::Mp4 => mp4(head, tail),
        Glance::Mp3 => MP3,
        Glance::Wav => WAV,
        Glance::Text if !is_text(tail) => return Err(Refusal::Unknown),
        Glance::Text if extension(name) == "csv" => CSV,
        Glance::Text => TEXT,
    };
    Ok(nature)
}

/// An archive is taken when it is a document of today's office suites, without macros. Its table of contents is its end.
fn document(head: &[u8], tail: &[u8]) -> Result<Nature, Refusal> {
    let found = open_document(head).or_else(|| {
        let of_office = holds(tail, b"[Content_Types].xml");
        let found = OFFICE_OPEN.iter().find(|(part, _)| of_office && holds(tail, part));
        found.map(|(_, nature)| *nature)
    });
    let macros = holds(tail, b"vbaProject.bin") || holds(tail, b"Basic/script-lc.xml");
    match found {
        Some(_) if macros => Err(Refusal::Macros),
        Some(nature) => Ok(nature),
        None => Err(Refusal::Unknown),
    }
}

/// The first entry of an OpenDocument is its type, in clear.
fn open_document(head: &[u8]) -> Option<Nature> {
    let extra = usize::from(u16::from_le_bytes([*head.get(28)?, *head.get(29)?]));
    let named = head.get(30..38)? == b"mimetype";
    let kind = head.get(38 + extra..)?.strip_prefix(OPEN_DOCUMENT).filter(|_| named)?;
    let after = |word: &[u8]| kind.strip_prefix(word).is_some_and(|rest| rest.starts_with(b"PK"));
    OPEN_DOCUMENTS.iter().find(|(word, _)| after(word)).map(|(_, nature)| *nature)
}

fn webm(head: &[u8]) -> Result<Nature, Refusal> {
    let begins = head.get(..head.len().min(64)).unwrap_or_default();
    if !holds(begins, b"webm") {
        return Err(Refusal::Unknown);
    }
    Ok(if [&b"V_VP"[..], b"V_AV1"].iter().any(|codec| holds(head, codec)) { WEBM_FILM } else { WEBM_SOUND })
}

/// A track says what it is for in its handler; what says nothing is shown as a film, which can be heard too.
fn mp4(head: &[u8], tail: &[u8]) -> Nature {
    let has = |kind: &[u8]| [head, tail].iter().any(|part| has_track(part, kind));
    match head.get(8..12) {
        Some(b"M4A " | b"M4B ") => MP4_SOUND,
        Some(b"qt  ") => QUICKTIME,
        _ if has(b"soun") && !has(b"vide") => MP4_SOUND,
        _ => MP4_FILM,
    }
}

/// In a box `hdlr` the kind of the track comes after eight bytes.
fn has_track(bytes: &[u8], kind: &[u8]) -> bool {
    bytes.windows(16).any(|it| it.starts_with(b"hdlr") && it.get(12..16) == Some(kind))
}

/// No file the house takes begins by a tag.
fn is_page(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    text.trim_ascii_start().starts_with(b"<")
}

fn is_text(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| *byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c))
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|it| it == wanted)
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
