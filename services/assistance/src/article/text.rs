//! The plain texts of the articles the product comes with: lines that begin with `1.` are the steps of a list, those with `-`
//! its points.

use db::{Error, Result};
use richtext::Doc;
use serde_json::{Value, json};

/// A text of the file as a document.
///
/// # Errors
/// A fault of the file.
pub(super) fn document(text: &str) -> Result<Doc> {
    let blocks: Vec<Value> = text.split("\n\n").map(block).collect();
    let json = json!({ "type": "doc", "content": blocks });
    richtext::parse(&json.to_string()).map_err(Error::fault)
}

fn block(text: &str) -> Value {
    let items = |sign: &str| -> Option<Vec<Value>> {
        text.lines().map(|line| line.strip_prefix(sign).map(|it| item(it.trim()))).collect()
    };
    match (items("1."), items("-")) {
        (Some(steps), _) => json!({ "type": "orderedList", "attrs": { "start": 1 }, "content": steps }),
        (None, Some(points)) => json!({ "type": "bulletList", "content": points }),
        (None, None) => paragraph(&text.lines().collect::<Vec<_>>().join(" ")),
    }
}

fn item(text: &str) -> Value {
    json!({ "type": "listItem", "content": [paragraph(text)] })
}

fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::document;

    #[test]
    fn lists_are_lists() {
        let text = document("Deux pas :\n\n1. Ouvrir.\n1. Signer.\n\n- Un point").unwrap().to_plain();
        assert_eq!(text, "Deux pas :\n\n1. Ouvrir.\n2. Signer.\n\n- Un point");
    }
}
