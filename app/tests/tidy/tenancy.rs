//! A statement on a table of a school says which school: tables of services that hold `school_id` are never read,
//! changed or counted without it.

use crate::tree::{files, read, short};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::BTreeSet;

/// Files whose statements concern more than a school, and why.
const EXCUSED: &[(&str, &str)] = &[
    ("app/src/bench/crowd.rs", "the bench picks posts of the whole territory"),
    ("app/src/bench/communication/mod.rs", "the bench counts what the whole territory holds"),
    ("app/src/bench/communication/people.rs", "the bench picks conversations of the whole territory"),
];

#[test]
fn statements_on_tables_of_a_school_name_the_school() {
    let tables = tables_with_school();
    assert!(tables.contains("post"), "no table of a school was found: {tables:?}");
    let mut wrong = Vec::new();
    for path in files("services", "rs").into_iter().chain(files("app/src", "rs")) {
        let name = short(&path);
        if name.contains("/tests/") || EXCUSED.iter().any(|it| it.0 == name) {
            continue;
        }
        let tokens: TokenStream = read(&path).parse().expect("Rust");
        for statement in texts(tokens) {
            if touches(&statement, &tables) && !statement.contains("school_id") {
                wrong.push(format!("{name}: {statement}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The tables of services whose rows say their school.
fn tables_with_school() -> BTreeSet<String> {
    let mut tables = BTreeSet::new();
    for path in files("services", "sql") {
        let text = read(&path);
        for table in text.split("create table ").skip(1) {
            let (name, body) = table.split_once(" (").unwrap();
            if body.split("\n);").next().is_some_and(|it| it.contains("school_id ")) {
                tables.insert(name.to_owned());
            }
        }
    }
    tables
}

/// Every text written in a source file, however deep; the parts of a `concat!` are one text.
fn texts(tokens: TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    let mut joined = false;
    for token in tokens {
        match token {
            TokenTree::Group(group) if joined => found.push(texts(group.stream()).concat()),
            TokenTree::Group(group) => found.extend(texts(group.stream())),
            TokenTree::Ident(ident) => joined = ident == "concat",
            TokenTree::Punct(_) => {}
            TokenTree::Literal(literal) => {
                if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                    found.push(text.value());
                }
            }
        }
    }
    found
}

fn touches(statement: &str, tables: &BTreeSet<String>) -> bool {
    let words: Vec<&str> = statement.split_whitespace().collect();
    words.windows(2).any(|pair| {
        let verb = matches!(pair[0], "from" | "join" | "update" | "into");
        verb && tables.contains(pair[1].trim_matches(|it: char| !it.is_alphanumeric() && it != '_'))
    })
}
