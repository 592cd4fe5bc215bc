//! Writing a document back in the editor's JSON.
//!
//! Keys are inserted in alphabetical order: the text is then the same whether or not some crate of the build asks
//! `serde_json` to preserve the order of insertion.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use crate::{Block, Cell, Doc, Inline, Marks, Media};

impl Doc {
    /// The document as canonical JSON: what the database keeps and the editor opens.
    ///
    /// [`parse`](crate::parse) gives the same document back.
    pub fn to_json(&self) -> String {
        document(self).to_string()
    }
}

impl Serialize for Doc {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        document(self).serialize(serializer)
    }
}

fn document(doc: &Doc) -> Value {
    // The editor cannot open a document without any block.
    let content = if doc.blocks.is_empty() { vec![node("paragraph", None, Vec::new())] } else { blocks(&doc.blocks) };
    node("doc", None, content)
}

fn node(kind: &str, attributes: Option<Value>, content: Vec<Value>) -> Value {
    let mut fields = Map::new();
    if let Some(attributes) = attributes {
        fields.insert("attrs".to_owned(), attributes);
    }
    if !content.is_empty() {
        fields.insert("content".to_owned(), Value::Array(content));
    }
    fields.insert("type".to_owned(), kind.into());
    Value::Object(fields)
}

fn blocks(blocks: &[Block]) -> Vec<Value> {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Paragraph(content) => node("paragraph", None, inlines(content)),
        Block::Heading { level, content } => {
            node("heading", Some(json!({ "level": level.number() })), inlines(content))
        }
        Block::BulletList(items) => node("bulletList", None, list_items(items)),
        Block::OrderedList { start, items } => node("orderedList", Some(json!({ "start": start })), list_items(items)),
        Block::Quote(content) => node("blockquote", None, blocks(content)),
        Block::Rule => node("horizontalRule", None, Vec::new()),
        Block::Callout { tone, content } => node("callout", Some(json!({ "tone": tone.name() })), blocks(content)),
        Block::Table(rows) => node("table", None, rows.iter().map(|row| table_row(row)).collect()),
        Block::Media(media) => node(media.kind.name(), Some(media_attributes(media)), Vec::new()),
    }
}

fn list_items(items: &[Vec<Block>]) -> Vec<Value> {
    items.iter().map(|content| node("listItem", None, blocks(content))).collect()
}

fn table_row(cells: &[Cell]) -> Value {
    node("tableRow", None, cells.iter().map(table_cell).collect())
}

fn table_cell(cell: &Cell) -> Value {
    let kind = if cell.heading { "tableHeader" } else { "tableCell" };
    node(kind, Some(json!({ "colspan": cell.colspan, "rowspan": cell.rowspan })), blocks(&cell.content))
}

fn media_attributes(media: &Media) -> Value {
    json!({ "alt": media.alt, "file": media.file.to_string(), "title": media.title })
}

fn inlines(content: &[Inline]) -> Vec<Value> {
    content.iter().map(inline).collect()
}

fn inline(inline: &Inline) -> Value {
    let Inline::Text(text) = inline else {
        return node("hardBreak", None, Vec::new());
    };
    let marks = marks(&text.marks);
    if marks.is_empty() {
        json!({ "text": text.text, "type": "text" })
    } else {
        json!({ "marks": marks, "text": text.text, "type": "text" })
    }
}

fn marks(marks: &Marks) -> Vec<Value> {
    let plain = [(marks.bold, "bold"), (marks.italic, "italic"), (marks.underline, "underline")];
    let mut written: Vec<Value> =
        plain.into_iter().filter(|(set, _)| *set).map(|(_, name)| node(name, None, Vec::new())).collect();
    if let Some(color) = marks.color {
        written.push(node("color", Some(json!({ "color": color.name() })), Vec::new()));
    }
    if let Some(link) = &marks.link {
        written.push(node("link", Some(json!({ "href": link.as_str() })), Vec::new()));
    }
    written
}
