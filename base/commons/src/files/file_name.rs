//! The name of a file somebody sends, as it is kept.

/// How many characters of a name are kept.
const LONGEST: usize = 120;
/// How long the end after the last dot may be, with it, to be an extension.
const LONGEST_EXTENSION: usize = 12;

/// A name without folders, nor what no name holds; one too long keeps its extension, which says what to open it with.
pub fn base_name(path: &str) -> String {
    let last = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: Vec<char> = last.chars().filter(|it| !it.is_control()).collect();
    if name.len() <= LONGEST {
        return name.into_iter().collect();
    }
    let end = name.iter().rposition(|it| *it == '.').map_or(0, |dot| name.len() - dot);
    let end = if end <= LONGEST_EXTENSION { end } else { 0 };
    name.iter().take(LONGEST - end).chain(name.iter().skip(name.len() - end)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_nothing_of_folders() {
        assert_eq!(base_name("C:\\Users\\zoe\\mare.jpg"), "mare.jpg");
        assert_eq!(base_name("../../etc/passwd\n"), "passwd");
    }

    #[test]
    fn a_name_too_long_keeps_its_extension() {
        assert_eq!(base_name(&"é".repeat(200)).chars().count(), 120);
        assert_eq!(base_name(&format!("{}.csv", "é".repeat(200))), format!("{}.csv", "é".repeat(116)));
        let no_extension = format!("a.{}", "é".repeat(200));
        assert_eq!(base_name(&no_extension), format!("a.{}", "é".repeat(118)));
    }
}
