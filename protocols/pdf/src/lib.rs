//! What the school hands out on paper, as tagged PDF.
//!
//! Connection sheets: one A4 *fiche de connexion* per adult, and cards, eight to a page, to cut out: those of connection, badges of
//! a class, codes for home. The carnet de liaison: coupons of a mot, to cut out, and the proof of what came back. The office:
//! letters, conventions, registers.
//! All are exported as PDF/UA-1: a structure a screen reader could not follow is an error, not a file.
//! Every text of theirs is in `words.rs`; where it stands on the page is in `page.rs`, `card.rs`, `slip/`, `proof.rs`,
//! `layout/`; `flow/` is what goes on over pages.

mod book;
mod canvas;
mod card;
mod credentials;
mod document;
mod error;
mod fit;
mod flow;
mod layout;
mod mot;
mod page;
mod proof;
mod qr;
mod sheet;
mod slip;
mod typeface;
mod words;

pub use document::{Column, Document, Part, Signature, Table};
pub use error::PdfError;
pub use mot::{Mot, Proof, ProofLine, ProofVersion, Reply, Slip};
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

/// Cards to cut out, eight per A4 page in two columns, in the order given.
///
/// `title` is the title of the document and the heading of each page. Fails as [`connection_sheets`] does.
pub fn cards(title: &str, sheets: &[Sheet]) -> Result<Vec<u8>, PdfError> {
    let mut book = Book::open()?;
    for (index, eight) in sheets.chunks(card::PER_PAGE).enumerate() {
        book.add_page(&words::numbered_page(index + 1), |canvas| {
            card::draw_page(canvas, title, eight, index * card::PER_PAGE)
        })?;
    }
    book.close(title)
}

/// Coupons of a mot to cut out, up to `per_page` (1 to 4) on an A4 page, in the order given; fewer when the text is long.
///
/// Fails when there is no coupon, when a name cannot fit its place, or when the PDF would not be accessible.
pub fn slips(title: &str, mot: &Mot, slips: &[Slip], per_page: usize) -> Result<Vec<u8>, PdfError> {
    let mut book = Book::open()?;
    slip::draw(&mut book, mot, slips, per_page)?;
    book.close(title)
}

/// The proof of a mot: its versions, then a table of what came back.
///
/// Fails when the PDF would not be accessible (an empty title).
pub fn proof(title: &str, proof: &Proof) -> Result<Vec<u8>, PdfError> {
    let mut book = Book::open()?;
    proof::draw(&mut book, proof)?;
    book.close(title)
}

/// A letter, a convention, a register, a report, over as many A4 pages as it takes.
///
/// Nothing is left out: what is too high for a page is cut. Fails when the title is empty, or when a row of a table has more
/// texts than the table has columns.
pub fn document(document: &Document) -> Result<Vec<u8>, PdfError> {
    let mut book = Book::open()?;
    let title = book.typefaces().printable(&document.title);
    if title.trim().is_empty() {
        return Err(PdfError::Invalid("a document without title".to_owned()));
    }
    layout::draw(&mut book, document)?;
    book.close(title.trim())
}
