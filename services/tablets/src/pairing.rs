//! The code of six figures by which a device asks to be one of a class: typed on the device, shown on the teacher's screen for
//! ten minutes, good once. Guessing one opens nothing: the teacher says yes to the device first.

use crate::{class::Class, code};
use commons::House;
use db::{FromRow, Moment, Result, Tx, Uuid, args};
use school::{AccountId, CircleId, SchoolId, Viewer};

/// How long a code is shown.
const SECONDS: i64 = 600;
/// How many times a code somebody else has now is drawn again.
const MOST_DRAWS: usize = 10;

/// What a code stands for.
#[derive(Debug, Clone, FromRow)]
pub(crate) struct Pairing {
    /// The school of the class.
    pub(crate) school_id: SchoolId,
    /// The class.
    pub(crate) circle_id: CircleId,
    /// Whether the device is to last the year.
    pub(crate) year_long: bool,
    /// Which teacher shows it.
    pub(crate) by_id: AccountId,
    /// How the teacher called the device; nothing when its system is to name it.
    pub(crate) name: Option<String>,
}

/// Draws the code of a class; the one shown before is void.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn open(
    tx: &mut Tx,
    house: &House,
    class: &Class,
    viewer: &Viewer,
    name: &str,
    year_long: bool,
) -> Result<()> {
    let now = tx.now();
    let (circle, school) = (class.circle.id, class.circle.school_id);
    tx.change("delete from tablet_pairing where circle_id = $1 and school_id = $2", args![circle, school]).await?;
    let id = draw(tx, house).await?;
    tx.change(
        "insert into tablet_pairing (id, school_id, circle_id, mark, year_long, by_id, until, name) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            id,
            school,
            circle,
            mark(house, &figures(house, id)),
            year_long,
            viewer.account,
            now.plus_seconds(SECONDS),
            Some(name.trim().to_owned()).filter(|name| !name.is_empty())
        ],
    )
    .await
}

/// An identifier whose code nobody shows now.
async fn draw(tx: &mut Tx, house: &House) -> Result<Uuid> {
    let now = tx.now();
    let mut id: Uuid = tx.id();
    for _ in 0..MOST_DRAWS {
        let taken = tx
            .count(
                "select count(*) as n from tablet_pairing where mark = $1 and until > $2 and school_id is not null",
                args![mark(house, &figures(house, id)), now],
            )
            .await?;
        if taken == 0 {
            break;
        }
        id = tx.id();
    }
    Ok(id)
}

/// The code a class shows now, and until when.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn shown(tx: &mut Tx, house: &House, class: &Class) -> Result<Option<(String, Moment)>> {
    let found: Option<(Uuid, Moment)> = tx
        .first(
            "select id, until from tablet_pairing \
             where circle_id = $1 and school_id = $2 and used_at is null and until > $3",
            args![class.circle.id, class.circle.school_id, tx.now()],
        )
        .await?;
    Ok(found.map(|(id, until)| (figures(house, id), until)))
}

/// Uses a code that was typed; nothing when it is none.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn take(tx: &mut Tx, house: &House, typed: &str) -> Result<Option<Pairing>> {
    let now = tx.now();
    tx.first(
        "update tablet_pairing set used_at = $2 where mark = $1 and used_at is null and until > $2 \
         returning school_id, circle_id, year_long, by_id, name",
        args![mark(house, &code::normalized(typed)), now],
    )
    .await
}

fn figures(house: &House, id: Uuid) -> String {
    let number = u128::from_be_bytes(house.derive("tablet-pairing", &id.to_string())) % 1_000_000;
    format!("{number:06}")
}

fn mark(house: &House, code: &str) -> Vec<u8> {
    code::mark(house, "tablet-pairing-mark", code)
}
