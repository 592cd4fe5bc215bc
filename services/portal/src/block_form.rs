//! A block as it was typed: shown again as it is when something is wrong, or when another block is added.

use crate::{
    W,
    block::{Block, BlockKind},
    file::Known,
    wrong::{Wrong, one_line},
};
use db::Uuid;
use richtext::Href;
use web::Upload;

/// The longest line of a block, in characters.
const LONGEST: usize = 200;

/// A block as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedBlock {
    /// What it is.
    pub kind: Option<BlockKind>,
    /// Its text, plain.
    pub text: String,
    /// The document of the editor; empty where scripts do not run.
    pub text_json: String,
    /// Its title, what a photograph shows, what a link or a document is.
    pub label: String,
    /// Where a link leads.
    pub address: String,
    /// The file it shows, as text.
    pub file: String,
}

/// The name of a field of the block at a place.
pub fn field(place: usize, name: &str) -> String {
    format!("b{place}-{name}")
}

impl TypedBlock {
    /// A new block, empty.
    pub fn new(kind: BlockKind) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// What a form says of the block at a place; nothing when it has no such block.
    pub fn of(upload: &Upload, place: usize) -> Option<Self> {
        let kind = BlockKind::try_from(upload.text(&field(place, "kind")).to_owned()).ok()?;
        let text = |name: &str| upload.text(&field(place, name)).to_owned();
        Some(Self {
            kind: Some(kind),
            text: text("text"),
            text_json: text("text_json"),
            label: text("label"),
            address: text("address"),
            file: text("file"),
        })
    }

    /// The form that would give a block again.
    pub fn again(block: &Block) -> Self {
        match block {
            Block::Text { doc } => {
                Self { text: doc.to_plain(), text_json: doc.to_json(), ..Self::new(BlockKind::Text) }
            }
            Block::Heading { text } => Self { label: text.clone(), ..Self::new(BlockKind::Heading) },
            Block::Picture { file, alt, .. } => {
                Self { file: file.to_string(), label: alt.clone(), ..Self::new(BlockKind::Picture) }
            }
            Block::Document { file, label } => {
                Self { file: file.to_string(), label: label.clone(), ..Self::new(BlockKind::Document) }
            }
            Block::Link { address, label } => {
                Self { address: address.clone(), label: label.clone(), ..Self::new(BlockKind::Link) }
            }
            Block::Contact => Self::new(BlockKind::Contact),
            Block::Agenda => Self::new(BlockKind::Agenda),
        }
    }

    /// The file it names.
    pub fn file(&self) -> Option<Uuid> {
        self.file.parse().ok()
    }

    /// What can be kept of it; nothing for a block left empty. What is wrong is added beside its fields.
    pub fn check(&self, place: usize, known: &Known, wrong: &mut Wrong) -> Option<Block> {
        let label = one_line(&self.label);
        let is_long = label.chars().count() > LONGEST;
        wrong.require(!is_long, field(place, "label"), W.line_too_long());
        match self.kind? {
            BlockKind::Text => self.check_text(place, wrong),
            BlockKind::Heading => (!label.is_empty()).then_some(Block::Heading { text: label }),
            BlockKind::Picture => {
                wrong.require(!label.is_empty(), field(place, "label"), W.alt_missing());
                let found = self.file().and_then(|file| known.picture(file));
                wrong.require(found.is_some(), field(place, "photo"), W.picture_missing());
                let picture = found?;
                Some(Block::Picture { file: picture.id.0, alt: label, width: picture.width, height: picture.height })
            }
            BlockKind::Document => {
                wrong.require(!label.is_empty(), field(place, "label"), W.label_missing());
                let found = self.file().filter(|file| known.has_document(*file));
                wrong.require(found.is_some(), field(place, "upload"), W.document_missing());
                Some(Block::Document { file: found?, label })
            }
            BlockKind::Link => self.check_link(place, label, wrong),
            BlockKind::Contact => Some(Block::Contact),
            BlockKind::Agenda => Some(Block::Agenda),
        }
    }

    fn check_text(&self, place: usize, wrong: &mut Wrong) -> Option<Block> {
        match richtext::written(&self.text, &self.text_json) {
            Ok(doc) => (!doc.is_empty()).then_some(Block::Text { doc }),
            Err(refused) => {
                wrong.add(field(place, "text"), refused.message());
                None
            }
        }
    }

    fn check_link(&self, place: usize, label: String, wrong: &mut Wrong) -> Option<Block> {
        if label.is_empty() && self.address.trim().is_empty() {
            return None;
        }
        wrong.require(!label.is_empty(), field(place, "label"), W.label_missing());
        match Href::new(&self.address) {
            Ok(address) => Some(Block::Link { address: address.as_str().to_owned(), label }),
            Err(reason) => {
                wrong.add(field(place, "address"), reason.message());
                None
            }
        }
    }
}
