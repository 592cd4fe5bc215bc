//! One page being drawn: each thing drawn comes back as the structure a screen reader will follow.

use std::num::NonZeroU16;

use krilla::color::luma;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::paint::{Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, BBox, ContentTag, ListNumbering, SpanTag, Tag, TagGroup, TagKind};
use krilla::text::TextDirection;

use crate::PdfError;
use crate::fit::{LEADING, Room, fit};
use crate::qr;
use crate::typeface::{Typefaces, Weight};

/// Heading of a page.
pub(crate) const FIRST_LEVEL: NonZeroU16 = NonZeroU16::MIN;
/// Heading of a part.
pub(crate) const SECOND_LEVEL: NonZeroU16 = NonZeroU16::MIN.saturating_add(1);
/// Heading of a part of a part.
pub(crate) const THIRD_LEVEL: NonZeroU16 = NonZeroU16::MIN.saturating_add(2);

/// From the top of a line to its baseline, for letters of size 1: the font's ascent.
const ASCENT: f32 = 0.984;
const LABEL_WIDTH: f32 = 16.0;
const BETWEEN_ITEMS: f32 = 3.0;
const LINE_WIDTH: f32 = 0.75;
const LINE_GREY: u8 = 110;

/// How a text is written.
#[derive(Clone, Copy)]
pub(crate) struct Style {
    weight: Weight,
    size: f32,
    lines: f32,
}

impl Style {
    /// Letters of `size` points at most, in a place as high as `lines` lines of them.
    pub(crate) const fn regular(size: f32, lines: f32) -> Self {
        Self { weight: Weight::Regular, size, lines }
    }

    /// The same in bold.
    pub(crate) const fn bold(size: f32, lines: f32) -> Self {
        Self { weight: Weight::Bold, size, lines }
    }
}

/// The letters of lines already cut.
#[derive(Clone, Copy)]
pub(crate) struct Letters {
    pub(crate) weight: Weight,
    pub(crate) size: f32,
}

impl Letters {
    /// Letters of `size` points.
    pub(crate) const fn regular(size: f32) -> Self {
        Self { weight: Weight::Regular, size }
    }

    /// The same in bold.
    pub(crate) const fn bold(size: f32) -> Self {
        Self { weight: Weight::Bold, size }
    }

    /// Height of a line.
    pub(crate) const fn height(self) -> f32 {
        self.size * LEADING
    }
}

/// Where the next text goes, in points from the top left corner of the page.
pub(crate) struct Column {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) width: f32,
}

/// The surface of one page.
pub(crate) struct Canvas<'a> {
    pub(crate) surface: Surface<'a>,
    pub(crate) typefaces: &'a Typefaces,
    /// Rank of the page, from 0.
    pub(crate) page: usize,
    /// Rank of the sheet being drawn, from 1, for errors.
    pub(crate) sheet: usize,
}

impl Canvas<'_> {
    /// Writes a text at the top of the column, whose top moves under it.
    pub(crate) fn write(
        &mut self,
        tag: impl Into<TagKind>,
        text: &str,
        style: Style,
        column: &mut Column,
    ) -> Result<TagGroup, PdfError> {
        let typefaces = self.typefaces;
        let face = typefaces.of(style.weight);
        let room = Room { width: column.width, height: style.lines * style.size * LEADING };
        let fitted =
            fit(face, &typefaces.printable(text), style.size, room).ok_or(PdfError::TooLong { sheet: self.sheet })?;
        let mut group = TagGroup::new(tag);
        self.write_lines(&mut group, &fitted.lines, Letters { weight: style.weight, size: fitted.size }, column);
        Ok(group)
    }

    /// Writes lines already cut at the top of the column, whose top moves under them, as more content of the group.
    pub(crate) fn write_lines(
        &mut self,
        group: &mut TagGroup,
        lines: &[String],
        letters: Letters,
        column: &mut Column,
    ) {
        for line in lines.iter().filter(|line| !line.is_empty()) {
            let mark = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            self.draw_line(line, letters, column);
            self.surface.end_tagged();
            group.push(mark);
            column.top += letters.height();
        }
    }

    /// Writes what a page repeats, and a screen reader should not: a running head, a page number.
    pub(crate) fn repeated(&mut self, kind: ArtifactType, line: &str, letters: Letters, column: &Column) {
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        self.draw_line(line, letters, column);
        self.surface.end_tagged();
    }

    fn draw_line(&mut self, line: &str, letters: Letters, column: &Column) {
        let start = Point::from_xy(column.left, column.top + ASCENT * letters.size);
        let font = self.typefaces.of(letters.weight).font.clone();
        self.surface.draw_text(start, font, letters.size, line, false, TextDirection::LeftToRight);
    }

    /// Writes a heading, which must not be empty.
    pub(crate) fn heading(
        &mut self,
        level: NonZeroU16,
        text: &str,
        style: Style,
        column: &mut Column,
    ) -> Result<TagGroup, PdfError> {
        self.write(Tag::Hn(level, Some(text.trim().to_owned())), text, style, column)
    }

    /// Writes a list, with numbers or with dots.
    pub(crate) fn list(
        &mut self,
        numbering: ListNumbering,
        items: &[impl AsRef<str>],
        style: Style,
        column: &mut Column,
    ) -> Result<TagGroup, PdfError> {
        let mut list = TagGroup::new(Tag::L(numbering));
        for (index, item) in items.iter().enumerate() {
            let label = match numbering {
                ListNumbering::Decimal => format!("{}.", index + 1),
                _ => "•".to_owned(),
            };
            list.push(self.item(&label, item.as_ref(), style, column)?);
        }
        Ok(list)
    }

    fn item(&mut self, label: &str, text: &str, style: Style, column: &mut Column) -> Result<TagGroup, PdfError> {
        let mut margin = Column { left: column.left, top: column.top, width: LABEL_WIDTH };
        let mut body = Column { left: column.left + LABEL_WIDTH, top: column.top, width: column.width - LABEL_WIDTH };
        let mut item = TagGroup::new(Tag::LI);
        item.push(self.write(Tag::Lbl, label, Style { weight: Weight::Bold, ..style }, &mut margin)?);
        item.push(self.write(Tag::LBody, text, style, &mut body)?);
        column.top = body.top.max(margin.top) + BETWEEN_ITEMS;
        Ok(item)
    }

    /// Draws a QR code in a square, described by `alternative` to who cannot see it.
    pub(crate) fn qr_code(
        &mut self,
        text: &str,
        alternative: String,
        (left, top): (f32, f32),
        side: f32,
    ) -> Result<TagGroup, PdfError> {
        let shape = qr::shape(text, left, top, side).ok_or(PdfError::AddressTooLong { sheet: self.sheet })?;
        let mark = self.surface.start_tagged(ContentTag::Other);
        self.surface.draw_path(&shape);
        self.surface.end_tagged();
        let bounds = Rect::from_xywh(left, top, side, side).map(|bounds| BBox::new(self.page, bounds));
        let figure = Tag::Figure(Some(alternative)).with_bbox(bounds);
        Ok(TagGroup::with_children(figure, vec![mark.into()]))
    }

    /// Draws an ornamental line.
    pub(crate) fn rule(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.lines(ArtifactType::Layout, segment(from, to), None);
    }

    /// Draws a dashed line to cut along.
    pub(crate) fn cutting_line(&mut self, from: (f32, f32), to: (f32, f32)) {
        let dash = StrokeDash { array: vec![4.0, 4.0], offset: 0.0 };
        self.lines(ArtifactType::Page, segment(from, to), Some(dash));
    }

    /// Draws an ornamental frame.
    pub(crate) fn frame(&mut self, left: f32, top: f32, width: f32, height: f32) {
        let mut path = PathBuilder::new();
        if let Some(bounds) = Rect::from_xywh(left, top, width, height) {
            path.push_rect(bounds);
        }
        self.lines(ArtifactType::Layout, path.finish(), None);
    }

    fn lines(&mut self, kind: ArtifactType, path: Option<Path>, dash: Option<StrokeDash>) {
        let Some(path) = path else { return };
        let grey = luma::Color::new(LINE_GREY);
        let stroke = Stroke { paint: grey.into(), width: LINE_WIDTH, dash, ..Stroke::default() };
        self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
        self.surface.set_stroke(Some(stroke));
        self.surface.draw_path(&path);
        self.surface.set_stroke(None);
        self.surface.end_tagged();
    }
}

fn segment(from: (f32, f32), to: (f32, f32)) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.move_to(from.0, from.1);
    path.line_to(to.0, to.1);
    path.finish()
}
