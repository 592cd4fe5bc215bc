//! One way to write: `change` where the number of rows is nobody's question, `changed_rows` where it is answered to somebody.

use crate::tree::{files, read, short};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A statement that runs something and lets the number of rows fall.
const LETS_FALL: [&str; 8] = ["tx", ".", "changed_rows", "()", ".", "await", "?", ";"];

#[test]
fn a_number_of_rows_is_asked_only_by_who_reads_it() {
    let mut wrong = Vec::new();
    for path in ["app/src", "base", "services"].into_iter().flat_map(|under| files(under, "rs")) {
        let tokens: TokenStream = read(&path).parse().expect("Rust");
        let count = fallen(tokens);
        if count > 0 {
            wrong.push(format!("{}: {count} × tx.changed_rows, say tx.change", short(&path)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_number_that_falls_is_seen() {
    for (code, count) in [
        ("{ tx.changed_rows(SQL, &[]).await?; }", 1),
        ("if x { y(); } self.tx.changed_rows(SQL, &[]).await?; tx.changed_rows(SQL, &[]).await?;", 2),
        ("let rows = tx.changed_rows(SQL, &[]).await?;", 0),
        ("rows += tx.changed_rows(SQL, &[]).await?; tx.change(SQL, &[]).await?; tx.changed_rows(SQL, &[]).await", 0),
    ] {
        assert_eq!(fallen(code.parse().expect("Rust")), count, "{code}");
    }
}

/// How many statements let their number fall, however deep.
fn fallen(tokens: TokenStream) -> usize {
    let mut deeper = 0;
    let mut spelled = Vec::new();
    for token in tokens {
        spelled.push(match token {
            TokenTree::Group(group) => {
                deeper += fallen(group.stream());
                if group.delimiter() == Delimiter::Brace { "{}".to_owned() } else { "()".to_owned() }
            }
            other => other.to_string(),
        });
    }
    let here = (0..spelled.len()).filter(|at| spelled[*at..].starts_with(&LETS_FALL.map(str::to_owned)));
    deeper + here.filter(|at| begins_a_statement(&spelled[..*at])).count()
}

/// Whether what stands before, but for `self.`, ends a statement or is nothing.
fn begins_a_statement(before: &[String]) -> bool {
    let before = match before {
        [rest @ .., own, dot] if own == "self" && dot == "." => rest,
        _ => before,
    };
    before.last().is_none_or(|it| it == ";" || it == "{}")
}
