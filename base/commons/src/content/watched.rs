//! Watched words: those a child is asked to read again before sending (product.md §6.3). Help, never a punishment: what
//! they stand in is sent all the same by whoever wants it.
//!
//! Words are found whole, whatever their accents and capitals, in the plural too, and through the usual disguises:
//! letters repeated, figures that look like letters.

use crate::audit::{self, Action};
use db::{Error, FromRow, Result, Tx, args, fold, id};
use school::{PersonId, SchoolId, Viewer};
use std::{collections::BTreeSet, ops::Bound};

id! {
    /// A word a school watches.
    WordId
}

/// The words watched everywhere; its own head says how it is written.
const EVERYWHERE: &str = include_str!("watched_words.txt");

/// The longest word or expression a school adds, in characters.
pub const LONGEST: usize = 60;

/// A word a school watches besides those watched everywhere.
#[derive(Debug, Clone, FromRow)]
pub struct Word {
    /// Its row.
    pub id: WordId,
    /// The word, as it was typed.
    pub word: String,
}

/// The watched words of a text, as they are written in it, each once, in their order.
///
/// # Errors
/// A fault of the database.
pub async fn found(tx: &mut Tx, school: SchoolId, text: &str) -> Result<Vec<String>> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let own: Vec<String> = tx.column("select folded from watched_word where school_id = $1", args![school]).await?;
    let everywhere = EVERYWHERE.lines().filter(|line| !line.starts_with('#')).map(fold);
    let watched: BTreeSet<String> = everywhere.chain(own).filter(|it| !it.is_empty()).collect();
    Ok(among(&watched, text))
}

/// The words a school added, in the order of the alphabet.
///
/// # Errors
/// A fault of the database.
pub async fn of_school(tx: &mut Tx, school: SchoolId) -> Result<Vec<Word>> {
    tx.all("select id, word from watched_word where school_id = $1 order by folded", args![school]).await
}

/// Adds a word to those a school watches; adding twice is the same as once. For those who set its protection.
///
/// # Errors
/// A fault of the database.
pub async fn add(tx: &mut Tx, viewer: &Viewer, school: SchoolId, by: PersonId, word: &str) -> Result<()> {
    let (id, now): (WordId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into watched_word (id, school_id, word, folded, added_by, added_at) values ($1, $2, $3, $4, $5, $6) \
         on conflict (school_id, folded) do nothing",
        args![id, school, word, fold(word), by, now],
    )
    .await?;
    audit::write(tx, Some(viewer.account), Action::ProtectionChanged, Some(school.to_string()), Some(word)).await
}

/// Takes a word away from those a school watches. For those who set its protection.
///
/// # Errors
/// [`Error::NotFound`] when the school watches no such word; a fault of the database.
pub async fn remove(tx: &mut Tx, viewer: &Viewer, school: SchoolId, word: WordId) -> Result<()> {
    if tx.changed_rows("delete from watched_word where id = $1 and school_id = $2", args![word, school]).await? == 0 {
        return Err(Error::NotFound);
    }
    audit::write(tx, Some(viewer.account), Action::ProtectionChanged, Some(school.to_string()), None).await
}

fn among(watched: &BTreeSet<String>, text: &str) -> Vec<String> {
    let longest = watched.iter().map(|it| it.split(' ').count()).max().unwrap_or(0);
    let words: Vec<&str> = text.split(|it: char| !belongs(it)).filter(|it| !it.is_empty()).collect();
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        // The longest expression that begins here wins over the words in it.
        let most = longest.min(words.len() - at);
        let length = (1..=most).rev().find(|length| is_watched(watched, &words[at..at + length]));
        if let Some(length) = length {
            let written = words[at..at + length].join(" ");
            if !found.contains(&written) {
                found.push(written);
            }
        }
        at += length.unwrap_or(1);
    }
    found
}

/// Whether a character is of a word, or passes for a letter.
fn belongs(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '@' | '$' | '\u{300}'..='\u{36f}')
}

fn is_watched(watched: &BTreeSet<String>, words: &[&str]) -> bool {
    let mut expressions = vec![String::new()];
    for word in words {
        let readings = readings(word);
        let longer = expressions.iter().flat_map(|so_far| readings.iter().map(move |it| joined(so_far, it)));
        // Only what may still become a watched expression: a text of disguises alone must not take an hour.
        expressions = longer.filter(|it| begins_one(watched, it)).collect();
    }
    expressions.iter().any(|it| watched.contains(it))
}

fn begins_one(watched: &BTreeSet<String>, beginning: &str) -> bool {
    let from: (Bound<&str>, Bound<&str>) = (Bound::Included(beginning), Bound::Unbounded);
    watched.range::<str, _>(from).next().is_some_and(|it| it.starts_with(beginning))
}

fn joined(so_far: &str, word: &str) -> String {
    if so_far.is_empty() { word.to_owned() } else { format!("{so_far} {word}") }
}

/// What a word may be read as: as it is, without its disguise, in the singular.
fn readings(word: &str) -> Vec<String> {
    let plain = fold(&undisguised(word));
    let mut readings = vec![plain.clone(), shortened(&plain, 1), shortened(&plain, 2)];
    let singular = |it: &String| it.strip_suffix(['s', 'x']).filter(|it| it.len() > 1).map(str::to_owned);
    let singulars: Vec<String> = readings.iter().filter_map(singular).collect();
    readings.extend(singulars);
    readings.sort();
    readings.dedup();
    readings
}

/// Figures and signs between letters as the letters they pass for; a number stays a number.
fn undisguised(word: &str) -> String {
    if !word.chars().any(char::is_alphabetic) {
        return word.to_owned();
    }
    let letter = |it: char| match it {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    word.chars().map(letter).collect()
}

/// A letter written three times or more, written `times` times. Two are French: « cône » is no « conne ».
fn shortened(word: &str, times: usize) -> String {
    let letters: Vec<char> = word.chars().collect();
    let runs = letters.chunk_by(|one, other| one == other);
    runs.flat_map(|run| run.iter().take(if run.len() > 2 { times } else { run.len() })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watched() -> BTreeSet<String> {
        EVERYWHERE.lines().filter(|line| !line.starts_with('#')).map(fold).filter(|it| !it.is_empty()).collect()
    }

    #[test]
    fn words_are_found_whole_whatever_their_disguise() {
        for (text, found) in [
            ("T’es un abruti !", vec!["abruti"]),
            ("Vous êtes des ABRUTIS.", vec!["ABRUTIS"]),
            ("Espèce d'IDIOOOOT", vec!["IDIOOOOT"]),
            ("m3rde alors, c0nnard", vec!["m3rde", "c0nnard"]),
            ("Ferme ta gueule ! FERME TA GUEULE !", vec!["Ferme ta gueule", "FERME TA GUEULE"]),
            ("idiot, idiot, idiot", vec!["idiot"]),
            ("Suicide-toi", vec!["Suicide toi"]),
        ] {
            assert_eq!(among(&watched(), text), found, "{text}");
        }
    }

    #[test]
    fn words_of_the_classroom_are_left_alone() {
        for text in [
            "Un cône, un cube et une sphère.",
            "Le concours de pétanque, dans la cour.",
            "Le loup ouvre sa gueule ; la bête a faim.",
            "Nous habitons au bout d’un cul-de-sac, au 4 rue des Écoles.",
            "5 + 7 = 12, et 3 fois 100 font 300.",
            "Députés et réputation, ça se dispute.",
            "",
        ] {
            assert!(among(&watched(), text).is_empty(), "{text}: {:?}", among(&watched(), text));
        }
    }
}
