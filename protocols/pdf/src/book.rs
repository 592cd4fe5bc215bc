//! The document: its pages, its structure, its outline, and the standard it must meet.

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::Point;
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::tagging::{TagGroup, TagTree};
use krilla::{Document, SerializeSettings};

use crate::PdfError;
use crate::canvas::Canvas;
use crate::typeface::Typefaces;
use crate::words;

/// Width of a page in points (A4).
pub(crate) const PAGE_WIDTH: f32 = 595.0;
/// Height of a page in points (A4).
pub(crate) const PAGE_HEIGHT: f32 = 842.0;

/// A document being made.
pub(crate) struct Book {
    document: Document,
    typefaces: &'static Typefaces,
    tags: TagTree,
    outline: Outline,
    pages: usize,
}

impl Book {
    /// An empty document that must end as PDF/UA-1.
    pub(crate) fn open() -> Result<Self, PdfError> {
        let configuration = ConfigurationBuilder::new()
            .with_accessibility_validator(Accessibility::UA1)
            .finish()
            .map_err(|error| PdfError::Invalid(format!("{error:?}")))?;
        let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
        Ok(Self {
            document: Document::new_with(settings),
            typefaces: Typefaces::shared()?,
            tags: TagTree::new().with_lang(Some(words::LANGUAGE.to_owned())),
            outline: Outline::new(),
            pages: 0,
        })
    }

    /// Adds an A4 page, listed in the outline as `label`; `draw` returns the structure of what it drew.
    pub(crate) fn add_page(
        &mut self,
        label: &str,
        draw: impl FnOnce(&mut Canvas<'_>) -> Result<TagGroup, PdfError>,
    ) -> Result<(), PdfError> {
        let page = self.pages;
        let drawn = self.draw_page(draw)?;
        self.list(bookmark(label, page, 0.0));
        self.place(drawn);
        Ok(())
    }

    /// Adds an A4 page whose content belongs to something that goes on over pages: the caller lists and places it.
    pub(crate) fn draw_page<T>(
        &mut self,
        draw: impl FnOnce(&mut Canvas<'_>) -> Result<T, PdfError>,
    ) -> Result<T, PdfError> {
        let mut page = self.document.start_page();
        let drawn = {
            let mut canvas = Canvas { surface: page.surface(), typefaces: self.typefaces, page: self.pages, sheet: 0 };
            let drawn = draw(&mut canvas);
            canvas.surface.finish();
            drawn
        };
        page.finish();
        self.pages += 1;
        drawn
    }

    /// Adds an entry, with what is under it, at the end of the outline.
    pub(crate) fn list(&mut self, entry: OutlineNode) {
        self.outline.push_child(entry);
    }

    /// Puts something drawn at the end of the structure.
    pub(crate) fn place(&mut self, group: TagGroup) {
        self.tags.push(group);
    }

    /// The fonts, to measure before drawing.
    pub(crate) fn typefaces(&self) -> &'static Typefaces {
        self.typefaces
    }

    /// The bytes of the document, once the standard's rules hold.
    pub(crate) fn close(self, title: &str) -> Result<Vec<u8>, PdfError> {
        let Self { mut document, tags, outline, pages, .. } = self;
        if pages == 0 {
            return Err(PdfError::NoSheet);
        }
        document.set_metadata(Metadata::new().title(title.to_owned()).language(words::LANGUAGE.to_owned()));
        document.set_outline(outline);
        document.set_tag_tree(tags);
        document.finish().map_err(|error| PdfError::Invalid(format!("{error:?}")))
    }
}

/// An entry of the outline, which opens a page (its rank, from 0) so far from its top.
pub(crate) fn bookmark(label: &str, page: usize, top: f32) -> OutlineNode {
    OutlineNode::new(label.to_owned(), XyzDestination::new(page, Point::from_xy(0.0, top)))
}
