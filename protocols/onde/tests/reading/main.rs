//! Extractions of ONDE and what becomes of them: the facts of interfaces.md §2.1, the headers of §2.2, and each malformed input of
//! §2.4 that can be judged from one file.
//!
//! Left to the import, which has a database and two files: the child of a responsable not found, the child found twice, a
//! class that is not there.

mod charsets;
mod guardians;
mod headers;
mod laws;
mod malformed;
mod pupils;
mod teachers;

use onde::{Content, Extraction, Guardian, Problem, Pupil, Refusal, Teacher, read};

/// The extraction of pupils of interfaces.md.
pub(crate) const PUPILS: &str = include_str!("../samples/eleves.csv");
/// The extraction of responsables of interfaces.md.
pub(crate) const GUARDIANS: &str = include_str!("../samples/responsables.csv");

/// A file that is understood.
#[track_caller]
pub(crate) fn understood(file: impl AsRef<[u8]>) -> Extraction {
    match read(file.as_ref(), &[]) {
        Ok(extraction) => extraction,
        Err(refusal) => panic!("refused: {refusal:?}"),
    }
}

/// Why a file is refused.
#[track_caller]
pub(crate) fn refused(file: impl AsRef<[u8]>) -> Refusal {
    match read(file.as_ref(), &[]) {
        Ok(extraction) => panic!("understood: {extraction:?}"),
        Err(refusal) => refusal,
    }
}

/// The pupils of a file.
#[track_caller]
pub(crate) fn pupils(extraction: &Extraction) -> &[Pupil] {
    match &extraction.content {
        Content::Pupils(pupils) => pupils,
        Content::Guardians(_) | Content::Teachers(_) => panic!("no pupils: {extraction:?}"),
    }
}

/// The adults of a file.
#[track_caller]
pub(crate) fn guardians(extraction: &Extraction) -> &[Guardian] {
    match &extraction.content {
        Content::Guardians(guardians) => guardians,
        Content::Pupils(_) | Content::Teachers(_) => panic!("no responsables: {extraction:?}"),
    }
}

/// The teachers of a file.
#[track_caller]
pub(crate) fn teachers(extraction: &Extraction) -> &[Teacher] {
    match &extraction.content {
        Content::Teachers(teachers) => teachers,
        Content::Pupils(_) | Content::Guardians(_) => panic!("no teachers: {extraction:?}"),
    }
}

/// What was remarked: the line, the problem, whether the line is left out.
pub(crate) fn remarked(extraction: &Extraction) -> Vec<(u64, Problem, bool)> {
    extraction.remarks.iter().map(|it| (it.line, it.problem, it.rejected)).collect()
}
