//! Whether a chosen password is strong enough: the CNIL's deliberation 2022-100, read for schools (domain.md §6.5).
//!
//! Sign-in slows down and locks after failures, so 50 bits are asked of adults; administrators, whose account opens a
//! whole territory, are asked for 80 bits. Pupils may use three words of their own. Nothing here expires a password.

use std::collections::HashSet;
use std::sync::LazyLock;

/// For whom the password is; each has its own minimum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Families, teachers and other staff.
    Adult,
    /// Pupils from CE2; younger ones have no password of their own.
    Pupil,
    /// Whoever administers a territory.
    Administrator,
}

/// The first reason why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weakness {
    /// Shorter than `min` characters.
    TooShort {
        /// The least number of characters for this profile.
        min: usize,
    },
    /// Long enough, but of too few kinds of characters, or of too few words.
    TooSimple,
    /// Among the first that anybody tries, whatever its capitals, its digits at the end and its `0` for `o`.
    Common,
    /// Made from the login or the name of its owner.
    ContainsIdentity,
    /// The same characters again and again.
    Repeated,
}

/// The most used passwords of France and elsewhere, in the form that [`fold`] gives.
static COMMON: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let list = include_str!("../data/mots-de-passe-courants.txt");
    list.lines().filter(|line| !line.is_empty()).collect()
});

/// Rows of keyboards, the alphabet and the digits: any part of them is as common as a word, in both directions.
const SEQUENCES: [&str; 5] = [
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "azertyuiopqsdfghjklmwxcvbn",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertzuiopasdfghjklyxcvbnm",
];

/// Checks a new password; `about` holds the login, the first name and the last name of its owner.
pub fn check(password: &str, profile: Profile, about: &[&str]) -> Result<(), Weakness> {
    let min = profile.shortest();
    if password.chars().count() < min {
        return Err(Weakness::TooShort { min });
    }
    let folded = fold(password);
    if contains_identity(password, &folded, about) {
        return Err(Weakness::ContainsIdentity);
    }
    if is_common(&folded) {
        return Err(Weakness::Common);
    }
    if is_repeated(&folded) {
        return Err(Weakness::Repeated);
    }
    if !is_varied(password, profile) {
        return Err(Weakness::TooSimple);
    }
    Ok(())
}

impl Profile {
    /// The least number of characters.
    pub(crate) fn shortest(self) -> usize {
        match self {
            Profile::Adult => 12,
            Profile::Pupil => 8,
            Profile::Administrator => 14,
        }
    }
}

/// For a password that has the length of its profile already. Spaces count for the length but are no kind of
/// character: they only part words, and words are counted.
fn is_varied(password: &str, profile: Profile) -> bool {
    let length = password.chars().count();
    let classes = count_classes(password);
    let words: HashSet<String> = long_words(password).collect();
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    match profile {
        Profile::Adult => classes >= 3 || (length >= 14 && classes >= 2) || (length >= 20 && words.len() >= 4),
        Profile::Pupil => classes >= 2 || (letters >= 12 && words.len() >= 3),
        Profile::Administrator => classes == 4 || (length >= 16 && classes >= 3) || words.len() >= 7,
    }
}

/// Kinds of characters, from none to four: small letters, capitals, digits, other signs.
fn count_classes(password: &str) -> usize {
    let is_sign = |character: char| !character.is_alphanumeric() && !character.is_whitespace();
    let kinds = [
        password.contains(char::is_lowercase),
        password.contains(char::is_uppercase),
        password.contains(char::is_numeric),
        password.contains(is_sign),
    ];
    kinds.into_iter().filter(|present| *present).count()
}

/// The folded words of three letters or more; « le » and « un » add nothing that a thief would have to guess.
fn long_words(text: &str) -> impl Iterator<Item = String> {
    text.split(|character: char| !character.is_alphabetic() && !is_combining(character))
        .map(fold)
        .filter(|word| word.chars().count() >= 3)
}

fn is_repeated(folded: &str) -> bool {
    let distinct: HashSet<char> = folded.chars().collect();
    distinct.len() < 5 || is_periodic(folded) || is_periodic(letters_inside(folded))
}

/// Whether the text is one piece written over and over, its last copy perhaps cut short.
fn is_periodic(text: &str) -> bool {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() < 6 {
        return false;
    }
    let halfway = characters.len() / 2;
    (1..=halfway).any(|period| characters.iter().zip(&characters[period..]).all(|(one, next)| one == next))
}

/// A short name refuses only the words equal to it: « Léa » must not refuse « galéasse ».
fn contains_identity(password: &str, folded: &str, about: &[&str]) -> bool {
    let plain = [folded.to_owned(), without_leet(folded, 'i'), without_leet(folded, 'l')];
    let words: HashSet<String> = long_words(password).collect();
    about.iter().flat_map(|text| long_words(text)).any(|name| {
        let is_long = name.chars().count() >= 4;
        words.contains(&name) || (is_long && plain.iter().any(|text| text.contains(&name)))
    })
}

/// Tries the whole, then without what is added at the end, then at both ends; each with and without leet.
fn is_common(folded: &str) -> bool {
    let without_ending = folded.trim_end_matches(is_not_letter);
    [folded, without_ending, letters_inside(folded)].into_iter().any(|candidate| {
        is_known(candidate) || is_known(&without_leet(candidate, 'i')) || is_known(&without_leet(candidate, 'l'))
    })
}

fn is_known(candidate: &str) -> bool {
    COMMON.contains(candidate) || is_sequence(candidate)
}

fn is_sequence(candidate: &str) -> bool {
    let backwards: String = candidate.chars().rev().collect();
    candidate.chars().count() >= 4
        && SEQUENCES.iter().any(|sequence| sequence.contains(candidate) || sequence.contains(&backwards))
}

fn letters_inside(folded: &str) -> &str {
    folded.trim_matches(is_not_letter)
}

fn is_not_letter(character: char) -> bool {
    !character.is_alphabetic()
}

/// Letters again where signs and digits stand for them; `1` is an i for some and an l for others.
fn without_leet(folded: &str, one: char) -> String {
    let letter = |character| match character {
        '0' => 'o',
        '1' | '!' | '|' => one,
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        '8' => 'b',
        other => other,
    };
    folded.chars().map(letter).collect()
}

/// Small letters without accents, and without the signs that only part words.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        match character {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            '-' | '_' | '.' | ',' | '\'' | '’' => {}
            other if other.is_whitespace() || is_combining(other) => {}
            other => folded.push(other),
        }
    }
    folded
}

/// An accent written after its letter, as some tablets send it.
fn is_combining(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdicts(profile: Profile, about: &[&str], table: &[(&str, Result<(), Weakness>)]) {
        for (password, expected) in table {
            assert_eq!(check(password, profile, about), *expected, "{password:?} for {profile:?}");
        }
    }

    #[test]
    fn adults() {
        let about = ["claire.martin", "Claire", "Martin"];
        let table = [
            ("", Err(Weakness::TooShort { min: 12 })),
            ("Tulipe7!", Err(Weakness::TooShort { min: 12 })),
            ("Tulipenuag7", Err(Weakness::TooShort { min: 12 })),
            ("Tulipenuage7", Ok(())),
            ("Tulipesnuage", Err(Weakness::TooSimple)),
            ("tulipesnuageux", Err(Weakness::TooSimple)),
            ("Tulipesnuageux", Ok(())),
            ("9041837265104", Err(Weakness::TooSimple)),
            ("vert tulipe nuage bocal", Ok(())),
            ("vert tulipe nuage", Err(Weakness::TooSimple)),
            ("le vert un nuage de bocal", Err(Weakness::TooSimple)),
            ("tulipe tulipe nuage nuage", Err(Weakness::TooSimple)),
            ("Motdepasse2024!", Err(Weakness::Common)),
            ("M0tdep4sse2024!", Err(Weakness::Common)),
            ("2024-Mot de passe", Err(Weakness::Common)),
            ("P@ssw0rd12345", Err(Weakness::Common)),
            ("Azertyuiop12", Err(Weakness::Common)),
            ("Poiuytreza12", Err(Weakness::Common)),
            ("123456789012", Err(Weakness::Common)),
            ("AbcAbcAbcAbc", Err(Weakness::Repeated)),
            ("Tulipe-Tulipe-12", Err(Weakness::Repeated)),
            ("Aa1!Aa1!Aa1!", Err(Weakness::Repeated)),
            ("Claire.Martin31", Err(Weakness::ContainsIdentity)),
            ("Cl41reNuage77", Err(Weakness::ContainsIdentity)),
            ("tulipe-MARTIN-nuage", Err(Weakness::ContainsIdentity)),
        ];
        verdicts(Profile::Adult, &about, &table);
    }

    #[test]
    fn pupils() {
        let about = ["lea.moreau", "Léa", "Moreau"];
        let table = [
            ("chat", Err(Weakness::TooShort { min: 8 })),
            ("chat bleu lune", Ok(())),
            ("vert bleu rose", Ok(())),
            ("vert bleu sol", Err(Weakness::TooSimple)),
            ("le chat bleu", Err(Weakness::TooSimple)),
            ("radisrose", Err(Weakness::TooSimple)),
            ("Tulipe44", Ok(())),
            ("galéasse8", Ok(())),
            ("doudou2017", Err(Weakness::Common)),
            ("Loulou12", Err(Weakness::Common)),
            ("s0l31l44", Err(Weakness::Common)),
            ("Élodie2015", Err(Weakness::Common)),
            ("E\u{301}lodie2015", Err(Weakness::Common)),
            ("aaaaaaa1", Err(Weakness::Repeated)),
            ("lea2017!", Err(Weakness::ContainsIdentity)),
            ("m0r3au2017", Err(Weakness::ContainsIdentity)),
        ];
        verdicts(Profile::Pupil, &about, &table);
    }

    #[test]
    fn administrators() {
        let table = [
            ("Tulipenuage7!", Err(Weakness::TooShort { min: 14 })),
            ("Tulipenuages7!", Ok(())),
            ("Tulipenuages72", Err(Weakness::TooSimple)),
            ("Tulipenuages7294", Ok(())),
            ("vert tulipe nuage bocal radis tambour", Err(Weakness::TooSimple)),
            ("vert tulipe nuage bocal radis tambour ficelle", Ok(())),
            ("Administrateur2026!", Err(Weakness::Common)),
        ];
        verdicts(Profile::Administrator, &[], &table);
    }

    #[test]
    fn an_unknown_identity_refuses_nothing() {
        assert_eq!(check("Tulipenuage7", Profile::Adult, &["", " ", "Le"]), Ok(()));
    }

    #[test]
    fn the_list_is_folded_sorted_and_long_enough() {
        let lines: Vec<&str> = include_str!("../data/mots-de-passe-courants.txt").lines().collect();
        assert!(lines.len() >= 950, "{} lines", lines.len());
        assert!(lines.is_sorted_by(|one, next| one < next));
        for line in lines {
            assert_eq!(fold(line), line);
        }
    }
}
