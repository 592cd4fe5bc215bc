//! Communes whose name resembles what was typed: a letter is easily forgotten.

use db::{Result, Tx};
use school::{Territory, schools_in, territory::town_key};

/// The most names that are offered.
const MOST: usize = 3;
/// The shortest first word of a name that stands for the whole name: shorter ones are common to many.
const SHORTEST: usize = 7;
/// The longest name that is compared: a commune has no longer one.
const LONGEST: usize = 60;

/// The names of communes with a school that resemble what was typed, the nearest first: those of the département typed, or of
/// all where none of them is there.
///
/// # Errors
/// A fault of the database.
pub async fn names(tx: &mut Tx, typed: &str, department: &str) -> Result<Vec<String>> {
    let key = town_key(typed);
    if key.is_empty() || key.chars().count() > LONGEST {
        return Ok(Vec::new());
    }
    let mut schools = schools_in(tx, &Territory::Department(department.to_owned())).await?;
    if schools.is_empty() {
        schools = schools_in(tx, &Territory::Region).await?;
    }
    let most = ((key.chars().count() + 1) / 3).clamp(1, 3);
    let mut near: Vec<(usize, String)> = Vec::new();
    for name in schools.into_iter().filter_map(|school| school.town) {
        let steps = nearest(&key, &town_key(&name));
        if steps <= most && near.iter().all(|known| known.1 != name) {
            near.push((steps, name));
        }
    }
    near.sort();
    near.truncate(MOST);
    Ok(near.into_iter().map(|it| it.1).collect())
}

/// How far what was typed is from a name, or from its first word: few type all of « Miratrizouls-les-Aulnes ».
fn nearest(typed: &str, name: &str) -> usize {
    let first = name.split('-').next().filter(|word| word.chars().count() >= SHORTEST);
    let whole = distance(typed, name);
    first.map_or(whole, |word| whole.min(distance(typed, word)))
}

/// How many letters are to be added, taken away or changed to make one word of another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.chars().enumerate() {
        let mut current = vec![row + 1];
        for (column, it) in other.iter().enumerate() {
            let changed = before[column] + usize::from(*it != letter);
            current.push(changed.min(before[column + 1] + 1).min(current[column] + 1));
        }
        before = current;
    }
    before.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, nearest};

    #[test]
    fn a_letter_forgotten_doubled_or_changed_is_a_step() {
        assert_eq!(distance("garoroux", "garroroux"), 1);
        assert_eq!(distance("garorrou", "garroroux"), 3);
        assert_eq!(distance("montaubrac", "montaubrac"), 0);
        assert_eq!(distance("", "albi"), 4);
        assert_eq!(nearest("mirratrisouls", "miratrizouls-les-aulnes"), 2);
    }
}
