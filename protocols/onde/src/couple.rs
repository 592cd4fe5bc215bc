//! Old extractions that put two adults on one line.

use crate::columns::Field;
use crate::line::Line;
use crate::value::civilities;
use crate::{Guardian, Problem};

/// The adult of a line under the civility the house writes; or the two, when the civility is that of a couple. Where the line
/// does not tell the first names apart, the first adult alone is kept, and the absence of the other is remarked.
pub(crate) fn parted(mut guardian: Guardian, line: &mut Line<'_>) -> Vec<Guardian> {
    let civilities = civilities(guardian.civility.as_deref().unwrap_or_default());
    let mut civilities = civilities.into_iter().map(str::to_owned);
    guardian.civility = civilities.next();
    let Some(second_civility) = civilities.next() else { return vec![guardian] };
    let Some((first_name, second_first_name)) = two(&guardian.first_name) else {
        let position = line.header.position(Field::FirstName);
        line.remark(Problem::Missing, position, &guardian.first_name, false);
        return vec![guardian];
    };
    let (last_name, second_last_name) =
        two(&guardian.last_name).unwrap_or_else(|| (guardian.last_name.clone(), guardian.last_name.clone()));
    let second = Guardian {
        civility: Some(second_civility),
        last_name: second_last_name,
        first_name: second_first_name,
        // Whose they are is not written, and an address opens an account: the second adult gives one's own.
        email: None,
        phones: Vec::new(),
        ..guardian.clone()
    };
    vec![Guardian { last_name, first_name, ..guardian }, second]
}

/// « Jean et Marie » as two.
fn two(names: &str) -> Option<(String, String)> {
    let spaced = names.replace(['/', ',', '&', '+'], " et ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut parts = words
        .split(|word| ["et", "ou"].iter().any(|it| word.eq_ignore_ascii_case(it)))
        .filter(|part| !part.is_empty())
        .map(|part| part.join(" "));
    let pair = (parts.next()?, parts.next()?);
    parts.next().is_none().then_some(pair)
}

#[cfg(test)]
mod tests {
    use super::two;

    #[test]
    fn names_of_two_are_told_apart() {
        for names in ["Jean et Marie", "JEAN ET MARIE", "Jean / Marie", "Jean,Marie", "Jean & Marie", "Jean ou Marie"] {
            let (one, other) = two(names).unwrap_or_default();
            assert_eq!((one.to_lowercase().as_str(), other.to_lowercase().as_str()), ("jean", "marie"), "{names}");
        }
        for names in ["Jean", "Jean Marie", "Jean et", "Jean et Marie et Luc", "Juliette", ""] {
            assert_eq!(two(names), None, "{names}");
        }
    }
}
