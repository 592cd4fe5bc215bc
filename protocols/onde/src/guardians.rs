//! Lines of adults responsible for pupils.

use std::collections::HashSet;

use crate::columns::{Field, normalised};
use crate::couple;
use crate::header::{Block, Header};
use crate::line::Line;
use crate::table::Row;
use crate::{Child, Content, Guardian, Problem, Remark, value};

/// How many rows are persons: a second table, of organisations, may follow under a header of its own.
pub(crate) fn persons(rows: &[Row]) -> usize {
    let begins_organisations = |row: &Row| {
        let first = row.cells.get(0).map(normalised);
        first.is_some_and(|it| it == "intitule" || it == "adresseorganisme")
    };
    rows.iter().position(begins_organisations).unwrap_or(rows.len())
}

/// Reads the adults of a file.
pub(crate) fn read(header: &Header, rows: &[Row]) -> (Content, Vec<Remark>) {
    let mut seen = HashSet::new();
    let (mut guardians, mut remarks) = (Vec::new(), Vec::new());
    for row in rows {
        let mut line = Line::new(header, row);
        let guardian = guardian(&mut line);
        if !line.is_rejected() {
            // Two adults of one name are told apart by anything else on their lines; an adult has no number.
            if seen.insert(Guardian { line: 0, ..guardian.clone() }) {
                guardians.extend(couple::parted(guardian, &mut line));
            } else {
                line.remark_double(&guardian.last_name, &guardian.first_name, true);
            }
        }
        remarks.append(&mut line.remarks);
    }
    (Content::Guardians(guardians), remarks)
}

/// The adult of a line, with the civility as written.
fn guardian(line: &mut Line<'_>) -> Guardian {
    let (last_name, usage_name) = line.last_names();
    Guardian {
        line: line.number,
        civility: line.text(Field::Civility),
        last_name,
        usage_name,
        first_name: line.needed(Field::FirstName),
        address: line.address(),
        email: line.checked(Field::Email, Problem::Email, value::email),
        phones: phones(line),
        children: children(line),
    }
}

fn phones(line: &mut Line<'_>) -> Vec<String> {
    let mut phones = Vec::new();
    for field in [Field::HomePhone, Field::WorkPhone, Field::MobilePhone] {
        if let Some(phone) = line.checked(field, Problem::Phone, value::phone)
            && !phones.contains(&phone)
        {
            phones.push(phone);
        }
    }
    phones
}

fn children(line: &mut Line<'_>) -> Vec<Child> {
    let header = line.header;
    header.children.iter().filter_map(|block| child(line, block)).collect()
}

/// The child of a block, if it is not empty. A child without both names cannot be found: it is left, and the adult stays.
fn child(line: &mut Line<'_>, block: &Block) -> Option<Child> {
    let class = line.text_at(block.position(Field::ChildClass));
    let first_name = line.text_at(block.position(Field::ChildFirstName));
    let usage_name = line.text_at(block.position(Field::ChildUsageName));
    let last_name = line.text_at(block.position(Field::ChildLastName));
    let (last_name, usage_name) = if last_name.is_none() { (usage_name, None) } else { (last_name, usage_name) };
    match (last_name, first_name) {
        (Some(last_name), Some(first_name)) => Some(Child { last_name, usage_name, first_name, class }),
        (None, None) if class.is_none() => None,
        (last_name, first_name) => {
            let lacking = if last_name.is_none() { Field::ChildLastName } else { Field::ChildFirstName };
            let written = last_name.or(first_name).or(class).unwrap_or_default();
            line.remark(Problem::Missing, block.position(lacking), &written, false);
            None
        }
    }
}
