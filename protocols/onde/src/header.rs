//! The first line: what the file is, and where each thing stands in a row.

use crate::Refusal;
use crate::columns::{Field, Kind, normalised};

/// A header that was understood.
pub(crate) struct Header {
    /// What the lines are.
    pub(crate) kind: Kind,
    /// The children of an adult: four columns or fewer, again and again under the same names.
    pub(crate) children: Vec<Block>,
    columns: Vec<Column>,
}

struct Column {
    name: String,
    /// The name without all that people change; nothing when the column is ignored.
    plain: String,
    field: Option<Field>,
}

/// Where the columns of one child stand.
#[derive(Default)]
pub(crate) struct Block(Vec<(Field, usize)>);

impl Header {
    /// Understands the names of columns.
    pub(crate) fn read(names: &[String], ignored: &[String]) -> Result<Self, Refusal> {
        let ignored: Vec<String> = ignored.iter().map(|it| normalised(it)).collect();
        let plain = |name: &String| Some(normalised(name)).filter(|it| !ignored.contains(it)).unwrap_or_default();
        let plain: Vec<String> = names.iter().map(plain).collect();
        let kind = Kind::of(&plain.iter().map(String::as_str).collect::<Vec<_>>()).ok_or(Refusal::NotAnExtraction)?;
        let columns: Vec<Column> = names
            .iter()
            .zip(plain)
            .map(|(name, plain)| Column { name: name.clone(), field: kind.field(&plain), plain })
            .collect();
        refuse_twice(kind, &columns)?;
        refuse_lacking(kind, &columns)?;
        refuse_unknown(&columns)?;
        Ok(Self { kind, children: blocks(&columns), columns })
    }

    /// How many cells a row should have.
    pub(crate) fn width(&self) -> usize {
        self.columns.len()
    }

    /// Where a thing stands.
    pub(crate) fn position(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// Everywhere a thing stands.
    pub(crate) fn positions(&self, field: Field) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, it)| it.field == Some(field)).map(|(index, _)| index)
    }

    /// The name of a column, as written.
    pub(crate) fn name(&self, position: usize) -> Option<String> {
        self.columns.get(position).map(|column| column.name.clone())
    }

    /// The columns, each with whether it is used.
    pub(crate) fn told(&self) -> Vec<(String, bool)> {
        let is_used = |field: Option<Field>| !matches!(field, None | Some(Field::Unused | Field::ChildUnused));
        let named = self.columns.iter().filter(|column| !column.name.is_empty());
        named.map(|column| (column.name.clone(), is_used(column.field))).collect()
    }
}

impl Block {
    /// Where a thing of this child stands.
    pub(crate) fn position(&self, field: Field) -> Option<usize> {
        self.0.iter().find(|(it, _)| *it == field).map(|(_, position)| *position)
    }
}

/// Two columns for one thing: which of them is right, nobody can tell.
fn refuse_twice(kind: Kind, columns: &[Column]) -> Result<(), Refusal> {
    for (rank, column) in columns.iter().enumerate() {
        let repeats = columns.iter().take(rank).any(|before| match column.field {
            None => false,
            Some(Field::Unused) => before.plain == column.plain,
            Some(field) => before.field == Some(field) && !may_repeat(kind, field),
        });
        if repeats {
            return Err(Refusal::Twice(column.name.clone()));
        }
    }
    Ok(())
}

/// Children come one after the other; so do the classes of a teacher.
fn may_repeat(kind: Kind, field: Field) -> bool {
    is_of_child(field) || field == Field::ChildUnused || (kind == Kind::Teachers && field == Field::Class)
}

fn is_of_child(field: Field) -> bool {
    matches!(field, Field::ChildLastName | Field::ChildUsageName | Field::ChildFirstName | Field::ChildClass)
}

fn refuse_lacking(kind: Kind, columns: &[Column]) -> Result<(), Refusal> {
    let is_there = |field: Field| columns.iter().any(|column| column.field == Some(field));
    let lacking: Vec<&str> =
        kind.needs().iter().filter(|(field, _)| !is_there(*field)).map(|(_, name)| *name).collect();
    if lacking.is_empty() { Ok(()) } else { Err(Refusal::Lacks(lacking)) }
}

fn refuse_unknown(columns: &[Column]) -> Result<(), Refusal> {
    let mut unknown: Vec<String> = Vec::new();
    for column in columns.iter().filter(|it| it.field.is_none() && !it.plain.is_empty()) {
        if !unknown.contains(&column.name) {
            unknown.push(column.name.clone());
        }
    }
    if unknown.is_empty() { Ok(()) } else { Err(Refusal::Unknown(unknown)) }
}

/// A child begins where a thing comes that the child before has already.
fn blocks(columns: &[Column]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (position, column) in columns.iter().enumerate() {
        let Some(field) = column.field.filter(|it| is_of_child(*it)) else { continue };
        if blocks.last().is_none_or(|block| block.position(field).is_some()) {
            blocks.push(Block::default());
        }
        if let Some(block) = blocks.last_mut() {
            block.0.push((field, position));
        }
    }
    blocks
}
