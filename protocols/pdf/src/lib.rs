//! What the school hands out on paper, as tagged PDF.
//!
//! Two documents: one A4 *fiche de connexion* per adult, and pupils' badges, eight to a page, to cut out.
//! Both are exported as PDF/UA-1: a structure a screen reader could not follow is an error, not a file.
//! Every text they carry is in `words.rs`; where it stands on the page is in `page.rs` and `badge.rs`.

mod badge;
mod book;
mod canvas;
mod credentials;
mod error;
mod fit;
mod page;
mod qr;
mod sheet;
mod typeface;
mod words;

pub use error::PdfError;
pub use sheet::{Audience, Secret, Sheet};

use book::Book;

/// One A4 page per sheet, in the order given.
///
/// `title` is the title of the document, shown by readers: "Fiches de connexion, CM2 A".
/// Fails when there is no sheet, when a text cannot fit its place even in the smallest letters, or when the
/// PDF would not be accessible (an empty name or title).
pub fn connection_sheets(title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, PdfError> {
    let mut book = Book::open()?;
    for (index, sheet) in sheets.iter().enumerate() {
        book.add_page(&sheet.name, |canvas| {
            canvas.sheet = index + 1;
            page::draw(canvas, sheet)
        })?;
    }
    book.close(title)
}

/// Badges to cut out, eight per A4 page in two columns, in the order given.
///
/// `title` is the title of the document and the heading of each page. Fails as [`connection_sheets`] does.
pub fn badges(title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, PdfError> {
    let mut book = Book::open()?;
    for (index, eight) in sheets.chunks(badge::PER_PAGE).enumerate() {
        book.add_page(&words::badge_page(index + 1), |canvas| {
            badge::draw_page(canvas, title, eight, index * badge::PER_PAGE)
        })?;
    }
    book.close(title)
}
