//! Forms that carry files.

use crate::{Failure, Site};
use axum::{
    body::Bytes,
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field},
};
use commons::file_name::base_name;
use db::{Error, Result as Checked};
use richtext::Doc;

/// Twenty photographs of a phone, reduced by the browser or not.
const MOST_BYTES: usize = 120 * 1024 * 1024;
/// More files than any form of the product takes.
const MOST_FILES: usize = 24;
/// As much text as a form without files may bring.
const MOST_TEXT: usize = 512 * 1024;
/// What a field weighs besides its name and its text: a form of millions of empty ones is refused too.
const FIELD_WEIGHT: usize = 32;

/// A form with texts and files, read whole.
#[derive(Debug, Default)]
pub struct Upload {
    texts: Vec<(String, String)>,
    /// What they weigh together.
    weight: usize,
    /// The files sent, in their order; empty ones left out.
    pub files: Vec<Uploaded>,
}

/// A file sent.
#[derive(Debug)]
pub struct Uploaded {
    /// The field it came in.
    pub field: String,
    /// The name it has where it comes from, without folders.
    pub name: String,
    /// Its bytes: hostile until proved otherwise.
    pub bytes: Bytes,
}

impl Upload {
    /// The text of a field; empty when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.texts.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text)
    }

    /// All texts of a repeated field.
    pub fn texts(&self, name: &str) -> Vec<&str> {
        self.texts.iter().filter(|(it, _)| it == name).map(|(_, text)| text.as_str()).collect()
    }

    /// Whether a field was sent.
    pub fn has(&self, name: &str) -> bool {
        self.texts.iter().any(|(it, _)| it == name)
    }
}

impl FromRequest<Site> for Upload {
    type Rejection = Failure;

    async fn from_request(mut request: Request, site: &Site) -> Result<Self, Failure> {
        DefaultBodyLimit::max(MOST_BYTES).apply(&mut request);
        let Ok(mut form) = Multipart::from_request(request, site).await else { return Err(Failure::invalid()) };
        let mut upload = Self::default();
        loop {
            match form.next_field().await {
                Ok(Some(field)) => upload.take(field).await?,
                Ok(None) => return Ok(upload),
                Err(_) => return Err(Failure::invalid()),
            }
        }
    }
}

impl Upload {
    async fn take(&mut self, field: Field<'_>) -> Result<(), Failure> {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file_name) = field.file_name().map(base_name) else {
            let Ok(text) = field.text().await else { return Err(Failure::too_large()) };
            self.weight += name.len() + text.len() + FIELD_WEIGHT;
            self.texts.push((name, text));
            return if self.weight > MOST_TEXT { Err(Failure::too_large()) } else { Ok(()) };
        };
        let Ok(bytes) = field.bytes().await else { return Err(Failure::too_large()) };
        if !bytes.is_empty() {
            self.files.push(Uploaded { field: name, name: file_name, bytes });
        }
        if self.files.len() > MOST_FILES { Err(Failure::too_large()) } else { Ok(()) }
    }
}

/// The text of a [`crate::component::RichEditor`] called `name`: the document of the editor, or the plain text where
/// scripts do not run.
///
/// # Errors
/// [`Error::Invalid`] beside `name` when it cannot be kept.
pub fn written(upload: &Upload, name: &'static str) -> Checked<Doc> {
    let document = richtext::written(upload.text(name), upload.text(&format!("{name}_json")));
    document.map_err(|refused| Error::invalid(name, refused.message()))
}
