//! The photographs of a post: read, kept in several sizes, described, put in order.

use crate::W;
use bytes::Bytes;
use commons::{
    Thing,
    file::{self, FileId, Files, Photo, Picture},
};
use db::{Problems, Result, Tx, args};
use school::PersonId;

/// The most photographs of one post (product.md §3.6).
pub const MOST: usize = 20;
/// The longest description kept, in characters.
const LONGEST_ALT: usize = 300;

/// A file as a form sent it: hostile until it was read as a picture.
#[derive(Debug)]
pub struct Sent {
    /// Its name where it comes from.
    pub name: String,
    /// What it shows, in the author's words.
    pub alt: String,
    /// Its bytes.
    pub bytes: Bytes,
}

/// What became of the files of a form.
#[derive(Debug, Default)]
pub struct Received {
    /// Those read and stored, ready to be attached.
    pub photos: Vec<Photo>,
    /// The names of those that are no picture this house can read.
    unreadable: Vec<String>,
    /// Whether there were too many to read any.
    too_many: bool,
    /// How many photographs the post keeps besides.
    kept: usize,
}

impl Received {
    /// Whether the post will show any photograph.
    pub fn any(&self) -> bool {
        self.kept + self.photos.len() > 0
    }

    /// Whether every file was read. A post is never saved with a photograph missing.
    pub(crate) fn check(&self, problems: &mut Problems) {
        problems.require(!self.too_many, "photos", W.photos_too_many());
        problems.require(self.unreadable.is_empty(), "photos", W.photos_unreadable(self.unreadable.join(", ")));
    }
}

/// Reads and stores the files of a form, for a post that keeps `kept` photographs already. No connection to the
/// database may be held meanwhile: twenty photographs take seconds.
///
/// # Errors
/// A fault of the store or of the encoder.
pub async fn receive(files: &Files, kept: usize, sent: Vec<Sent>) -> Result<Received> {
    let mut received = Received { kept, too_many: kept + sent.len() > MOST, ..Received::default() };
    if received.too_many {
        return Ok(received);
    }
    for Sent { name, alt, bytes } in sent {
        match file::receive(files, name.clone(), clean_alt(&alt), bytes).await? {
            Some(photo) => received.photos.push(photo),
            None => received.unreadable.push(name),
        }
    }
    Ok(received)
}

/// What a form changes in the photographs a post already has.
#[derive(Debug, Default)]
pub struct Revision {
    /// Those taken away.
    pub removed: Vec<FileId>,
    /// New descriptions.
    pub described: Vec<(FileId, String)>,
}

/// The photographs of a post in a size of `commons::photo::SIZES`, in their order. For those who already loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, thing: &Thing, size: &str) -> Result<Vec<Picture>> {
    file::pictures(tx, thing.id, size).await
}

/// How many photographs of a post have no description.
///
/// # Errors
/// A fault of the database.
pub async fn undescribed(tx: &mut Tx, thing: &Thing) -> Result<i64> {
    tx.count("select count(*) as n from attachment where thing_id = $1 and alt = ''", args![thing.id]).await
}

/// Takes away, describes, then adds at the end.
pub(crate) async fn revise(
    tx: &mut Tx,
    thing: &Thing,
    owner: PersonId,
    revision: &Revision,
    added: &[Photo],
) -> Result<()> {
    for file in &revision.removed {
        file::detach(tx, thing.id, *file).await?;
    }
    for (file, alt) in &revision.described {
        describe(tx, thing, *file, &clean_alt(alt)).await?;
    }
    let first_free = tx
        .count("select coalesce(max(position), 0) + 1 as n from attachment where thing_id = $1", args![thing.id])
        .await?;
    for (position, photo) in (first_free..).zip(added) {
        file::attach(tx, thing.school_id, owner, thing.id, position, photo).await?;
    }
    Ok(())
}

async fn describe(tx: &mut Tx, thing: &Thing, file: FileId, alt: &str) -> Result<()> {
    tx.change("update attachment set alt = $3 where thing_id = $1 and file_id = $2", args![thing.id, file, alt]).await
}

/// One line, of a bearable length.
fn clean_alt(alt: &str) -> String {
    let line = alt.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().take(LONGEST_ALT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_one_line() {
        assert_eq!(clean_alt("  La mare\r\n au printemps "), "La mare au printemps");
        assert_eq!(clean_alt(&"é".repeat(400)).chars().count(), LONGEST_ALT);
    }

    #[test]
    fn a_file_that_is_no_picture_is_named() {
        let received = Received { unreadable: vec!["sortie.heic".to_owned()], ..Received::default() };
        let mut problems = Problems::default();
        received.check(&mut problems);
        assert!(problems.of("photos").is_some_and(|it| it.contains("sortie.heic")));
        assert!(!received.any());
    }
}
