//! From one level to the next: codes, and the levels named in the name of a class.

/// The levels a child goes through, in order (interfaces.md §1.8). Others, such as ULIS, lead to themselves.
pub const ORDINARY: [&str; 9] = ["1110", "1111", "1112", "1113", "1121", "1122", "1123", "1124", "1125"];

/// The last level of an elementary school, and of a nursery school.
pub const LAST: &str = "1125";
/// The last level of a nursery school.
pub const LAST_OF_NURSERY: &str = "1113";

/// SQL for the level after the one in a column; a column is given as a literal.
macro_rules! next_level {
    ($column:literal) => {
        concat!(
            "case ",
            $column,
            " when '1110' then '1111' when '1111' then '1112' when '1112' then '1113' when '1113' then '1121' ",
            "when '1121' then '1122' when '1122' then '1123' when '1123' then '1124' when '1124' then '1125' else ",
            $column,
            " end"
        )
    };
}
pub(crate) use next_level;

/// The level after one; the last leads to itself, as do those out of the ordinary.
pub fn next(code: &str) -> &str {
    let place = ORDINARY.iter().position(|it| *it == code);
    place.and_then(|it| ORDINARY.get(it + 1)).copied().unwrap_or(code)
}

/// Its short name, « CE1 »; the code itself when it is not known.
pub fn label(code: &str) -> &str {
    aaf::level_of(code).map_or(code, |it| it.label)
}

/// The level in which pupils leave a school that has these.
pub fn last_of<'a>(levels: impl IntoIterator<Item = &'a str>) -> &'static str {
    let place = |code: &str| ORDINARY.iter().position(|it| *it == code);
    let nursery = place(LAST_OF_NURSERY);
    let highest = levels.into_iter().filter_map(place).max();
    if highest.is_some() && highest <= nursery { LAST_OF_NURSERY } else { LAST }
}

/// The name of a class a year later: « CP-CE1 de M. Roux » becomes « CE1-CE2 de M. Roux ». The level that leaves is no longer in it.
pub fn promoted(name: &str, last: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut skips_gap = false;
    for part in parts(name) {
        let skipped = skips_gap && !part.starts_with(char::is_alphanumeric);
        skips_gap = false;
        if skipped {
            continue;
        }
        match code_of(part) {
            // What stands before it goes too; for a first word, what stands after.
            Some(code) if code == last => skips_gap = kept.pop().is_none(),
            Some(code) => kept.push(label(next(code))),
            None => kept.push(part),
        }
    }
    let promoted = kept.concat().trim().to_owned();
    if promoted.is_empty() { name.to_owned() } else { promoted }
}

fn code_of(word: &str) -> Option<&'static str> {
    ORDINARY.into_iter().find(|code| label(code).eq_ignore_ascii_case(word))
}

/// Words, and what stands between them, in turn.
fn parts(name: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), name);
    while let Some(first) = rest.chars().next() {
        let is_word = first.is_alphanumeric();
        let end = rest.find(|it: char| it.is_alphanumeric() != is_word).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_leads_to_the_next_and_others_to_themselves() {
        assert_eq!(ORDINARY.map(next), ["1111", "1112", "1113", "1121", "1122", "1123", "1124", "1125", "1125"]);
        assert_eq!(next("1411"), "1411");
    }

    #[test]
    fn a_nursery_school_ends_with_its_last_section() {
        assert_eq!(last_of(["1111", "1113", "1411"]), LAST_OF_NURSERY);
        assert_eq!(last_of(["1113", "1121"]), LAST);
        assert_eq!(last_of([]), LAST);
    }

    #[test]
    fn the_name_of_a_class_follows_its_levels() {
        for (name, last, later) in [
            ("CP de M. Roux", LAST, "CE1 de M. Roux"),
            ("CE1-CE2 de Mme Vidal", LAST, "CE2-CM1 de Mme Vidal"),
            ("CM1-CM2 A", LAST, "CM2 A"),
            ("CM2 / CM1", LAST, "CM2"),
            ("cp B", LAST, "CE1 B"),
            ("MS-GS", LAST_OF_NURSERY, "GS"),
            ("GS-CP", LAST, "CP-CE1"),
            ("Les coccinelles", LAST, "Les coccinelles"),
            ("CM2", LAST, "CM2"),
        ] {
            assert_eq!(promoted(name, last), later, "{name}");
        }
    }
}
