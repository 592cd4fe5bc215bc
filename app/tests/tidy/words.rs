//! What people read stands in words/, and all that stands there is read.

use crate::tree::{files, read, short, top};
use std::fs;

#[test]
fn templates_hold_no_text_of_their_own() {
    let mut texts = Vec::new();
    let templates = files("services", "html").into_iter().chain(files("base/web/templates", "html"));
    // The attributes of a field are shared by several tags, and stand outside of any.
    for path in templates.filter(|path| !path.ends_with("field_attributes.html")) {
        let left = outside_of_tags(&without(&without(&without(&read(&path), "{#", "#}"), "{%", "%}"), "{{", "}}"));
        let words: Vec<&str> = left.split_whitespace().filter(|it| it.chars().any(char::is_alphabetic)).collect();
        if !words.is_empty() {
            texts.push(format!("{}: {}", short(&path), words.join(" ")));
        }
    }
    assert!(texts.is_empty(), "{texts:#?}");
}

fn without(text: &str, open: &str, close: &str) -> String {
    let mut parts = text.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + " " + part.split_once(close).map_or("", |it| it.1))
}

fn outside_of_tags(html: &str) -> String {
    // Entities such as &nbsp; are no words.
    let html = without(html, "<", ">");
    let parts: Vec<&str> = html
        .split('&')
        .enumerate()
        .map(|(rank, it)| if rank == 0 { it } else { it.split_once(';').map_or(it, |it| it.1) })
        .collect();
    parts.join(" ")
}

#[test]
fn every_word_is_used() {
    let mut unused = Vec::new();
    for path in files("", "ftl") {
        let folder = path.parent().unwrap().parent().unwrap();
        let mut sources = String::new();
        for extension in ["rs", "html"] {
            for file in files(&short(folder), extension) {
                sources.push_str(&read(&file));
            }
        }
        if folder == top().join("base/web") {
            // Its words are shared.
            for file in files("services", "rs").into_iter().chain(files("services", "html")) {
                sources.push_str(&fs::read_to_string(file).unwrap());
            }
        }
        let text = read(&path);
        let ids = text
            .lines()
            .filter(|line| line.starts_with(|it: char| it.is_ascii_lowercase()))
            .filter_map(|line| line.split_once(" ="));
        unused.extend(
            ids.map(|it| it.0.replace('-', "_"))
                .filter(|id| !sources.contains(&format!("W.{id}(")))
                .map(|id| format!("{}: {id}", short(&path))),
        );
    }
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn words_are_typed_with_plain_spaces() {
    // The `words` crate binds quotes and marks to their words: typing it too would leave two ways to write the same.
    let mut typed = Vec::new();
    for path in files("", "ftl") {
        let text = read(&path);
        let letters: Vec<char> = text.chars().collect();
        for three in letters.windows(3) {
            let beside = three[0] == '«' || matches!(three[2], '»' | '?' | '!' | ';' | ':' | '%');
            if three[1] == '\u{202f}' || (three[1] == '\u{a0}' && beside) {
                typed.push(format!("{}: {three:?}", short(&path)));
            }
        }
    }
    assert!(typed.is_empty(), "{typed:#?}");
}
