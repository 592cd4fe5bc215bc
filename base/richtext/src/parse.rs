//! Reading the editor's JSON: every node, mark and attribute is checked, what is unknown is refused.
//!
//! Attributes we have no use for (`colwidth`, `target` …) are dropped: the editor adds some by itself, and nothing
//! that is not read here is ever stored.

mod attributes;
mod blocks;
mod inlines;

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

use crate::inline::without_controls;
use crate::{Doc, Reason, Refused};
use attributes::Attributes;

/// The heaviest JSON read, in bytes.
const HEAVIEST_JSON: usize = 256 * 1024;
/// The deepest level: the document is level 0, its blocks level 1.
const DEEPEST_LEVEL: usize = 12;
/// The most nodes, the document itself included.
const MOST_NODES: usize = 5_000;
/// The most characters of text, captions and alternatives included.
const MOST_CHARACTERS: usize = 100_000;

/// Reads a document sent by the editor or taken from the database.
///
/// Refused when it is not in the schema or beyond a limit; see [`Reason`].
pub fn parse(json: &str) -> Result<Doc, Refused> {
    if json.len() > HEAVIEST_JSON {
        return Err(Reason::TooHeavy.into());
    }
    let Ok(value) = serde_json::from_str::<Value>(json) else {
        return Err(Reason::NotJson.into());
    };
    document(&value)
}

/// Reads the plain text of a form without script, under the same limits as [`parse`].
pub fn parse_plain(text: &str) -> Result<Doc, Refused> {
    if text.chars().count() > MOST_CHARACTERS {
        return Err(Reason::TooMuchText.into());
    }
    parse(&Doc::from_plain(text).to_json())
}

/// Reads what a text area sent: the editor's document `json`, or where scripts do not run the `plain` text.
pub fn written(plain: &str, json: &str) -> Result<Doc, Refused> {
    match json.trim() {
        "" => parse_plain(plain),
        json => parse(json),
    }
}

impl<'de> Deserialize<'de> for Doc {
    /// Accepts and refuses what [`parse`] does, the weight of the JSON excepted.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        document(&value).map_err(serde::de::Error::custom)
    }
}

fn document(value: &Value) -> Result<Doc, Refused> {
    let mut reader = Reader::default();
    let root = reader.open(value, 0)?;
    if root.kind != "doc" {
        return Err(Reason::NotDocument.into());
    }
    Ok(Doc { blocks: reader.blocks(&root)? })
}

/// What has been read so far, held against the limits.
#[derive(Default)]
struct Reader {
    nodes: usize,
    characters: usize,
}

/// A node whose kind is known and whose depth has been checked.
struct Node<'a> {
    kind: &'a str,
    fields: &'a Map<String, Value>,
    depth: usize,
}

impl<'a> Node<'a> {
    fn attributes(&self) -> Result<Attributes<'a>, Refused> {
        Attributes::of(self.fields)
    }
}

impl Reader {
    fn open<'a>(&mut self, value: &'a Value, depth: usize) -> Result<Node<'a>, Refused> {
        let (kind, fields) = typed(value)?;
        if depth > DEEPEST_LEVEL {
            return Err(Reason::TooDeep.into());
        }
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(Reason::TooManyNodes.into());
        }
        Ok(Node { kind, fields, depth })
    }

    /// Reads each node of `content` with the same function; a refusal tells which one.
    fn children<T>(
        &mut self,
        parent: &Node<'_>,
        read: fn(&mut Self, &Node<'_>) -> Result<T, Refused>,
    ) -> Result<Vec<T>, Refused> {
        let mut children = Vec::new();
        for (index, value) in list(parent.fields, "content")?.iter().enumerate() {
            let child = self.open(value, parent.depth + 1).and_then(|node| read(self, &node));
            children.push(child.map_err(|refused| refused.inside(&format!("content[{index}]")))?);
        }
        Ok(children)
    }

    fn clean(&mut self, raw: &str) -> Result<String, Refused> {
        let text = without_controls(raw);
        self.characters += text.chars().count();
        if self.characters > MOST_CHARACTERS {
            return Err(Reason::TooMuchText.into());
        }
        Ok(text)
    }
}

/// The `type` and the fields of a node or mark.
fn typed(value: &Value) -> Result<(&str, &Map<String, Value>), Refused> {
    let fields = value.as_object().ok_or(Reason::Shape)?;
    let kind = fields.get("type").and_then(Value::as_str).ok_or(Reason::Shape)?;
    Ok((kind, fields))
}

/// A field that holds a list; absent is empty.
fn list<'a>(fields: &'a Map<String, Value>, name: &str) -> Result<&'a [Value], Refused> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(values)) => Ok(values),
        Some(_) => Err(Refused::at(name, Reason::Shape)),
    }
}

/// Why a node may not stand where it was found.
fn unexpected(kind: &str) -> Reason {
    match kind {
        "doc" | "paragraph" | "heading" | "bulletList" | "orderedList" | "listItem" | "blockquote" | "hardBreak"
        | "horizontalRule" | "callout" | "table" | "tableRow" | "tableHeader" | "tableCell" | "image" | "audio"
        | "video" | "file" | "text" => Reason::Misplaced,
        _ => Reason::UnknownNode,
    }
}
