//! Files stay short enough to be read at once.

use crate::tree::{files, read, short};

const MEDIAN: usize = 100;
const NINETEEN_OF_TWENTY: usize = 300;
const MOST: usize = 500;

#[test]
fn source_files_keep_to_their_budget() {
    let mut sizes: Vec<(usize, String)> = ["app", "base", "protocols", "services"]
        .iter()
        .flat_map(|it| files(it, "rs"))
        .filter(|path| !path.components().any(|part| part.as_os_str() == "tests"))
        .map(|path| (length(&read(&path)), short(&path)))
        .collect();
    sizes.sort();
    let at = |share: usize| &sizes[(sizes.len() - 1) * share / 100];
    assert!(at(100).0 <= MOST, "{:?}", at(100));
    assert!(at(95).0 <= NINETEEN_OF_TWENTY, "{:?}", at(95));
    assert!(at(50).0 <= MEDIAN, "{:?}", at(50));
}

/// Lines of the application: the tests at the end of a file are not counted (style of the codebases we learn from).
fn length(source: &str) -> usize {
    source.lines().take_while(|line| *line != "#[cfg(test)]").count()
}

#[test]
fn templates_and_islands_keep_to_theirs() {
    for (folder, extension, most) in
        [("base", "html", 100), ("services", "html", 100), ("islands", "ts", 250), ("base", "css", 300)]
    {
        for path in files(folder, extension) {
            let lines = read(&path).lines().count();
            assert!(lines <= most, "{} has {lines} lines", short(&path));
        }
    }
}
