//! Files as they are understood.

use super::{
    choices::Choices,
    remark::{self, Said},
};
use crate::W;
use db::fold;
use onde::{Content, Extraction, Guardian, Pupil, Refusal, Teacher};
use std::collections::BTreeSet;

/// A line of one of the files.
#[derive(Debug, Clone)]
pub(super) struct Line<T> {
    pub(super) file: String,
    pub(super) says: T,
}

/// A file as it is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRead {
    /// Its name.
    pub name: String,
    /// What it is, its charset and how many lines it has, in words; or why it is refused.
    pub about: String,
    /// Whether it is refused whole.
    pub refused: bool,
    /// Columns that are used.
    pub used: Vec<String>,
    /// Columns that are passed over.
    pub passed: Vec<String>,
    /// Columns nobody knows, that may be ignored.
    pub unknown: Vec<String>,
}

/// All files of a run.
#[derive(Debug, Clone, Default)]
pub(super) struct Reading {
    pub(super) files: Vec<FileRead>,
    pub(super) pupils: Vec<Line<Pupil>>,
    pub(super) guardians: Vec<Line<Guardian>>,
    pub(super) teachers: Vec<Line<Teacher>>,
    pub(super) remarks: Vec<Said>,
    /// Whether a line about a pupil could not be read: nobody can be said to have left.
    pub(super) lacks_pupils: bool,
    /// The same of a line about an adult: no link can be said to be over.
    pub(super) lacks_guardians: bool,
    /// The files that have the column of the groups of pupils.
    pub(super) grouped: BTreeSet<String>,
}

/// Reads files, whatever they are.
pub(super) fn read(files: &[(String, Vec<u8>)], choices: &Choices) -> Reading {
    let ignored: Vec<String> = choices.ignored.iter().cloned().collect();
    let mut reading = Reading::default();
    for (name, bytes) in files {
        match onde::read(bytes, &ignored) {
            Ok(extraction) => reading.take(name, extraction),
            Err(refusal) => reading.files.push(refused(name, refusal)),
        }
    }
    reading
}

/// Why each file that nothing can be done with is refused, with its name; unknown columns can be ignored.
pub fn refusals(files: &[(String, Vec<u8>)]) -> Vec<String> {
    let reading = read(files, &Choices::default());
    let hopeless = reading.files.into_iter().filter(|it| it.refused && it.unknown.is_empty());
    hopeless.map(|it| W.file_refused(it.name, it.about)).collect()
}

fn refused(name: &str, refusal: Refusal) -> FileRead {
    FileRead {
        name: name.to_owned(),
        about: remark::refusal(&refusal),
        refused: true,
        used: Vec::new(),
        passed: Vec::new(),
        unknown: if let Refusal::Unknown(columns) = refusal { columns } else { Vec::new() },
    }
}

impl Reading {
    fn take(&mut self, name: &str, extraction: Extraction) {
        let left_out = extraction.remarks.iter().any(|it| it.rejected && it.problem != onde::Problem::Repeated);
        self.remarks.extend(extraction.remarks.iter().map(|it| Said {
            file: name.to_owned(),
            line: it.line,
            who: it.who.clone(),
            text: remark::problem(it.problem).to_owned(),
            column: it.column.clone(),
            value: it.value.clone(),
            left_out: it.rejected,
            wrong: remark::wrong(it.problem),
        }));
        let about = match extraction.content {
            Content::Pupils(lines) => {
                self.lacks_pupils |= left_out;
                // « Regroupement(s) » in ONDE; in the singular, or without brackets, elsewhere.
                if extraction.columns.iter().any(|it| it.1 && fold(it.0.trim()).starts_with("regroupement")) {
                    self.grouped.insert(name.to_owned());
                }
                let about = W.file_pupils(count(lines.len()), extraction.charset);
                self.pupils.extend(lines.into_iter().map(|says| Line { file: name.to_owned(), says }));
                about
            }
            Content::Guardians(lines) => {
                self.lacks_guardians |= left_out;
                let about = W.file_guardians(count(lines.len()), extraction.charset);
                self.guardians.extend(lines.into_iter().map(|says| Line { file: name.to_owned(), says }));
                about
            }
            Content::Teachers(lines) => {
                let about = W.file_teachers(count(lines.len()), extraction.charset);
                self.teachers.extend(lines.into_iter().map(|says| Line { file: name.to_owned(), says }));
                about
            }
        };
        let (used, passed): (Vec<_>, Vec<_>) = extraction.columns.into_iter().partition(|it| it.1);
        let names = |columns: Vec<(String, bool)>| columns.into_iter().map(|it| it.0.trim().to_owned()).collect();
        self.files.push(FileRead {
            name: name.to_owned(),
            about,
            refused: false,
            used: names(used),
            passed: names(passed),
            unknown: Vec::new(),
        });
    }
}

fn count(lines: usize) -> i64 {
    i64::try_from(lines).unwrap_or(i64::MAX)
}
