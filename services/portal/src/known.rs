//! The files of a site that a form names.

use crate::{file::Picture, site::SiteId};
use commons::paper::{self, Paper};
use db::{Result, Tx, Uuid, args, id_list};

/// The photographs and documents of a site that a form names.
#[derive(Debug, Default)]
pub struct Known {
    pictures: Vec<Picture>,
    documents: Vec<Paper>,
}

/// Those of some files that are the site's. For those who loaded its desk.
///
/// # Errors
/// A fault of the database.
pub async fn known(tx: &mut Tx, site: SiteId, files: &[Uuid]) -> Result<Known> {
    if files.is_empty() {
        return Ok(Known::default());
    }
    let pictures = tx
        .all(
            "select id, hash, width, height from portal_picture where site_id = $1 \
             and id in (select unhex(value) from json_each($2))",
            args![site, id_list(files.iter().copied())],
        )
        .await?;
    let mut documents = paper::about(tx, site.0).await?;
    documents.retain(|it| files.contains(&it.id.0));
    Ok(Known { pictures, documents })
}

impl Known {
    /// A photograph of the site.
    pub fn picture(&self, file: Uuid) -> Option<&Picture> {
        self.pictures.iter().find(|it| it.id.0 == file)
    }

    /// Whether it is a document of the site.
    pub fn has_document(&self, file: Uuid) -> bool {
        self.documents.iter().any(|it| it.id.0 == file)
    }

    /// The name a document came with.
    pub fn document_name(&self, file: Uuid) -> Option<&str> {
        self.documents.iter().find(|it| it.id.0 == file).map(|it| it.name.as_str())
    }
}
