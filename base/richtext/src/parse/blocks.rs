//! Reading blocks.

use serde_json::Value;
use uuid::Uuid;

use super::{Node, Reader, unexpected};
use crate::block::table_width;
use crate::{Block, Callout, Cell, Level, Media, MediaKind, Reason, Refused};

/// The most rows of a table.
const MOST_ROWS: usize = 50;
/// The most columns of a table.
const MOST_COLUMNS: u32 = 12;
/// The greatest number a list may start from.
const GREATEST_START: u32 = 999_999;

impl Reader {
    /// The blocks of a node that holds some: at least one, an empty paragraph if need be.
    pub(super) fn blocks(&mut self, parent: &Node<'_>) -> Result<Vec<Block>, Refused> {
        let blocks = self.children(parent, Self::block)?;
        if blocks.is_empty() { Ok(vec![Block::Paragraph(Vec::new())]) } else { Ok(blocks) }
    }

    fn block(&mut self, node: &Node<'_>) -> Result<Block, Refused> {
        match node.kind {
            "paragraph" => Ok(Block::Paragraph(self.inlines(node)?)),
            "heading" => self.heading(node),
            "bulletList" => Ok(Block::BulletList(self.items(node)?)),
            "orderedList" => self.ordered_list(node),
            "blockquote" => Ok(Block::Quote(self.blocks(node)?)),
            "horizontalRule" => Ok(Block::Rule),
            "callout" => self.callout(node),
            "table" => self.table(node),
            other => match MediaKind::from_name(other) {
                Some(kind) => self.media(node, kind),
                None => Err(unexpected(other).into()),
            },
        }
    }

    fn heading(&mut self, node: &Node<'_>) -> Result<Block, Refused> {
        let level = node.attributes()?.required("level", |value| value.as_u64().and_then(Level::from_number))?;
        Ok(Block::Heading { level, content: self.inlines(node)? })
    }

    fn ordered_list(&mut self, node: &Node<'_>) -> Result<Block, Refused> {
        let start = node.attributes()?.number("start", 0..=GREATEST_START, 1)?;
        Ok(Block::OrderedList { start, items: self.items(node)? })
    }

    fn items(&mut self, list: &Node<'_>) -> Result<Vec<Vec<Block>>, Refused> {
        let items = self.children(list, Self::item)?;
        if items.is_empty() { Err(Reason::Childless.into()) } else { Ok(items) }
    }

    fn item(&mut self, node: &Node<'_>) -> Result<Vec<Block>, Refused> {
        match node.kind {
            "listItem" => self.blocks(node),
            other => Err(unexpected(other).into()),
        }
    }

    fn callout(&mut self, node: &Node<'_>) -> Result<Block, Refused> {
        let tone = node.attributes()?.required("tone", |value| value.as_str().and_then(Callout::from_name))?;
        Ok(Block::Callout { tone, content: self.blocks(node)? })
    }

    fn table(&mut self, node: &Node<'_>) -> Result<Block, Refused> {
        let rows = self.children(node, Self::row)?;
        // A row may be empty when cells above hang over it, a whole table may not.
        if rows.iter().all(Vec::is_empty) {
            return Err(Reason::Childless.into());
        }
        if rows.len() > MOST_ROWS || table_width(&rows) > MOST_COLUMNS {
            return Err(Reason::TableTooLarge.into());
        }
        Ok(Block::Table(rows))
    }

    fn row(&mut self, node: &Node<'_>) -> Result<Vec<Cell>, Refused> {
        match node.kind {
            "tableRow" => self.children(node, Self::cell),
            other => Err(unexpected(other).into()),
        }
    }

    fn cell(&mut self, node: &Node<'_>) -> Result<Cell, Refused> {
        let heading = match node.kind {
            "tableHeader" => true,
            "tableCell" => false,
            other => return Err(unexpected(other).into()),
        };
        let (colspan, rowspan) = (span(node, "colspan")?, span(node, "rowspan")?);
        Ok(Cell { heading, colspan, rowspan, content: self.blocks(node)? })
    }

    fn media(&mut self, node: &Node<'_>, kind: MediaKind) -> Result<Block, Refused> {
        let attributes = node.attributes()?;
        let file = attributes.required("file", identifier)?;
        let alt = self.caption(attributes.text("alt")?)?;
        let title = self.caption(attributes.text("title")?)?;
        Ok(Block::Media(Media { kind, file, alt, title }))
    }

    fn caption(&mut self, raw: &str) -> Result<String, Refused> {
        Ok(self.clean(raw)?.trim().to_owned())
    }
}

fn identifier(value: &Value) -> Option<Uuid> {
    Uuid::try_parse(value.as_str()?).ok()
}

fn span(node: &Node<'_>, name: &str) -> Result<u32, Refused> {
    node.attributes()?.number(name, 1..=MOST_COLUMNS, 1)
}
