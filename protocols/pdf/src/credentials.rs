//! The address, the login and the code, one under the other, on a sheet as on a card.

use krilla::tagging::{Tag, TagGroup};

use crate::canvas::{Canvas, Column, Style};
use crate::sheet::grouped;
use crate::words::Words;
use crate::{PdfError, Secret, Sheet};

/// The letters of each line.
pub(crate) struct Styles {
    pub(crate) label: Style,
    pub(crate) address: Style,
    pub(crate) login: Style,
    pub(crate) code: Style,
    /// What stands for the code when the account is active.
    pub(crate) active: Style,
}

/// Writes the lines in the column and adds them to the section.
pub(crate) fn write(
    canvas: &mut Canvas<'_>,
    sheet: &Sheet,
    words: &Words,
    styles: &Styles,
    column: &mut Column,
    section: &mut TagGroup,
) -> Result<(), PdfError> {
    section.push(canvas.write(Tag::P, words.address, styles.label, column)?);
    section.push(canvas.write(Tag::P, &sheet.address_of_service, styles.address, column)?);
    if !sheet.login.is_empty() {
        section.push(canvas.write(Tag::P, words.login, styles.label, column)?);
        section.push(canvas.write(Tag::P, &sheet.login, styles.login, column)?);
    }
    let (label, secret, style) = match &sheet.code {
        Secret::Code(code) if grouped(code) == *code => (words.code, code.clone(), styles.code),
        Secret::Code(code) => (words.code_in_groups, grouped(code), styles.code),
        Secret::AlreadyActive => (words.password, words.known_password.to_owned(), styles.active),
    };
    section.push(canvas.write(Tag::P, label, styles.label, column)?);
    section.push(canvas.write(Tag::P, &secret, style, column)?);
    Ok(())
}
