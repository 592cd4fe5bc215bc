//! Finding people by the beginnings of the words of their names, accents folded.
//!
//! In a school every word counts, in any order. Among the people of a territory, more than a million, a search follows the order
//! of the names: the beginning of the last name, of the first name, or of both; a second last name is not found by itself. Two
//! letters begin the names of too many people there: they are looked for as a whole word, for whoever is called « Li » or « Bo ».

mod near;
mod territory;

use crate::{
    card::name,
    looker::{Looker, Seen, Subject},
    matrix::Sight,
    place::{self, Place},
    shown,
};
use commons::limitation::{self, Topic};
use db::{FromRow, Result, Tx, fold};
use school::{CircleId, PersonId, PersonKind, SchoolId, Territory};

/// How many people are shown; whoever is not among them is found by more letters.
pub const MOST: usize = 40;
/// How many schools a searcher's words name; more words find the others.
const MOST_SCHOOLS: usize = 20;
/// The least letters of a search in a school, and in a territory, where so few are a whole name.
const SHORTEST: usize = 2;
const SHORTEST_FAR: usize = 3;

/// What somebody looks for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The name as typed.
    pub typed: String,
    /// People of this class alone.
    pub class: Option<CircleId>,
    /// People of this school alone: its UAI or the beginning of its name.
    pub school: String,
}

/// Somebody found.
#[derive(Debug, Clone)]
pub struct Found {
    /// The person.
    pub id: PersonId,
    /// The name, as much of it as is seen.
    pub name: String,
    /// What the directory says the person is.
    pub kind: PersonKind,
    /// The places, the nearest first.
    pub places: Vec<Place>,
    /// What is seen.
    pub seen: Seen,
}

/// What a search answers.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// Those found, in the order of their names.
    pub found: Vec<Found>,
    /// Whether there are more.
    pub more: bool,
}

#[derive(Debug, Clone, FromRow)]
struct Candidate {
    id: PersonId,
    first_name: String,
    last_name: String,
    kind: PersonKind,
    academy: Option<String>,
    sort_key: String,
}

/// Whether enough was typed to look for somebody.
pub fn is_enough(looker: &Looker, wanted: &Wanted) -> bool {
    let count = letters(&fold(&wanted.typed));
    let least = if looker.is_searcher() { SHORTEST_FAR } else { SHORTEST };
    count >= least || is_exact(looker, wanted) || (wanted.class.is_some() && count == 0)
}

/// Whether what was typed is so short that it is looked for as a whole word of a name.
pub fn is_exact(looker: &Looker, wanted: &Wanted) -> bool {
    let folded = fold(&wanted.typed);
    let is_short = (SHORTEST..SHORTEST_FAR).contains(&letters(&folded));
    looker.is_searcher() && is_short && folded.split(' ').filter(|it| !it.is_empty()).count() == 1
}

fn letters(folded: &str) -> usize {
    folded.chars().filter(|it| *it != ' ').count()
}

/// Looks for people, for whoever a [`Looker`] is.
///
/// # Errors
/// A fault of the database.
pub async fn run(tx: &mut Tx, looker: &Looker, wanted: &Wanted) -> Result<Answer> {
    if !is_enough(looker, wanted) {
        return Ok(Answer::default());
    }
    let folded = fold(&wanted.typed);
    // A whole word is a beginning that goes on with a space.
    let whole = is_exact(looker, wanted).then(|| format!("{} ", folded.trim()));
    let words: Vec<&str> = match &whole {
        Some(word) => vec![word.as_str()],
        None => folded.split(' ').filter(|it| !it.is_empty()).collect(),
    };
    let mut candidates = near::candidates(tx, looker, &words, wanted.class).await?;
    if looker.is_searcher() && wanted.class.is_none() {
        candidates.extend(territory::candidates(tx, looker, &words, &wanted.school).await?);
    }
    candidates.sort_by(|one, other| (&one.sort_key, one.id).cmp(&(&other.sort_key, other.id)));
    candidates.dedup_by_key(|it| it.id);
    let mut found = seen(tx, looker, candidates, &words).await?;
    if let Some(class) = wanted.class {
        found.retain(|it| it.places.iter().any(|place| place.class == Some(class)));
    }
    let more = found.len() > MOST;
    found.truncate(MOST);
    Ok(Answer { found, more })
}

/// Those of the candidates whom the viewer sees, as they are seen.
async fn seen(tx: &mut Tx, looker: &Looker, candidates: Vec<Candidate>, words: &[&str]) -> Result<Vec<Found>> {
    let ids: Vec<PersonId> = candidates.iter().map(|it| it.id).collect();
    let mut places = place::of(tx, &ids).await?;
    let shown = shown::of(tx, &ids).await?;
    let limited = limitation::limited(tx, ids, Topic::Suggestions).await?;
    let mut found = Vec::new();
    for it in candidates {
        let places = places.remove(&it.id).unwrap_or_default();
        let listed = it.kind != PersonKind::Pupil && shown.get(&it.id).is_some_and(|chosen| chosen.listed);
        let subject = Subject { id: it.id, places: &places, academy: it.academy.as_deref(), listed };
        let seen = looker.sees(&subject);
        // Somebody of whom an initial is seen is found by the first name alone: else the search would tell the last name.
        let told = seen.sight != Sight::Initial || words.iter().all(|word| begins(&it.first_name, word));
        let kept_back = limited.contains(&it.id) && seen.sight < Sight::Contacts && !looker.is_searcher();
        if seen.is_something() && told && !kept_back {
            let name = name(seen.sight, &it.first_name, &it.last_name);
            found.push(Found { id: it.id, name, kind: it.kind, places, seen });
        }
    }
    Ok(found)
}

/// Whether a word of a name begins so.
fn begins(name: &str, word: &str) -> bool {
    fold(name).split(' ').any(|part| part.starts_with(word))
}

/// The schools a searcher names, by their name, their commune or their code: the first of them.
///
/// # Errors
/// A fault of the database.
async fn schools_named(tx: &mut Tx, typed: &str) -> Result<Vec<SchoolId>> {
    let named = school::schools_named(tx, &Territory::Region, typed).await?;
    Ok(named.into_iter().take(MOST_SCHOOLS).map(|it| it.id).collect())
}
