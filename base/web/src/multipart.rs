//! Forms that carry files.

use crate::{Failure, Site};
use axum::extract::{FromRequest, Multipart, Request, multipart::Field};

/// A form with texts and files, read whole. The size of a request is limited by the router.
#[derive(Debug, Default)]
pub struct Upload {
    texts: Vec<(String, String)>,
    /// The files sent, in their order; empty ones left out.
    pub files: Vec<Uploaded>,
}

/// A file sent.
#[derive(Debug)]
pub struct Uploaded {
    /// The name it has where it comes from, without folders.
    pub name: String,
    /// Its bytes: hostile until proved otherwise.
    pub bytes: Vec<u8>,
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

    async fn from_request(request: Request, site: &Site) -> Result<Self, Failure> {
        let mut form = Multipart::from_request(request, site).await.map_err(|_| Failure::invalid())?;
        let mut upload = Self::default();
        while let Some(field) = form.next_field().await.map_err(|_| Failure::invalid())? {
            upload.take(field).await?;
        }
        Ok(upload)
    }
}

impl Upload {
    async fn take(&mut self, field: Field<'_>) -> Result<(), Failure> {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file_name) = field.file_name().map(base_name) else {
            let text = field.text().await.map_err(|_| Failure::too_large())?;
            self.texts.push((name, text));
            return Ok(());
        };
        let bytes = field.bytes().await.map_err(|_| Failure::too_large())?;
        if !bytes.is_empty() {
            self.files.push(Uploaded { name: file_name, bytes: bytes.to_vec() });
        }
        Ok(())
    }
}

fn base_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or_default().chars().filter(|it| !it.is_control()).take(120).collect()
}
