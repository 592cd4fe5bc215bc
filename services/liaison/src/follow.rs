//! The follow-up of a mot: children in rows, adults in columns, and for each what the ledger says.

use crate::{
    child::{self, Aimed, Guardian},
    mot::Mot,
    terms::Acts,
};
use commons::receipt::{self, Channel, Receipt};
use db::{Moment, Result, Tx};
use school::PersonId;

/// How a mot stands with one adult for one child: four plain states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Not opened.
    Unread,
    /// Opened.
    Read,
    /// Signed, confirmed or answered.
    Signed,
    /// Came back on paper.
    Paper,
}

/// One adult of a row.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The adult.
    pub adult: PersonId,
    /// The whole name.
    pub name: String,
    /// The state.
    pub standing: Standing,
    /// When it came into this state.
    pub at: Option<Moment>,
    /// The answer given.
    pub answer: Option<String>,
    /// The version signed, when something was.
    pub version: Option<i64>,
    /// Who entered what came on paper, and when.
    pub entered: Option<(PersonId, Moment)>,
    /// Whether something is still awaited from this adult.
    pub awaited: bool,
}

/// One child.
#[derive(Debug, Clone)]
pub struct Row {
    /// The child with its code.
    pub child: Aimed,
    /// The adults in the order of contact.
    pub cells: Vec<Cell>,
    /// What came back on a slip that does not say which adult signed.
    pub unsaid: Option<Cell>,
    /// Whether all that was asked for the child is done.
    pub done: bool,
}

/// The grid.
#[derive(Debug, Clone)]
pub struct Grid {
    /// The rows in the order of the children's names.
    pub rows: Vec<Row>,
}

impl Grid {
    /// Reads the grid of a mot. For those who manage it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, mot: &Mot) -> Result<Self> {
        let children = child::of(tx, &mot.thing, mot.target).await?;
        let guardians = child::guardians_of(tx, &mot.thing).await?;
        let receipts = receipt::of(tx, mot.thing.id, mot.asked_version).await?;
        let rows = children.into_iter().map(|child| row(mot, child, &guardians, &receipts));
        // Whoever left without a word is awaited no more; what somebody signed stays.
        Ok(Self { rows: rows.filter(|row| row.child.present || row.has_answer()).collect() })
    }

    /// How many adults the row with the most of them has.
    pub fn columns(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// For how many children all is done.
    pub fn done(&self) -> i64 {
        count(self.rows.iter().filter(|row| row.done))
    }

    /// How many children there are.
    pub fn all(&self) -> i64 {
        count(&self.rows)
    }

    /// How many adults stand at a state, slips without a name included.
    pub fn at(&self, standing: Standing) -> i64 {
        let cells = self.rows.iter().flat_map(|row| row.cells.iter().chain(&row.unsaid));
        count(cells.filter(|cell| cell.standing == standing))
    }

    /// How many adults gave an answer.
    pub fn answered(&self, answer: &str) -> i64 {
        let cells = self.rows.iter().flat_map(|row| row.cells.iter().chain(&row.unsaid));
        count(cells.filter(|cell| cell.answer.as_deref() == Some(answer)))
    }
}

impl Row {
    fn has_answer(&self) -> bool {
        self.cells.iter().chain(&self.unsaid).any(|cell| cell.standing >= Standing::Signed)
    }
}

fn count(items: impl IntoIterator) -> i64 {
    i64::try_from(items.into_iter().count()).unwrap_or(i64::MAX)
}

fn row(mot: &Mot, child: Aimed, guardians: &[Guardian], receipts: &[Receipt]) -> Row {
    let of_child: Vec<&Receipt> = receipts.iter().filter(|it| it.child_id == child.child_id).collect();
    let mut cells: Vec<Cell> = Vec::new();
    for guardian in guardians.iter().filter(|it| it.child_id == child.child_id) {
        cells.push(cell(guardian.adult_id, guardian.full(), &of_child));
    }
    let unsaid = Some(cell(child.child_id, String::new(), &of_child)).filter(|it| it.standing >= Standing::Signed);
    let done = is_done(mot.terms.acts, child.named_adult, &cells, unsaid.is_some());
    let asks = mot.terms.reply.asks();
    for cell in &mut cells {
        let named = mot.terms.acts != Acts::Named || child.named_adult.is_none_or(|named| named == cell.adult);
        cell.awaited = asks && !done && named && cell.standing < Standing::Signed;
    }
    Row { child, cells, unsaid, done: asks && done }
}

/// What the receipts of a child say of one adult: the last thing done, else the first opening.
fn cell(adult: PersonId, name: String, receipts: &[&Receipt]) -> Cell {
    let own: Vec<&&Receipt> = receipts.iter().filter(|it| it.adult_id == adult).collect();
    let signed = own.iter().rev().find(|it| it.signed_at.is_some());
    let opened = own.iter().filter_map(|it| it.opened_at).min();
    let standing = match (signed, opened) {
        (Some(it), _) if it.channel == Channel::Paper => Standing::Paper,
        (Some(_), _) => Standing::Signed,
        (None, Some(_)) => Standing::Read,
        (None, None) => Standing::Unread,
    };
    Cell {
        adult,
        name,
        standing,
        at: signed.and_then(|it| it.signed_at).or(opened),
        answer: signed.and_then(|it| it.answer.clone()),
        version: signed.map(|it| it.version),
        entered: signed.and_then(|it| it.entered_by.zip(it.entered_at)),
        awaited: false,
    }
}

/// Whether all that is asked for a child is done.
fn is_done(acts: Acts, named: Option<PersonId>, cells: &[Cell], unsaid: bool) -> bool {
    let signed = |cell: &Cell| cell.standing >= Standing::Signed;
    match (acts, named) {
        (Acts::One, _) | (Acts::Named, None) => unsaid || cells.iter().any(signed),
        (Acts::Named, Some(adult)) => unsaid || cells.iter().any(|cell| cell.adult == adult && signed(cell)),
        // Of a child without any adult in the directory, a slip is all that can come back.
        (Acts::Each, _) if cells.is_empty() => unsaid,
        (Acts::Each, _) => cells.iter().all(signed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    fn id(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn at(adult: u128, standing: Standing) -> Cell {
        Cell {
            adult: id(adult),
            name: String::new(),
            standing,
            at: None,
            answer: None,
            version: None,
            entered: None,
            awaited: false,
        }
    }

    #[test]
    fn who_must_act_decides_when_a_child_is_done() {
        use Standing::*;
        let both = |one, other| [at(2, one), at(3, other)];
        for (acts, named, cells, unsaid, done) in [
            (Acts::One, None, both(Signed, Unread), false, true),
            (Acts::One, None, both(Read, Unread), false, false),
            (Acts::One, None, both(Unread, Unread), true, true),
            (Acts::Each, None, both(Signed, Read), false, false),
            (Acts::Each, None, both(Signed, Paper), false, true),
            (Acts::Each, None, both(Read, Unread), true, false),
            (Acts::Named, Some(id(3)), both(Signed, Read), false, false),
            (Acts::Named, Some(id(3)), both(Unread, Signed), false, true),
        ] {
            assert_eq!(is_done(acts, named, &cells, unsaid), done, "{acts:?} {cells:?}");
        }
        assert!(!is_done(Acts::Each, None, &[], false));
    }
}
