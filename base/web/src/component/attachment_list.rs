//! The files a text carries, under it: pictures, players, links.

use askama::Template;
use askama::filters::HtmlSafe;
use commons::attachment::Attachment;

use crate::{W, assets};

/// Prints nothing when there are none.
#[derive(Clone, Debug, Template)]
#[template(path = "component/attachment_list.html")]
pub struct AttachmentList {
    lines: Vec<Line>,
}

#[derive(Clone, Debug)]
struct Line {
    id: String,
    href: String,
    name: String,
    /// « Télécharger programme.pdf (1,2 Mo) ».
    download: String,
    picture: Option<Picture>,
    sound: bool,
    film: bool,
}

#[derive(Clone, Debug)]
struct Picture {
    alt: String,
    width: i64,
    height: i64,
}

/// How fast a sound is played.
struct Speed {
    value: &'static str,
    word: &'static str,
    usual: bool,
}

impl HtmlSafe for AttachmentList {}

impl AttachmentList {
    /// The files served under `base_address`, such as `/mots/{id}/pieces`.
    pub fn new(base_address: &str, attachments: Vec<Attachment>) -> Self {
        let line = |it: Attachment| Line {
            id: it.file_id.to_string(),
            href: format!("{base_address}/{}", it.file_id),
            download: W.attachment_download(&it.name, weight(it.size)),
            picture: picture(&it),
            sound: it.is_sound(),
            film: it.is_film(),
            name: it.name,
        };
        Self { lines: attachments.into_iter().map(line).collect() }
    }

    /// Whether it prints nothing.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    fn speeds(&self) -> [Speed; 4] {
        [("0.75", "×0,75"), ("1", "×1"), ("1.25", "×1,25"), ("1.5", "×1,5")].map(|(value, word)| Speed {
            value,
            word,
            usual: value == "1",
        })
    }

    fn script(&self) -> &'static str {
        assets::url("reading.js")
    }
}

fn picture(attachment: &Attachment) -> Option<Picture> {
    let (Some(width), Some(height)) = (attachment.width, attachment.height) else { return None };
    let alt = if attachment.alt.is_empty() { W.attachment_picture() } else { &attachment.alt };
    attachment.is_picture().then(|| Picture { alt: alt.to_owned(), width, height })
}

/// « 12 Ko », « 1,2 Mo »: the size of a file as people read it.
pub(super) fn weight(bytes: i64) -> String {
    let tenths = |unit: i64| (bytes * 10 + unit / 2) / unit;
    let written = |tenths: i64| match tenths % 10 {
        _ if tenths >= 100 => (tenths / 10).to_string(),
        0 => (tenths / 10).to_string(),
        rest => format!("{},{rest}", tenths / 10),
    };
    match bytes {
        ..1024 => W.weight_bytes(bytes),
        1024..1_048_576 => W.weight_kilobytes(written(tenths(1024))),
        _ => W.weight_megabytes(written(tenths(1_048_576))),
    }
}

#[cfg(test)]
mod tests {
    use super::weight;

    #[test]
    fn a_size_is_written_as_people_read_it() {
        for (bytes, words) in
            [(1, "1 octet"), (900, "900 octets"), (1024, "1 Ko"), (12_800, "12 Ko"), (1_258_291, "1,2 Mo")]
        {
            assert_eq!(weight(bytes).replace('\u{a0}', " "), words);
        }
    }
}
