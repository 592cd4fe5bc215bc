//! Reading texts, their marks and line breaks.

use std::mem;

use serde_json::Value;

use super::attributes::{Attributes, wrong};
use super::{Node, Reader, list, typed, unexpected};
use crate::{Color, Href, Inline, Marks, Reason, Refused, Text};

impl Reader {
    /// The line of a paragraph or heading: empty texts removed, neighbours marked alike merged.
    pub(super) fn inlines(&mut self, parent: &Node<'_>) -> Result<Vec<Inline>, Refused> {
        let mut merged = Vec::new();
        for inline in self.children(parent, Self::inline)? {
            append(&mut merged, inline);
        }
        Ok(merged)
    }

    fn inline(&mut self, node: &Node<'_>) -> Result<Inline, Refused> {
        match node.kind {
            "text" => self.text(node),
            "hardBreak" => Ok(Inline::Break),
            other => Err(unexpected(other).into()),
        }
    }

    fn text(&mut self, node: &Node<'_>) -> Result<Inline, Refused> {
        let raw = node.fields.get("text").and_then(Value::as_str);
        let text = self.clean(raw.ok_or_else(|| Refused::at("text", Reason::Shape))?)?;
        Ok(Inline::Text(Text { text, marks: marks(node)? }))
    }
}

fn append(line: &mut Vec<Inline>, inline: Inline) {
    let Inline::Text(text) = inline else {
        line.push(Inline::Break);
        return;
    };
    if text.text.is_empty() {
        return;
    }
    match line.last_mut() {
        Some(Inline::Text(last)) if last.marks == text.marks => last.text.push_str(&text.text),
        _ => line.push(Inline::Text(text)),
    }
}

fn marks(node: &Node<'_>) -> Result<Marks, Refused> {
    let mut marks = Marks::default();
    for (index, value) in list(node.fields, "marks")?.iter().enumerate() {
        add_mark(&mut marks, value).map_err(|refused| refused.inside(&format!("marks[{index}]")))?;
    }
    Ok(marks)
}

fn add_mark(marks: &mut Marks, value: &Value) -> Result<(), Refused> {
    let (kind, fields) = typed(value)?;
    let attributes = Attributes::of(fields)?;
    let repeated = match kind {
        "bold" => mem::replace(&mut marks.bold, true),
        "italic" => mem::replace(&mut marks.italic, true),
        "underline" => mem::replace(&mut marks.underline, true),
        "color" => marks.color.replace(color(&attributes)?).is_some(),
        "link" => marks.link.replace(link(&attributes)?).is_some(),
        _ => return Err(Reason::UnknownMark.into()),
    };
    if repeated { Err(Reason::RepeatedMark.into()) } else { Ok(()) }
}

fn color(attributes: &Attributes<'_>) -> Result<Color, Refused> {
    attributes.required("color", |value| value.as_str().and_then(Color::from_name))
}

fn link(attributes: &Attributes<'_>) -> Result<Href, Refused> {
    Href::new(attributes.text("href")?).map_err(|reason| wrong("href", reason))
}
