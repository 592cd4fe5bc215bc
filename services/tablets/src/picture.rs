//! Thirty pictures, and the code of three of them in an order.
//!
//! 27,000 possibilities are little (domain.md §4): they are only asked for on a device of the class, beside a teacher, and five
//! mistakes close them for ten minutes. What is kept is a digest under the house's secret: without it the table tells nothing.

use crate::{
    W,
    code::{mark, year_end},
};
use commons::{House, secret::same};
use db::{Moment, Result, Tx, args};
use school::PersonId;

/// How many pictures a code has.
pub(crate) const LENGTH: usize = 3;
/// How many mistakes in a row are forgiven but the last.
const MOST_MISTAKES: i64 = 5;
/// For how long pictures are closed after them.
const LOCKED_SECONDS: i64 = 600;

/// The animals, which stand for pupils on the wall too.
pub(crate) const ANIMALS: &[&str] = &[
    "chat",
    "chien",
    "lapin",
    "poisson",
    "oiseau",
    "papillon",
    "escargot",
    "tortue",
    "ours",
    "souris",
    "abeille",
    "coccinelle",
];

/// A picture: its drawing, its word.
pub(crate) type Picture = (&'static str, fn() -> &'static str);

/// All pictures, in the order they are always shown.
pub(crate) const ALL: &[Picture] = &[
    ("chat", || W.picture_cat()),
    ("arbre", || W.picture_tree()),
    ("soleil", || W.picture_sun()),
    ("maison", || W.picture_house()),
    ("chien", || W.picture_dog()),
    ("ballon", || W.picture_ball()),
    ("fleur", || W.picture_flower()),
    ("bateau", || W.picture_boat()),
    ("lapin", || W.picture_rabbit()),
    ("lune", || W.picture_moon()),
    ("pomme", || W.picture_apple()),
    ("voiture", || W.picture_car()),
    ("poisson", || W.picture_fish()),
    ("etoile", || W.picture_star()),
    ("gateau", || W.picture_cake()),
    ("oiseau", || W.picture_bird()),
    ("parapluie", || W.picture_umbrella()),
    ("papillon", || W.picture_butterfly()),
    ("velo", || W.picture_bicycle()),
    ("escargot", || W.picture_snail()),
    ("cle", || W.picture_key()),
    ("tortue", || W.picture_turtle()),
    ("nuage", || W.picture_cloud()),
    ("ours", || W.picture_bear()),
    ("cerise", || W.picture_cherry()),
    ("livre", || W.picture_book()),
    ("souris", || W.picture_mouse()),
    ("chapeau", || W.picture_hat()),
    ("abeille", || W.picture_bee()),
    ("coccinelle", || W.picture_ladybird()),
];

/// What comes of three pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tried {
    /// They are the right ones.
    Right,
    /// They are not; which one is wrong is not said.
    Wrong,
    /// Closed for a while.
    Locked,
    /// None were given.
    Nothing,
}

/// The picture of a name.
pub(crate) fn find(name: &str) -> Option<Picture> {
    ALL.iter().copied().find(|picture| picture.0 == name)
}

/// Three different pictures by chance.
pub(crate) fn draw(tx: &Tx) -> Vec<&'static str> {
    let mut drawn: Vec<&'static str> = Vec::new();
    while drawn.len() < LENGTH {
        let number = u32::from_be_bytes(tx.ambient().dice.bytes::<4>());
        let picture = usize::try_from(number).unwrap_or(0) % ALL.len();
        let name = ALL[picture].0;
        if !drawn.contains(&name) {
            drawn.push(name);
        }
    }
    drawn
}

/// Gives a pupil three pictures until the end of the year; those before are void. For whoever loaded the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn give(tx: &mut Tx, house: &House, pupil: PersonId, pictures: &[&str]) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into tablet_pupil (person_id, pictures, pictures_until, failures, changed_at) values ($1, $2, $3, 0, $4) \
         on conflict (person_id) do update set pictures = excluded.pictures, pictures_until = excluded.pictures_until, \
         failures = 0, locked_until = null, changed_at = excluded.changed_at",
        args![pupil, digest(house, pupil, pictures), year_end(now), now],
    )
    .await
}

/// Takes the pictures of a pupil back. For whoever loaded the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn take_back(tx: &mut Tx, pupil: PersonId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "update tablet_pupil set pictures = null, pictures_until = null, failures = 0, locked_until = null, \
         changed_at = $2 where person_id = $1",
        args![pupil, now],
    )
    .await
}

/// Opens the pictures of a pupil that mistakes had closed. For whoever loaded the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn unlock(tx: &mut Tx, pupil: PersonId) -> Result<()> {
    tx.change("update tablet_pupil set failures = 0, locked_until = null where person_id = $1", args![pupil]).await
}

/// Chooses the animal that stands for a pupil. For whoever loaded the class.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn choose_animal(tx: &mut Tx, pupil: PersonId, animal: &str) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into tablet_pupil (person_id, animal, failures, changed_at) values ($1, $2, 0, $3) \
         on conflict (person_id) do update set animal = excluded.animal, changed_at = excluded.changed_at",
        args![pupil, animal, now],
    )
    .await
}

/// The code of a pupil as it is kept: its digest, until when it serves, until when it is closed.
type KeptCode = (Option<Vec<u8>>, Option<Moment>, Option<Moment>);

/// Tries three pictures; mistakes are counted in the same transaction.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn attempt(tx: &mut Tx, house: &House, pupil: PersonId, pictures: &[&str]) -> Result<Tried> {
    let now = tx.now();
    // Written to be read: of many tries sent at once, each waits for the one before, and finds what it left closed.
    let row: Option<KeptCode> = tx
        .first(
            "update tablet_pupil set failures = failures where person_id = $1 \
             returning pictures, pictures_until, locked_until",
            args![pupil],
        )
        .await?;
    let (kept, until, locked) = row.unwrap_or_default();
    let Some(kept) = kept.filter(|_| until.is_some_and(|until| until > now)) else {
        return Ok(Tried::Nothing);
    };
    if locked.is_some_and(|until| until > now) {
        return Ok(Tried::Locked);
    }
    if same(&kept, &digest(house, pupil, pictures)) {
        unlock(tx, pupil).await?;
        return Ok(Tried::Right);
    }
    note_mistake(tx, pupil).await
}

async fn note_mistake(tx: &mut Tx, pupil: PersonId) -> Result<Tried> {
    let now = tx.now();
    let failures: i64 = tx
        .one_value(
            "update tablet_pupil set failures = failures + 1 where person_id = $1 returning failures",
            args![pupil],
        )
        .await?;
    if failures < MOST_MISTAKES {
        return Ok(Tried::Wrong);
    }
    tx.change(
        "update tablet_pupil set failures = 0, locked_until = $2 where person_id = $1",
        args![pupil, now.plus_seconds(LOCKED_SECONDS)],
    )
    .await?;
    Ok(Tried::Locked)
}

/// The digest holds whose they are: two pupils with the same pictures have two digests.
fn digest(house: &House, pupil: PersonId, pictures: &[&str]) -> Vec<u8> {
    mark(house, "tablet-pictures", &format!("{pupil}:{}", pictures.join(".")))
}

#[cfg(test)]
mod tests {
    use super::{ALL, ANIMALS, find};

    #[test]
    fn there_are_thirty_pictures_each_with_its_own_word_and_animals_among_them() {
        let mut names: Vec<&str> = ALL.iter().map(|picture| picture.0).collect();
        let mut words: Vec<&str> = ALL.iter().map(|picture| (picture.1)()).collect();
        for list in [&mut names, &mut words] {
            list.sort_unstable();
            list.dedup();
            assert_eq!(list.len(), 30);
        }
        assert!(ANIMALS.iter().all(|name| find(name).is_some()));
    }
}
