//! The situations of docs/situations.md each have a test: through pages or an import, on both databases.

use crate::tree::{read, top};
use std::collections::BTreeMap;

/// How many situations there are at least.
const LEAST: usize = 250;
/// How many lines one test may stand for.
const MOST: usize = 3;
/// What begins each table.
const HEADER: &str = "| Situation | Expected | Source | Test |";

/// The tests of the lines of the page, as `file::function`.
fn situations() -> Vec<String> {
    let page = read(&top().join("docs/situations.md"));
    let mut tests = Vec::new();
    for line in page.lines().filter(|it| it.starts_with('|') && *it != HEADER && !it.starts_with("|--")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 4, "{line}");
        assert!(cells.iter().all(|it| !it.is_empty()), "{line}");
        let test = cells[3].strip_prefix('`').and_then(|it| it.strip_suffix('`'));
        tests.push(test.unwrap_or_else(|| panic!("no test in {line}")).to_owned());
    }
    tests
}

/// What is wrong with a test the page names.
fn fault(test: &str) -> Option<&'static str> {
    let Some((file, function)) = test.split_once("::") else { return Some("no file and function") };
    let through = ["services/", "app/"].iter().any(|it| file.starts_with(it)) && file.contains("/tests/");
    if !through {
        return Some("neither through pages nor an import");
    }
    let path = top().join(file);
    if !path.is_file() {
        return Some("no such file");
    }
    let source = read(&path);
    let start = format!("#[tokio::test]\nasync fn {function}(");
    let Some((_, story)) = source.split_once(start.as_str()) else { return Some("no such test") };
    let story = story.split("\n}\n").next().unwrap_or(story);
    let both = ["on_both(", "in_every_house("].iter().any(|it| story.contains(it));
    (!both).then_some("not on both databases")
}

#[test]
fn situations_are_many() {
    let count = situations().len();
    assert!(count >= LEAST, "{count} situations");
}

#[test]
fn each_situation_has_its_test() {
    let faults: Vec<String> =
        situations().into_iter().filter_map(|test| fault(&test).map(|fault| format!("{test}: {fault}"))).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn no_test_stands_for_many_situations() {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for test in situations() {
        *times.entry(test).or_default() += 1;
    }
    times.retain(|_, times| *times > MOST);
    assert!(times.is_empty(), "{times:?}");
}
