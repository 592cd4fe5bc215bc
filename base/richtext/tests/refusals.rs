//! What is outside the schema or beyond a limit is refused, with the place and the reason.

#![expect(clippy::unwrap_used, reason = "tests")]

use richtext::{Doc, Reason, Refused, parse, parse_plain};
use serde_json::{Value, json};

/// Each line: where, why, and the JSON, which `whole` completes into a document.
fn check(table: &str, whole: impl Fn(&str) -> String) {
    for line in table.trim().lines() {
        let (place, rest) = line.split_once(' ').unwrap();
        let (reason, json) = rest.split_once(' ').unwrap();
        let refused = parse(&whole(json)).unwrap_err();
        let found = format!("{} {:?}", refused.path, refused.reason);
        assert_eq!(found, format!("{place} {reason}"), "{json}");
    }
}

#[test]
fn what_is_not_a_document() {
    for json in ["", "bonjour", "<p>bonjour</p>", r#"{"type":"doc""#] {
        assert_eq!(parse(json), Err(Refused::from(Reason::NotJson)), "{json}");
    }
    for json in ["null", "[]", "{}", r#"{"type":1}"#] {
        assert_eq!(parse(json), Err(Refused::from(Reason::Shape)), "{json}");
    }
    let paragraph = r#"{"type":"paragraph"}"#;
    assert_eq!(parse(paragraph), Err(Refused::from(Reason::NotDocument)));
}

#[test]
fn nodes_outside_the_schema() {
    let table = r#"
content Shape "a"
content Shape {"type":"paragraph"}
content[1] Shape [{"type":"paragraph"},1]
content[0] UnknownNode [{"type":"script"}]
content[0] UnknownNode [{"type":"codeBlock"}]
content[0] Misplaced [{"type":"text","text":"a"}]
content[0] Misplaced [{"type":"listItem"}]
content[0] Misplaced [{"type":"doc"}]
content[0] Childless [{"type":"bulletList"}]
content[0] Childless [{"type":"table","content":[]}]
content[0] Childless [{"type":"table","content":[{"type":"tableRow"}]}]
content[0].content[0] Misplaced [{"type":"bulletList","content":[{"type":"paragraph"}]}]
content[0].content[0] Misplaced [{"type":"table","content":[{"type":"tableCell"}]}]
content[0].content[0] Misplaced [{"type":"paragraph","content":[{"type":"paragraph"}]}]
content[0].content[0] UnknownNode [{"type":"paragraph","content":[{"type":"mention"}]}]
content[0].content[0] UnknownNode [{"type":"blockquote","content":[{"type":"iframe"}]}]
content[0].content[0].text Shape [{"type":"paragraph","content":[{"type":"text"}]}]
content[0].content[0].text Shape [{"type":"paragraph","content":[{"type":"text","text":1}]}]
"#;
    check(table, |content| format!(r#"{{"type":"doc","content":{content}}}"#));
}

#[test]
fn attributes_without_an_allowed_value() {
    let table = r#"
content[0].attrs Shape {"type":"heading","attrs":2}
content[0].attrs.level Attribute {"type":"heading"}
content[0].attrs.level Attribute {"type":"heading","attrs":{"level":1}}
content[0].attrs.level Attribute {"type":"heading","attrs":{"level":5}}
content[0].attrs.level Attribute {"type":"heading","attrs":{"level":"2"}}
content[0].attrs.start Attribute {"type":"orderedList","attrs":{"start":-1}}
content[0].attrs.start Attribute {"type":"orderedList","attrs":{"start":1000000}}
content[0].attrs.tone Attribute {"type":"callout"}
content[0].attrs.tone Attribute {"type":"callout","attrs":{"tone":"x\" onclick=\""}}
content[0].attrs.file Attribute {"type":"image"}
content[0].attrs.file Attribute {"type":"image","attrs":{"src":"/a.png"}}
content[0].attrs.file Attribute {"type":"image","attrs":{"file":"https://exemple.fr/a.png"}}
content[0].attrs.alt Attribute {"type":"image","attrs":{"file":"FILE","alt":1}}
content[0].attrs.title Attribute {"type":"file","attrs":{"file":"FILE","title":[]}}
"#;
    check(table, |node| {
        let node = node.replace("FILE", "00000000-0000-0000-0000-000000000001");
        format!(r#"{{"type":"doc","content":[{node}]}}"#)
    });
}

#[test]
fn spans_out_of_range() {
    for (colspan, rowspan, name) in [(0, 1, "colspan"), (13, 1, "colspan"), (1, 0, "rowspan"), (1, 13, "rowspan")] {
        let place = format!("content[0].content[0].content[0].attrs.{name}");
        let expected = (place, Reason::Attribute);
        assert_eq!(refusal(&table(1, colspan, rowspan)), expected);
    }
}

#[test]
fn marks_outside_the_schema() {
    let table = r##"
content[0].content[1].marks Shape {"type":"bold"}
content[0].content[1].marks[0] Shape ["bold"]
content[0].content[1].marks[1] UnknownMark [{"type":"bold"},{"type":"strike"}]
content[0].content[1].marks[1] RepeatedMark [{"type":"bold"},{"type":"bold"}]
content[0].content[1].marks[0].attrs.color Attribute [{"type":"color"}]
content[0].content[1].marks[0].attrs.color Attribute [{"type":"color","attrs":{"color":"#f00"}}]
content[0].content[1].marks[0].attrs.href Link [{"type":"link"}]
content[0].content[1].marks[0].attrs.href Link [{"type":"link","attrs":{"href":"javascript:a()"}}]
content[0].content[1].marks[0].attrs.href Link [{"type":"link","attrs":{"href":"https://a:b@c.fr"}}]
content[0].content[1].marks[0].attrs.href LinkTooLong [{"type":"link","attrs":{"href":"LONG"}}]
"##;
    let long = format!("https://exemple.fr/{}", "a".repeat(2000));
    check(table, |marks| {
        let marks = marks.replace("LONG", &long);
        let first = r#"{"type":"text","text":"a"}"#;
        let second = format!(r#"{{"type":"text","text":"b","marks":{marks}}}"#);
        let line = format!(r#"{{"type":"paragraph","content":[{first},{second}]}}"#);
        format!(r#"{{"type":"doc","content":[{line}]}}"#)
    });
}

fn doc(content: &Value) -> Value {
    json!({ "type": "doc", "content": content })
}

fn paragraph(text: &str) -> Value {
    json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] })
}

fn quotes(count: usize) -> Value {
    let inside = (0..count).fold(paragraph("a"), |inner, _| json!({ "type": "blockquote", "content": [inner] }));
    doc(&json!([inside]))
}

/// A table of one cell in each row.
fn table(rows: usize, colspan: u32, rowspan: u32) -> Value {
    let spans = json!({ "colspan": colspan, "rowspan": rowspan });
    let cell = json!({ "type": "tableCell", "attrs": spans });
    let row = json!({ "type": "tableRow", "content": [cell] });
    doc(&json!([{ "type": "table", "content": vec![row; rows] }]))
}

fn refusal(document: &Value) -> (String, Reason) {
    let Refused { path, reason } = parse(&document.to_string()).unwrap_err();
    (path, reason)
}

#[test]
fn the_heaviest_json_is_256_kibibytes() {
    let document = r#"{"type":"doc"}"#;
    let padded = |length: usize| document.to_owned() + &" ".repeat(length - document.len());
    assert_eq!(parse(&padded(256 * 1024)), Ok(Doc::default()));
    let refused = Refused::from(Reason::TooHeavy);
    assert_eq!(parse(&padded(256 * 1024 + 1)), Err(refused));
}

#[test]
fn the_deepest_level_is_12() {
    // Ten quotes, a paragraph, its text.
    assert!(parse(&quotes(10).to_string()).is_ok());
    let (path, reason) = refusal(&quotes(11));
    assert_eq!(path, ["content[0]"; 13].join("."));
    assert_eq!(reason, Reason::TooDeep);
}

#[test]
fn the_most_nodes_are_5000() {
    let lines = |count: usize| doc(&json!(vec![json!({ "type": "paragraph" }); count]));
    assert!(parse(&lines(4_999).to_string()).is_ok());
    let expected = ("content[4999]".to_owned(), Reason::TooManyNodes);
    assert_eq!(refusal(&lines(5_000)), expected);
}

#[test]
fn the_longest_text_is_100_000_characters() {
    let half = paragraph(&"é".repeat(50_000));
    let longest = doc(&json!([half, half]));
    assert!(parse(&longest.to_string()).is_ok());
    let longer = doc(&json!([half, half, paragraph("!")]));
    let expected = ("content[2].content[0]".to_owned(), Reason::TooMuchText);
    assert_eq!(refusal(&longer), expected);
}

#[test]
fn the_largest_table_is_50_by_12() {
    assert!(parse(&table(50, 12, 1).to_string()).is_ok());
    let expected = ("content[0]".to_owned(), Reason::TableTooLarge);
    assert_eq!(refusal(&table(51, 1, 1)), expected);
    // Seven columns hang over the second row's seven.
    assert_eq!(refusal(&table(2, 7, 2)), expected);
}

#[test]
fn plain_text_has_the_same_limits() {
    assert_eq!(parse_plain("Bonjour"), Ok(Doc::from_plain("Bonjour")));
    let too_long = parse_plain(&"é".repeat(100_001)).unwrap_err();
    assert_eq!(too_long.reason, Reason::TooMuchText);
    let too_many = parse_plain(&"a\n\n".repeat(3_000)).unwrap_err();
    assert_eq!(too_many.reason, Reason::TooManyNodes);
}

#[test]
fn a_refusal_reads_in_french() {
    let message = parse(&quotes(11).to_string()).unwrap_err().message();
    assert!(message.contains("12\u{a0}niveaux"), "{message}");
    let refused = parse(r#"{"type":"doc","content":[{"type":"iframe"}]}"#).unwrap_err();
    let sentence = "Ce texte contient un élément que l’éditeur ne connaît pas.";
    assert_eq!(refused.message(), sentence);
    assert_eq!(refused.to_string(), format!("content[0]\u{a0}: {sentence}"));
}
