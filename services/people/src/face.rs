//! Faces. That of a pupil is kept by the teacher of the class, and shown where every adult responsible allowed the image inside the
//! school; that of an adult is theirs to show.

use bytes::Bytes;
use commons::{
    House,
    audit::{self, Action},
    file::{self, Files, Photo},
    hold,
    image_right::{Purpose, Register, State},
};
use db::{Error, FromRow, Result, Tx, Uuid, args, id_list};
use school::{Circle, PersonId, Viewer};
use std::collections::HashMap;

/// The size of photographs kept.
const SIZE: &str = "petit";
/// The year of the face of an adult: theirs does not end with the class.
const NO_YEAR: i64 = 0;

/// A face that is kept.
#[derive(Debug, Clone, FromRow)]
pub struct Face {
    /// Whose.
    pub person_id: PersonId,
    /// Which: another photograph has another.
    pub id: Uuid,
    /// The name of its file in the store.
    pub hash: String,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
}

impl Face {
    /// Where its bytes are.
    pub fn address(&self) -> String {
        // A new photograph has a new address: none is kept too long.
        format!("/annuaire/visages/{}?de={}", self.person_id, self.id.simple())
    }
}

/// The faces kept of some people. Those who may not see one are not shown its address.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, people: &[PersonId]) -> Result<HashMap<PersonId, Face>> {
    let rows: Vec<Face> = tx
        .all(
            "select person_id, id, hash, width, height from people_face \
             where person_id in (select unhex(value) from json_each($1))",
            args![id_list(people.iter().copied())],
        )
        .await?;
    Ok(rows.into_iter().map(|face| (face.person_id, face)).collect())
}

/// What the adults responsible for the pupils of a class allow of their faces.
///
/// # Errors
/// A fault of the database.
pub async fn rights(tx: &mut Tx, class: &Circle, pupils: &[PersonId]) -> Result<HashMap<PersonId, State>> {
    let register = Register::read(tx, class.school_id, class.year, pupils.iter().copied()).await?;
    Ok(pupils.iter().map(|pupil| (*pupil, register.state(*pupil, Purpose::School))).collect())
}

/// Reads a photograph and stores it; nothing when it is none this house can read. No connection to the database may be held
/// meanwhile.
///
/// # Errors
/// A fault of the store or of the encoder.
pub async fn receive(files: &Files, name: &str, bytes: Bytes) -> Result<Option<Photo>> {
    file::receive_size(files, name.to_owned(), bytes, SIZE).await
}

/// Keeps the face of a pupil of a class, in place of the one before. For those in charge of the class.
///
/// # Errors
/// [`Error::Forbidden`] where the image may not be used; a fault of the database.
pub async fn keep_of_pupil(
    tx: &mut Tx,
    house: &House,
    viewer: &Viewer,
    class: &Circle,
    pupil: PersonId,
    photo: &Photo,
) -> Result<()> {
    let rights = rights(tx, class, &[pupil]).await?;
    if rights.get(&pupil) != Some(&State::Yes) {
        return Err(Error::Forbidden);
    }
    keep(tx, house, viewer, pupil, class.year, photo).await?;
    audit::write(tx, Some(viewer.account), Action::FaceChanged, Some(pupil.to_string()), Some("kept")).await
}

/// Takes the face of a pupil away. For those in charge of the class.
///
/// # Errors
/// [`Error::NotFound`] when there is none; a fault of the database.
pub async fn remove_of_pupil(tx: &mut Tx, house: &House, viewer: &Viewer, pupil: PersonId) -> Result<()> {
    if !remove(tx, house, pupil).await? {
        return Err(Error::NotFound);
    }
    audit::write(tx, Some(viewer.account), Action::FaceChanged, Some(pupil.to_string()), Some("removed")).await
}

/// Keeps the face of an adult for the persons of the account.
///
/// # Errors
/// A fault of the database.
pub async fn keep_own(tx: &mut Tx, house: &House, viewer: &Viewer, people: &[PersonId], photo: &Photo) -> Result<()> {
    for person in people {
        keep(tx, house, viewer, *person, NO_YEAR, photo).await?;
    }
    Ok(())
}

async fn keep(tx: &mut Tx, house: &House, viewer: &Viewer, person: PersonId, year: i64, photo: &Photo) -> Result<()> {
    let (hash, width, height) = photo.kept(SIZE).ok_or_else(|| Error::fault("a photograph without size"))?;
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    // The new one is held before the one before is let go: it may be the same file.
    hold::hold(tx, hash, id).await?;
    remove(tx, house, person).await?;
    tx.change(
        "insert into people_face (person_id, id, hash, width, height, year, kept_at, kept_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![person, id, hash, width, height, year, now, viewer.account],
    )
    .await
}

/// Takes a face away with its bytes; tells whether there was one.
///
/// # Errors
/// A fault of the store or of the database.
pub async fn remove(tx: &mut Tx, house: &House, person: PersonId) -> Result<bool> {
    let removed: Option<Uuid> =
        tx.value("delete from people_face where person_id = $1 returning id", args![person]).await?;
    let Some(id) = removed else { return Ok(false) };
    hold::release(tx, house, id).await?;
    Ok(true)
}
