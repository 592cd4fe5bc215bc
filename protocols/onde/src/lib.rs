//! Reading extractions of ONDE (interfaces.md §2.1): pupils, responsables, teachers, whatever their columns, their order, their
//! quotes and their charset. The header tells what a file is, never its name. The lists other ENTs ask for (§2.2) are read too.
//!
//! Nothing is guessed silently: what could not be read is a [`Remark`] with its line, and a file that is no extraction is
//! refused whole with a [`Refusal`].

mod charset;
mod columns;
mod couple;
mod guardians;
mod header;
mod levels;
mod line;
mod pupils;
mod record;
mod table;
mod teachers;
mod value;

pub use levels::level_code;
pub use record::{Child, Content, Extraction, Guardian, Problem, Pupil, Refusal, Remark, Sex, Teacher};

use columns::Kind;
use header::Header;
use table::Table;

/// Reads an extraction; columns named in `ignored` are passed over without a word.
///
/// # Errors
/// A [`Refusal`] when the file is no extraction.
pub fn read(bytes: &[u8], ignored: &[String]) -> Result<Extraction, Refusal> {
    let (text, charset) = charset::decode(bytes)?;
    let mut table = Table::read(&text)?;
    let header = Header::read(&table.names, ignored)?;
    if header.kind == Kind::Guardians {
        let persons = guardians::persons(&table.rows);
        table.rows.truncate(persons);
    }
    if table.rows.is_empty() {
        return Err(Refusal::NoLine);
    }
    let (content, remarks) = match header.kind {
        Kind::Pupils => pupils::read(&header, &table.rows),
        Kind::Guardians => guardians::read(&header, &table.rows),
        Kind::Teachers => teachers::read(&header, &table.rows),
    };
    Ok(Extraction { content, charset, columns: header.told(), remarks })
}
