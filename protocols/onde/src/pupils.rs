//! Lines of pupils.

use std::collections::{HashMap, HashSet};

use crate::columns::Field;
use crate::header::Header;
use crate::line::{Line, folded};
use crate::table::Row;
use crate::{Content, Problem, Pupil, Remark, level_code, value};

/// Reads the pupils of a file.
pub(crate) fn read(header: &Header, rows: &[Row]) -> (Content, Vec<Remark>) {
    let mut register = Register::default();
    let (mut pupils, mut remarks) = (Vec::new(), Vec::new());
    for row in rows {
        let mut line = Line::new(header, row);
        let mut pupil = pupil(&mut line);
        if !line.is_rejected() && register.admits(&mut pupil, &mut line) {
            pupils.push(pupil);
        }
        remarks.append(&mut line.remarks);
    }
    (Content::Pupils(pupils), remarks)
}

fn pupil(line: &mut Line<'_>) -> Pupil {
    let (last_name, usage_name) = line.last_names();
    let first_name = line.needed(Field::FirstName);
    let ine = line.checked(Field::Ine, Problem::Ine, value::ine);
    Pupil {
        line: line.number,
        last_name,
        usage_name,
        first_name,
        birth_day: birth_day(line, ine.is_some()),
        sex: line.checked(Field::Sex, Problem::Sex, value::sex),
        ine,
        level: level(line),
        class: line.text(Field::Class),
        class_number: line.text(Field::ClassNumber),
        groups: groups(line),
        address: line.address(),
    }
}

/// Without a day of birth nor a number, nothing tells two pupils of one name apart: the line is left out.
fn birth_day(line: &mut Line<'_>, has_number: bool) -> Option<String> {
    let position = line.header.position(Field::BirthDay);
    let written = line.cell(position);
    let day = value::day(&written);
    if day.is_none() {
        let problem = if written.is_empty() { Problem::Missing } else { Problem::Day };
        line.remark(problem, position, &written, !has_number);
    }
    day
}

fn level(line: &mut Line<'_>) -> Option<String> {
    let level = line.text(Field::Level)?;
    if level_code(&level).is_none() {
        line.remark(Problem::Level, line.header.position(Field::Level), &level, false);
    }
    Some(level)
}

/// The column is named in the plural, and what stands between two groups is written nowhere: commas, bars or lines.
fn groups(line: &mut Line<'_>) -> Vec<String> {
    let position = line.header.position(Field::Groups);
    if line.text_at(position).is_none() {
        return Vec::new();
    }
    let names = line.raw(position).split([',', '|', '\n']).map(value::clean);
    names.filter(|name| !name.is_empty()).collect()
}

/// Who was read so far.
#[derive(Default)]
struct Register {
    numbers: HashSet<String>,
    /// Names and day of birth, and whether a number came with them.
    people: HashMap<Who, bool>,
    /// The same people, and the class they sit in.
    seats: HashSet<(Who, Option<String>)>,
}

type Who = (String, String, Option<String>);

impl Register {
    /// Notes a pupil, unless the same was there before. Somebody in two classes, or with two numbers, is kept and remarked.
    fn admits(&mut self, pupil: &mut Pupil, line: &mut Line<'_>) -> bool {
        let who: Who = (folded(&pupil.last_name), folded(&pupil.first_name), pupil.birth_day.clone());
        let seat = (who.clone(), pupil.class_number.clone().or_else(|| pupil.class.clone()));
        let number_is_taken = pupil.ine.as_ref().is_some_and(|it| self.numbers.contains(it));
        match self.people.get(&who) {
            Some(other_has_number) => {
                let are_two = *other_has_number && pupil.ine.is_some() && !number_is_taken;
                let is_double = !are_two && self.seats.contains(&seat);
                line.remark_double(&pupil.last_name, &pupil.first_name, is_double);
            }
            None if number_is_taken => take_number_away(pupil, line),
            None => {}
        }
        if line.is_rejected() {
            return false;
        }
        self.numbers.extend(pupil.ine.clone());
        self.people.entry(who).or_insert(pupil.ine.is_some());
        self.seats.insert(seat);
        true
    }
}

/// One number for two names: whose it is, the file does not tell. The second goes on without it, if a day of birth is left.
fn take_number_away(pupil: &mut Pupil, line: &mut Line<'_>) {
    let number = pupil.ine.take().unwrap_or_default();
    line.remark(Problem::Ine, line.header.position(Field::Ine), &number, pupil.birth_day.is_none());
}
