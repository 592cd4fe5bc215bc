//! Whom to write to: proposals for what somebody types, people seen through children first. Each passes the matrix.

mod family;
mod staff;

use crate::{
    W,
    matrix::{self, Hats},
    recipient,
    target::Target,
};
use commons::limitation::{self, Topic};
use db::{Result, Tx, fold};
use school::{SchoolId, Viewer};

/// How many proposals are shown.
const MOST: usize = 20;

/// Somebody one may write to.
#[derive(Debug, Clone)]
pub struct Suggestion {
    /// What the form sends.
    pub target: Target,
    /// What the person reads: « Parents de Léo M. (2) ».
    pub label: String,
    /// A line more.
    pub hint: Option<String>,
}

impl Suggestion {
    /// A proposal without a line more.
    fn new(target: Target, label: impl Into<String>) -> Self {
        Self { target, label: label.into(), hint: None }
    }

    fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

/// The proposals for some words; for none, those one writes to most.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer, typed: &str) -> Result<Vec<Suggestion>> {
    let mut kept: Vec<Suggestion> = Vec::new();
    for school in matrix::schools(viewer) {
        let hats = Hats::of(viewer, school);
        let mut found = match hats.staff {
            true => staff::proposals(tx, viewer, school, typed).await?,
            false => Vec::new(),
        };
        found.extend(teams(tx, viewer, school, typed).await?);
        found.extend(family::proposals(tx, viewer, school, &hats, typed).await?);
        for suggestion in found {
            let is_new = kept.iter().all(|known| known.target != suggestion.target);
            if kept.len() < MOST && is_new && matrix::may_write(tx, viewer, school, &suggestion.target).await? {
                kept.push(suggestion);
            }
        }
    }
    let people = kept.iter().filter_map(|it| if let Target::Person(id) = it.target { Some(id) } else { None });
    let opposed = limitation::limited(tx, people.collect::<Vec<_>>(), Topic::Suggestions).await?;
    kept.retain(|it| !matches!(it.target, Target::Person(id) if opposed.contains(&id)));
    Ok(kept)
}

/// The teams of the groups one teaches in, where somebody else does too.
async fn teams(tx: &mut Tx, viewer: &Viewer, school: SchoolId, typed: &str) -> Result<Vec<Suggestion>> {
    let mut found = Vec::new();
    for seat in matrix::teams(viewer, school) {
        let label = W.team_of(&seat.name);
        if !fits(typed, &label) {
            continue;
        }
        let others = recipient::of(tx, viewer, school, &[Target::Team(seat.circle)]).await?.len();
        if others > 0 {
            let count = W.count_adults(i64::try_from(others).unwrap_or(i64::MAX));
            found.push(Suggestion::new(Target::Team(seat.circle), label).hint(count));
        }
    }
    Ok(found)
}

/// The pattern that finds the beginnings of these words, in their order, in a key where each word follows a space.
fn pattern(typed: &str) -> String {
    let words = fold(typed);
    // Folded text holds letters, digits and spaces only: nothing in it is a sign of a pattern.
    let starts: Vec<String> = words.split(' ').filter(|word| !word.is_empty()).map(|word| format!(" {word}")).collect();
    format!("%{}%", starts.join("%"))
}

/// Whether each word typed begins a word of a text.
fn fits(typed: &str, text: &str) -> bool {
    let text = fold(text);
    fold(typed).split(' ').all(|word| text.split(' ').any(|known| known.starts_with(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_matter() {
        assert_eq!(pattern("Léo M"), "% leo% m%");
        assert_eq!(pattern(""), "%%");
        assert!(fits("zoe", "Équipe de la classe de Zoé") && fits("EQUIPE zo", "Équipe de la classe de Zoé"));
        assert!(fits("", "Hélène Vidal") && !fits("tom", "Hélène Vidal"));
    }
}
