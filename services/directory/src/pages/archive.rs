//! The form of an import as it arrives: its archive goes to the passage, because it may be larger than memory.

use crate::{W, launch::Archive};
use axum::{
    extract::{
        Multipart,
        multipart::{Field, MultipartError},
    },
    http::StatusCode,
};
use commons::passage::Passage;
use db::{Error, Result};
use tokio::{fs::File, io::AsyncWriteExt};

/// What was sent.
#[derive(Debug, Default)]
pub(super) struct Sent {
    archive: Option<Archive>,
    texts: Vec<(String, String)>,
}

impl Sent {
    /// Reads the form to its end.
    pub(super) async fn receive(passage: &Passage, mut form: Multipart) -> Result<Self> {
        let mut sent = Self::default();
        while let Some(field) = form.next_field().await.map_err(|error| told(&error))? {
            match field.file_name().map(plain_name) {
                None => {
                    let name = field.name().unwrap_or_default().to_owned();
                    sent.texts.push((name, field.text().await.map_err(|error| told(&error))?));
                }
                // A file control left alone still sends a part.
                Some(name) if name.is_empty() => {}
                Some(name) => sent.archive = Some(store(passage, field, &name).await?),
            }
        }
        Ok(sent)
    }

    /// The text of a field; empty when it was not sent.
    pub(super) fn text(&self, name: &str) -> &str {
        self.texts.iter().find(|(it, _)| it == name).map_or("", |(_, text)| text.as_str())
    }

    /// Whether a box was ticked.
    pub(super) fn has(&self, name: &str) -> bool {
        self.texts.iter().any(|(it, _)| it == name)
    }

    /// The archive, which must be there.
    pub(super) fn take_archive(&mut self) -> Result<Archive> {
        self.archive.take().ok_or_else(|| Error::invalid("archive", W.archive_missing()))
    }
}

async fn store(passage: &Passage, mut field: Field<'_>, name: &str) -> Result<Archive> {
    let folder = tempfile::Builder::new().prefix("livraison-").tempdir_in(passage.path())?;
    let path = folder.path().join(name);
    let mut file = File::create(&path).await?;
    while let Some(bytes) = field.chunk().await.map_err(|error| told(&error))? {
        file.write_all(&bytes).await?;
    }
    file.flush().await?;
    Ok(Archive { folder, path })
}

/// A name without folders, dots in front or anything a file system could mind.
fn plain_name(sent: &str) -> String {
    let base = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = base.chars().filter(|it| it.is_alphanumeric() || matches!(it, '.' | '-' | '_')).take(60);
    plain.collect::<String>().trim_start_matches('.').to_owned()
}

fn told(error: &MultipartError) -> Error {
    let message = match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => W.archive_too_large(),
        _ => W.archive_cut_short(),
    };
    Error::invalid("archive", message)
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn an_archive_cannot_choose_its_folder() {
        assert_eq!(plain_name("../../etc/passwd"), "passwd");
        assert_eq!(plain_name("C:\\livraisons\\ENT 16.tgz"), "ENT16.tgz");
        assert_eq!(plain_name("..."), "");
    }
}
