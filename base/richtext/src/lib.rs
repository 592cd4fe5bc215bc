//! The one document model of the house: what people write in a rich text editor.
//!
//! User text is never HTML. The editor sends its own JSON; [`parse`] turns it into a typed [`Doc`] or refuses it
//! with words; the `Doc` is stored as canonical JSON ([`Doc::to_json`]) and rendered by us ([`Doc::to_html`],
//! [`Doc::to_plain`], [`Doc::excerpt`]). What the types cannot say cannot be stored, so there is nothing to sanitise.
//!
//! Pictures, sounds, videos and files are references (a UUID): whoever renders the page decides, reader by reader,
//! which of them become links.

mod block;
mod html;
mod inline;
mod link;
mod parse;
mod plain;
mod refused;
mod write;

pub use block::{Block, Callout, Cell, Level, Media, MediaKind};
pub use html::{FileLink, Labels};
pub use inline::{Color, Inline, Marks, Text};
pub use link::Href;
pub use parse::{parse, parse_plain, written};
pub use refused::{Reason, Refused};

use uuid::Uuid;

/// A checked document. Those made by [`parse`] and [`Doc::from_plain`] hold at least one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doc {
    /// The blocks from top to bottom.
    pub blocks: Vec<Block>,
}

impl Default for Doc {
    /// The document of an editor nobody has typed in: one empty paragraph.
    fn default() -> Self {
        Self { blocks: vec![Block::Paragraph(Vec::new())] }
    }
}

impl Doc {
    /// The files the document refers to, in reading order, each once.
    pub fn files(&self) -> Vec<Uuid> {
        let mut files = Vec::new();
        collect_files(&self.blocks, &mut files);
        files
    }

    /// Whether there is nothing to read, see or hear in the document.
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(Block::is_blank)
    }
}

fn collect_files<'a>(blocks: impl IntoIterator<Item = &'a Block>, files: &mut Vec<Uuid>) {
    for block in blocks {
        match block {
            Block::Media(media) if !files.contains(&media.file) => files.push(media.file),
            other => collect_files(other.children(), files),
        }
    }
}
