//! Coupons: a mot on paper for each child, with a code that comes back.
//!
//! A code says which mot, which child and which version, and names nobody. Two signs of it are a seal only this house makes:
//! a code read wrong, or made up, is refused rather than taken for another child's.

use crate::{
    W,
    child::Aimed,
    follow::{Grid, Row},
    mot::Mot,
    terms::{Acts, Reply},
    version,
};
use commons::{House, ThingId};
use db::{Moment, Result, Tx, args};
use school::{Circle, PersonId, School, person};
use web::dates;

/// Signs nobody takes for one another on paper; those of the children's codes.
const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Signs that stand for the mot, for the child, for the seal; between the last two, one for the version.
const MOT: usize = 4;
const CHILD: usize = 4;
const SEAL: usize = 2;

/// A code as it is on a coupon, or the part of it that stands for the child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The child's code within its mot.
    pub child: String,
    rest: Option<Rest>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rest {
    mot: String,
    version: i64,
    seal: String,
}

/// Whom coupons are printed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// The children no adult of whom has an account in use.
    WithoutAccount,
    /// The children for whom something is awaited.
    Awaited,
    /// All of them.
    All,
}

/// The code of a child's coupon for a version of a mot.
pub fn code(house: &House, mot: ThingId, child: &str, version: i64) -> String {
    format!("{}{child}{}{}", mark(house, mot), sign_of(version), seal(house, mot, child, version))
}

impl Code {
    /// Reads what a QR code held, or what somebody typed: blanks, hyphens and small letters do not matter.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_uppercase();
        let text = text.strip_prefix(pdf::Slip::PREFIX).unwrap_or(&text);
        let signs: String = text.chars().filter(|it| !it.is_whitespace() && *it != '-').collect();
        if !signs.bytes().all(|sign| SIGNS.contains(&sign)) {
            return None;
        }
        match signs.len() {
            CHILD => Some(Self { child: signs, rest: None }),
            length if length == MOT + CHILD + 1 + SEAL => {
                let (mot, after) = signs.split_at(MOT);
                let (child, after) = after.split_at(CHILD);
                let (version, seal) = after.split_at(1);
                let rest = Rest { mot: mot.to_owned(), version: number_of(version)?, seal: seal.to_owned() };
                Some(Self { child: child.to_owned(), rest: Some(rest) })
            }
            _ => None,
        }
    }

    /// Whether it was made by this house for this mot. The part of the child alone says nothing against it.
    pub fn is_of(&self, house: &House, mot: ThingId) -> bool {
        self.rest
            .as_ref()
            .is_none_or(|rest| rest.mot == mark(house, mot) && rest.seal == seal(house, mot, &self.child, rest.version))
    }

    /// The version that was printed, where the code says it.
    pub fn version(&self) -> Option<i64> {
        self.rest.as_ref().map(|rest| rest.version)
    }
}

fn mark(house: &House, mot: ThingId) -> String {
    signs(&house.derive("coupon.mot", &mot.to_string())[..MOT])
}

fn seal(house: &House, mot: ThingId, child: &str, version: i64) -> String {
    signs(&house.derive("coupon.seal", &format!("{mot} {child} {version}"))[..SEAL])
}

fn signs(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect()
}

/// The sign of a version; nobody changes a mot thirty times.
fn sign_of(version: i64) -> char {
    let rank = usize::try_from(version - 1).unwrap_or(0).min(SIGNS.len() - 1);
    char::from(SIGNS[rank])
}

fn number_of(sign: &str) -> Option<i64> {
    let rank = SIGNS.iter().position(|it| sign.as_bytes() == [*it])?;
    i64::try_from(rank + 1).ok()
}

/// The children of a mot coupons are printed for, in the order of their names. For those who manage it.
///
/// # Errors
/// A fault of the database.
pub async fn chosen(tx: &mut Tx, mot: &Mot, whom: Whom) -> Result<Vec<Row>> {
    let mut rows = Grid::of(tx, mot).await?.rows;
    rows.retain(|row| row.child.present);
    match whom {
        Whom::All => {}
        Whom::Awaited => rows.retain(|row| !row.done),
        Whom::WithoutAccount => {
            let reached = with_account(tx, mot).await?;
            rows.retain(|row| !row.done && row.cells.iter().all(|cell| !reached.contains(&cell.adult)));
        }
    }
    Ok(rows)
}

/// The adults of the children of a mot who have chosen a password once.
async fn with_account(tx: &mut Tx, mot: &Mot) -> Result<Vec<PersonId>> {
    tx.column(
        "select distinct g.adult_id from mot_child c \
         join guardianship g on g.child_id = c.child_id and g.until is null \
         join account_person h on h.person_id = g.adult_id \
         join account a on a.id = h.account_id and a.activated_at is not null \
         where c.thing_id = $1 and c.school_id = $2",
        args![mot.thing.id, mot.thing.school_id],
    )
    .await
}

/// What is printed: the mot, and the coupon of each child.
///
/// # Errors
/// A fault of the database.
pub async fn printed(tx: &mut Tx, house: &House, mot: &Mot, rows: &[Row]) -> Result<(pdf::Mot, Vec<pdf::Slip>)> {
    let school = School::load(tx, mot.thing.school_id).await?;
    let class = Circle::load(tx, mot.thing.circle_id).await?;
    let versions = version::of(tx, mot).await?;
    let last = versions.last();
    let mut paragraphs = lines(&mot.body.to_plain());
    if let Some(pieces) = last.map(|it| it.pieces.join(", ")).filter(|it| !it.is_empty()) {
        paragraphs.push(W.slip_pieces(pieces));
    }
    let today = tx.now().day();
    let printed = pdf::Mot {
        school: school.name,
        title: mot.thing.title.clone(),
        from: last.map(|it| from(&it.changed_by, it.changed_at, it.number)).unwrap_or_default(),
        paragraphs,
        due: mot.terms.due.map(|day| W.slip_due(dates::day_from(day, today))),
        reply: reply(mot),
    };
    let slips = rows.iter().map(|row| pdf::Slip {
        child: short(&row.child),
        class: class.name.clone(),
        signers: signers(mot, row),
        code: code(house, mot.thing.id, &row.child.code, mot.version),
    });
    Ok((printed, slips.collect()))
}

/// « Zoé M. ».
pub(crate) fn short(child: &Aimed) -> String {
    person::short(&child.first_name, &child.last_name)
}

/// The paragraphs of a plain text.
pub(crate) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).filter(|line| !line.trim().is_empty()).collect()
}

fn from(author: &str, at: Moment, version: i64) -> String {
    let day = dates::date(at.day());
    if version > 1 { W.slip_from_version(author, day, version) } else { W.slip_from(author, day) }
}

fn reply(mot: &Mot) -> pdf::Reply {
    match mot.terms.reply {
        Reply::None => pdf::Reply::Nothing,
        Reply::Read => pdf::Reply::Read,
        Reply::Sign => pdf::Reply::Sign,
        Reply::Choose => pdf::Reply::Choice(mot.terms.choices.clone()),
        Reply::Text => pdf::Reply::Text,
    }
}

/// Those who have a line of their own to sign on; nobody where one adult is enough.
fn signers(mot: &Mot, row: &Row) -> Vec<String> {
    let asked = |adult: PersonId| match mot.terms.acts {
        Acts::One => false,
        Acts::Each => true,
        Acts::Named => row.child.named_adult == Some(adult),
    };
    let cells = row.cells.iter().filter(|cell| asked(cell.adult) && (cell.awaited || row.done));
    cells.map(|cell| cell.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_however_they_are_typed() {
        for (text, child, version) in [
            ("PREAU1:K7M2PQ4XBH9", "PQ4X", Some(2)),
            (" k7m2 pq4x bh9 ", "PQ4X", Some(2)),
            ("K7M2-PQ4X-AH9", "PQ4X", Some(1)),
            ("pq4x", "PQ4X", None),
        ] {
            let code = Code::read(text).map(|it| (it.child.clone(), it.version()));
            assert_eq!(code, Some((child.to_owned(), version)), "{text}");
        }
        for text in ["", "PQ4", "K7M2PQ4XBH", "K7M2PQ4XBH99", "PQ0X", "PQÉX", "https://example.org"] {
            assert_eq!(Code::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_version_has_its_sign() {
        for version in 1..=32 {
            assert_eq!(number_of(&sign_of(version).to_string()), Some(version));
        }
        assert_eq!((sign_of(0), sign_of(40)), ('A', '9'));
    }
}
