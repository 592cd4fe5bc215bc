//! Files to send with a text, and a voice note.

use askama::Template;
use askama::filters::HtmlSafe;
use commons::attachment::Attachment;

use super::attachment_list::weight;
use crate::assets;

/// What a form may carry besides its text. Its fields are `pieces`, one per file; [`crate::pieces::receive`] reads them.
///
/// Without script it is a file control, and a box to untick for each file there already. Where scripts run, files are sent
/// at once, piece by piece, and go on after a cut.
#[derive(Clone, Debug, Template)]
#[template(path = "component/file_picker.html")]
pub struct FilePicker {
    label: String,
    kept: Vec<Kept>,
    voice: Option<u32>,
    error: Option<String>,
}

/// A file the form carries already.
#[derive(Clone, Debug)]
struct Kept {
    /// The value of its field.
    piece: String,
    name: String,
    label: String,
    /// Where it is seen; nothing for a deposit that waits.
    href: Option<String>,
}

impl HtmlSafe for FilePicker {}

impl FilePicker {
    /// A picker with nothing chosen.
    pub fn new(label: impl Into<String>) -> Self {
        Self { label: label.into(), kept: Vec::new(), voice: None, error: None }
    }

    /// The files carried already; those of a thing are served under `base_address`, such as `/mots/{id}/pieces`.
    pub fn kept(self, base_address: &str, attachments: Vec<Attachment>) -> Self {
        let kept = attachments.into_iter().map(|it| Kept {
            piece: it.source().to_string(),
            href: (!it.waiting).then(|| format!("{base_address}/{}", it.file_id)),
            label: crate::W.piece_keep(&it.name, weight(it.size)),
            name: it.name,
        });
        Self { kept: kept.collect(), ..self }
    }

    /// Offers to record a voice note: of three minutes for a pupil, of five for an adult (product.md §3.9).
    pub fn voice(self, pupil: bool) -> Self {
        Self { voice: Some(if pupil { 180 } else { 300 }), ..self }
    }

    /// What is wrong with the files, if anything.
    pub fn error(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    fn described_by(&self) -> Option<String> {
        super::described_by("pieces", true, self.error.is_some())
    }

    /// How long a voice note may be, in whole minutes.
    fn limit(&self) -> String {
        crate::W.voice_limit(i64::from(self.voice.unwrap_or_default().div_ceil(60)))
    }

    fn script(&self) -> &'static str {
        assets::url("pieces.js")
    }

    fn sprite(&self) -> &'static str {
        assets::url("icons.svg")
    }
}
