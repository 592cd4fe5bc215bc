//! Lines of teachers.

use std::collections::HashSet;

use crate::columns::Field;
use crate::header::Header;
use crate::line::Line;
use crate::table::Row;
use crate::{Content, Problem, Remark, Teacher, value};

/// Reads the teachers of a file.
pub(crate) fn read(header: &Header, rows: &[Row]) -> (Content, Vec<Remark>) {
    let mut seen = HashSet::new();
    let (mut teachers, mut remarks) = (Vec::new(), Vec::new());
    for row in rows {
        let mut line = Line::new(header, row);
        let teacher = teacher(&mut line);
        if !line.is_rejected() {
            if seen.insert(Teacher { line: 0, ..teacher.clone() }) {
                teachers.push(teacher);
            } else {
                line.remark_double(&teacher.last_name, &teacher.first_name, true);
            }
        }
        remarks.append(&mut line.remarks);
    }
    (Content::Teachers(teachers), remarks)
}

fn teacher(line: &mut Line<'_>) -> Teacher {
    let (last_name, usage_name) = line.last_names();
    let civility = line.text(Field::Civility).unwrap_or_default();
    Teacher {
        line: line.number,
        civility: value::civilities(&civility).first().map(|it| (*it).to_owned()),
        last_name,
        usage_name,
        first_name: line.needed(Field::FirstName),
        email: line.checked(Field::Email, Problem::Email, value::email),
        heads: value::yes(&line.cell(line.header.position(Field::Heads))),
        classes: classes(line),
    }
}

fn classes(line: &mut Line<'_>) -> Vec<String> {
    let header = line.header;
    let mut classes = Vec::new();
    for position in header.positions(Field::Class) {
        if let Some(class) = line.text_at(Some(position))
            && !classes.contains(&class)
        {
            classes.push(class);
        }
    }
    classes
}
