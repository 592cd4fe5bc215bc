//! Blocks: what a document is made of from top to bottom.

use std::iter;

use uuid::Uuid;

use crate::inline::{self, Inline};

/// A block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph; it may be empty, as between two others.
    Paragraph(Vec<Inline>),
    /// A heading below the page's own title.
    Heading {
        /// Its rank in the page.
        level: Level,
        /// Its words.
        content: Vec<Inline>,
    },
    /// A list whose order does not matter: at least one item, each of at least one block.
    BulletList(Vec<Vec<Block>>),
    /// A numbered list.
    OrderedList {
        /// The number of the first item, 0 to 999,999.
        start: u32,
        /// At least one item, each of at least one block.
        items: Vec<Vec<Block>>,
    },
    /// The words of someone else.
    Quote(Vec<Block>),
    /// A line between two parts.
    Rule,
    /// A framed remark.
    Callout {
        /// What kind of remark.
        tone: Callout,
        /// At least one block.
        content: Vec<Block>,
    },
    /// A table: 1 to 50 rows, at most 12 columns wide.
    Table(Vec<Vec<Cell>>),
    /// A picture, sound, video or file kept elsewhere.
    Media(Media),
}

impl Block {
    /// The blocks directly inside this one, in reading order.
    pub(crate) fn children(&self) -> Box<dyn Iterator<Item = &Block> + '_> {
        match self {
            Self::Paragraph(_) | Self::Heading { .. } | Self::Rule | Self::Media(_) => Box::new(iter::empty()),
            Self::BulletList(items) | Self::OrderedList { items, .. } => Box::new(items.iter().flatten()),
            Self::Quote(content) | Self::Callout { content, .. } => Box::new(content.iter()),
            Self::Table(rows) => Box::new(rows.iter().flatten().flat_map(|cell| &cell.content)),
        }
    }

    /// Whether there is nothing to read, see or hear in it.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::Paragraph(content) | Self::Heading { content, .. } => inline::is_blank(content),
            Self::Media(_) => false,
            other => other.children().all(Self::is_blank),
        }
    }
}

/// The rank of a heading: the page itself has the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// `<h2>`
    Two,
    /// `<h3>`
    Three,
    /// `<h4>`
    Four,
}

impl Level {
    /// The level of that number, 2 to 4.
    pub fn from_number(number: u64) -> Option<Self> {
        match number {
            2 => Some(Self::Two),
            3 => Some(Self::Three),
            4 => Some(Self::Four),
            _ => None,
        }
    }

    /// Its number, 2 to 4.
    pub fn number(self) -> u8 {
        match self {
            Self::Two => 2,
            Self::Three => 3,
            Self::Four => 4,
        }
    }
}

/// The kinds of framed remarks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    /// Something good to know.
    Info,
    /// Something not to miss.
    Attention,
    /// A suggestion.
    Idea,
}

impl Callout {
    /// Every kind, in the order a toolbar shows them.
    pub const ALL: [Self; 3] = [Self::Info, Self::Attention, Self::Idea];

    /// The kind of that name in the editor's JSON.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tone| tone.name() == name)
    }

    /// Its name in the editor's JSON and in the style sheet (`callout-info`).
    pub fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Attention => "attention",
            Self::Idea => "idea",
        }
    }
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Whether it names its column or its row.
    pub heading: bool,
    /// How many columns it covers, 1 to 12.
    pub colspan: u32,
    /// How many rows it covers, 1 to 12.
    pub rowspan: u32,
    /// At least one block.
    pub content: Vec<Block>,
}

/// How many columns a table has in its widest row, cells that hang down from rows above included.
pub(crate) fn table_width(rows: &[Vec<Cell>]) -> u32 {
    let mut widest = 0;
    // Cells of the rows above that still hang down: (rows left to cover, columns).
    let mut hanging: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        let above: u32 = hanging.iter().map(|(_, columns)| *columns).sum();
        let own: u32 = row.iter().map(|cell| cell.colspan).sum();
        widest = widest.max(above + own);
        hanging.retain_mut(|(rows_left, _)| {
            *rows_left -= 1;
            *rows_left > 0
        });
        hanging.extend(row.iter().filter(|cell| cell.rowspan > 1).map(|cell| (cell.rowspan - 1, cell.colspan)));
    }
    widest
}

/// A picture, sound, video or file, by reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    /// How it is shown.
    pub kind: MediaKind,
    /// The file's identifier; who may open it is decided when the page is rendered.
    pub file: Uuid,
    /// What replaces it for who cannot see or hear it: the alternative of a picture (empty when it only decorates),
    /// the transcript of a sound or video.
    pub alt: String,
    /// The caption shown with it; may be empty.
    pub title: String,
}

impl Media {
    /// The words that stand for it where only words are possible: its caption, or its alternative; may be empty.
    pub(crate) fn words(&self) -> &str {
        if self.title.is_empty() { &self.alt } else { &self.title }
    }
}

/// How a referenced file is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKind {
    /// A picture.
    Image,
    /// A sound with its player.
    Audio,
    /// A video with its player.
    Video,
    /// A link to download.
    File,
}

impl MediaKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Image, Self::Audio, Self::Video, Self::File];

    /// The kind of that name in the editor's JSON.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name of its node in the editor's JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Audio => "audio",
            Self::Video => "video",
            Self::File => "file",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, table_width};

    fn cell(colspan: u32, rowspan: u32) -> Cell {
        Cell { heading: false, colspan, rowspan, content: Vec::new() }
    }

    #[test]
    fn width_counts_cells_hanging_from_above() {
        let one = || cell(1, 1);
        assert_eq!(table_width(&[]), 0);
        assert_eq!(table_width(&[vec![one(), one()], vec![cell(3, 1)]]), 3);
        // Three rows: a cell of two columns hangs over the first two.
        assert_eq!(table_width(&[vec![cell(2, 2)], vec![one(), one()], vec![one(), one(), one()]]), 4);
        // It no longer counts on the third.
        assert_eq!(table_width(&[vec![cell(2, 2)], vec![], vec![one(), one(), one()]]), 3);
    }
}
