//! What a page is made of: blocks, one under another.

use db::{Error, Result, Uuid};
use richtext::Doc;
use school::text_enum;
use serde::{Deserialize, Serialize};

text_enum! {
    /// The kinds of blocks, in the order they are offered.
    BlockKind {
        /// Some text.
        Text = "text",
        /// A title within the page.
        Heading = "heading",
        /// A photograph and what it shows.
        Picture = "picture",
        /// A PDF document.
        Document = "document",
        /// A link to another site.
        Link = "link",
        /// Where to write, call, come: what the site says.
        Contact = "contact",
        /// The events to come of the site.
        Agenda = "agenda",
    }
}

/// A block, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block {
    /// Some text.
    Text {
        /// The text.
        doc: Doc,
    },
    /// A title within the page.
    Heading {
        /// The title.
        text: String,
    },
    /// A photograph.
    Picture {
        /// The file.
        file: Uuid,
        /// What it shows.
        alt: String,
        /// Width in pixels.
        width: i64,
        /// Height in pixels.
        height: i64,
    },
    /// A PDF document.
    Document {
        /// The paper.
        file: Uuid,
        /// What it is.
        label: String,
    },
    /// A link.
    Link {
        /// Where it leads.
        address: String,
        /// What it says.
        label: String,
    },
    /// The contact of the site.
    Contact,
    /// The events to come.
    Agenda,
}

/// The blocks of a page, from top to bottom. Kept as JSON.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Blocks(pub Vec<Block>);

impl TryFrom<String> for Blocks {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        serde_json::from_str(&text).map(Self).map_err(|error| error.to_string())
    }
}

impl Blocks {
    /// As they are kept.
    ///
    /// # Errors
    /// A fault when they cannot be written.
    pub fn to_json(&self) -> Result<String> {
        serde_json::to_string(&self.0).map_err(Error::fault)
    }

    /// Whether a photograph is shown.
    pub fn has_picture(&self) -> bool {
        self.0.iter().any(|block| matches!(block, Block::Picture { .. }))
    }

    /// Whether the events to come are shown.
    pub fn has_agenda(&self) -> bool {
        self.0.contains(&Block::Agenda)
    }

    /// The photographs and documents shown, each once.
    pub fn files(&self) -> Vec<Uuid> {
        let mut files = Vec::new();
        for block in &self.0 {
            match block {
                Block::Picture { file, .. } | Block::Document { file, .. } if !files.contains(file) => {
                    files.push(*file)
                }
                Block::Picture { .. }
                | Block::Document { .. }
                | Block::Text { .. }
                | Block::Heading { .. }
                | Block::Link { .. }
                | Block::Contact
                | Block::Agenda => {}
            }
        }
        files
    }

    /// All the words in them.
    pub fn plain(&self) -> String {
        let words = self.0.iter().map(|block| match block {
            Block::Text { doc } => doc.to_plain(),
            Block::Heading { text } => text.clone(),
            Block::Picture { alt, .. } => alt.clone(),
            Block::Document { label, .. } | Block::Link { label, .. } => label.clone(),
            Block::Contact | Block::Agenda => String::new(),
        });
        words.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_as_they_are_kept() {
        let blocks = Blocks(vec![
            Block::Text { doc: Doc::from_plain("Bonjour <b>") },
            Block::Heading { text: "La cantine".to_owned() },
            Block::Picture { file: Uuid::from_u128(7), alt: "Le préau".to_owned(), width: 4, height: 3 },
            Block::Contact,
            Block::Agenda,
        ]);
        assert_eq!(Blocks::try_from(blocks.to_json().unwrap()).unwrap(), blocks);
        assert_eq!(blocks.files(), [Uuid::from_u128(7)]);
        assert!(blocks.plain().contains("La cantine") && blocks.has_agenda());
    }
}
