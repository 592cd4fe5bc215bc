//! Names near what was typed, when nothing is found: « garoroux » for « Garouroux ».

use db::fold;

/// What is longer is no name: it is not compared.
const LONGEST: usize = 60;

/// The names near some words, the nearest first, as many as `most`. Those as near as each other stay in their order.
pub fn names(typed: &str, known: impl IntoIterator<Item = String>, most: usize) -> Vec<String> {
    let typed = fold(typed);
    if !(3..=LONGEST).contains(&typed.chars().count()) {
        return Vec::new();
    }
    let mut found: Vec<(usize, String)> =
        known.into_iter().filter_map(|name| Some((gap(&typed, &name)?, name))).collect();
    found.sort_by_key(|it| it.0);
    let mut names: Vec<String> = Vec::new();
    for (_, name) in found {
        if names.len() < most && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// How far folded words are from as many words of a name; none when they are too far.
fn gap(typed: &str, name: &str) -> Option<usize> {
    let name = fold(name);
    let parts: Vec<&str> = name.split(' ').filter(|it| !it.is_empty()).collect();
    let wanted: Vec<&str> = typed.split(' ').filter(|it| !it.is_empty()).collect();
    let typed: Vec<char> = wanted.concat().chars().collect();
    let most = (typed.len() / 3).clamp(1, 4);
    // A space too many or too few is no difference: one word more or less is compared as well.
    let sizes = wanted.len().saturating_sub(1).max(1)..=wanted.len() + 1;
    let some = sizes.flat_map(|size| parts.windows(size).map(<[&str]>::concat));
    let near = some.map(|some| distance(&typed, &some.chars().collect::<Vec<char>>()));
    near.min().filter(|it| *it <= most)
}

/// How many letters are to be changed, added or taken off to go from one to the other.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (rank, letter) in one.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(rank + 1);
        for (pair, known) in row.windows(2).zip(other) {
            let &[corner, above] = pair else { continue };
            let left = next.last().copied().unwrap_or(rank);
            let changed = corner + usize::from(letter != known);
            next.push(changed.min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::gap;

    #[test]
    fn a_name_is_near_whatever_its_slips() {
        for (typed, name, found) in [
            ("garoroux", "Garouroux", true),
            ("mirratrisouls", "Miratrizouls-les-Aulnes", true),
            ("montobrac", "Commune de Montaubrac", true),
            ("saintefoy", "Sainte-Foy", true),
            ("sinte foy", "Sainte-Foy-de-Peyrolières", true),
            ("paris", "Montaubrac", false),
            ("alb", "Albi", true),
        ] {
            assert_eq!(gap(typed, name).is_some(), found, "{typed} {name}");
        }
    }
}
