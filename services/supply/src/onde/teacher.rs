//! The teachers of the files, matched by name in the team. A file names no head: that is the académie's to say.

use super::{
    class::{self, Class},
    known::{Known, Person},
    names::{Names, alike},
    reading::{Line, Reading},
    remark::Said,
};
use crate::W;
use onde::Teacher;
use school::{PersonId, Role};

/// A teacher of the files.
#[derive(Debug, Clone)]
pub(crate) struct TeacherPlan {
    pub(super) line: Line<Teacher>,
    /// Who it is; nobody yet for one who is new.
    pub(super) person: Option<Person>,
    /// The classes, as ranks among those of the files.
    pub(super) classes: Vec<usize>,
}

impl TeacherPlan {
    /// « ROUX Thomas », as the files write it.
    pub(crate) fn listed(&self) -> String {
        format!("{} {}", last_name(&self.line.says), self.line.says.first_name)
    }

    /// Whether nobody knew the teacher.
    pub(crate) fn is_new(&self) -> bool {
        self.person.is_none()
    }
}

pub(super) fn last_name(line: &Teacher) -> &str {
    line.usage_name.as_deref().unwrap_or(&line.last_name)
}

/// The teachers of the files, and what is said of their lines.
pub(super) fn plan(known: &Known, reading: &Reading, classes: &[Class]) -> (Vec<TeacherPlan>, Vec<Said>) {
    let (mut done, mut said): (Vec<TeacherPlan>, Vec<Said>) = (Vec::new(), Vec::new());
    for line in &reading.teachers {
        let says = &line.says;
        let names = Names::new(&says.first_name, [says.last_name.as_str(), says.usage_name.as_deref().unwrap_or("")]);
        let mut say = |text: &str, left_out: bool| {
            said.push(Said {
                file: line.file.clone(),
                line: says.line,
                who: Some(format!("{} {}", last_name(says), says.first_name)),
                text: text.to_owned(),
                column: None,
                value: None,
                left_out,
                wrong: None,
            });
        };
        let person = match find(known, says, &names) {
            Ok(person) => person,
            Err(text) => {
                say(text, true);
                continue;
            }
        };
        let again = |it: &TeacherPlan| match (&it.person, person) {
            (Some(one), Some(other)) => one.id == other.id,
            (None, None) => alike(&it.listed(), &format!("{} {}", last_name(says), says.first_name)),
            (Some(_), None) | (None, Some(_)) => false,
        };
        if done.iter().any(again) {
            say(W.remark_again(), true);
            continue;
        }
        if says.heads && !person.is_some_and(|it| heads(known, it.id)) {
            say(W.remark_head(), false);
        }
        let classes = says.classes.iter().filter_map(|label| class::find(classes, None, Some(label))).collect();
        done.push(TeacherPlan { line: line.clone(), person: person.cloned(), classes });
    }
    (done, said)
}

/// The one of the team a line is about.
fn find<'a>(known: &'a Known, line: &Teacher, names: &Names) -> Result<Option<&'a Person>, &'static str> {
    let fitting: Vec<&Person> = known.team.iter().filter(|it| it.names().fits(names)).collect();
    match fitting.as_slice() {
        [] => Ok(None),
        &[one] => Ok(Some(one)),
        several => {
            let same = |it: &&&Person| it.email.is_some() && it.email == line.email;
            let mut reached = several.iter().filter(same).copied();
            match (reached.next(), reached.next()) {
                (Some(one), None) => Ok(Some(one)),
                (Some(_), Some(_)) | (None, _) => Err(W.remark_several_teachers()),
            }
        }
    }
}

fn heads(known: &Known, person: PersonId) -> bool {
    known.seats.iter().any(|it| it.person == person && it.role == Role::Head)
}
