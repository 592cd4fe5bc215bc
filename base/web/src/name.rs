//! First names in the middle of a sentence: « de Zoé », « d’Ambroise ».

use crate::W;

/// « de Zoé M. », « d’Ambroise D. »: a name with the little word before it, for words such as « Parents { $child } ».
pub fn of_name(name: impl AsRef<str>) -> String {
    let name = name.as_ref();
    if elides(name) { W.of_name_elided(name) } else { W.of_name(name) }
}

/// Whether « de » loses its vowel before a name. Nobody agrees on H: « de Hugo » is never wrong.
fn elides(name: &str) -> bool {
    let folded = db::fold(name);
    let mut letters = folded.chars();
    match letters.next() {
        Some('a' | 'e' | 'i' | 'o' | 'u') => true,
        // « d’Yves », but « de Yasmine ».
        Some('y') => letters.next().is_some_and(|next| !matches!(next, 'a' | 'e' | 'i' | 'o' | 'u' | ' ')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vowel_takes_the_vowel_away() {
        for name in ["Ambroise D.", "Éléonore", "Œdipe", "Íñigo", "Yves"] {
            assert!(of_name(name).starts_with("d’"), "{name}");
        }
        for name in ["Zoé M.", "Hugo", "Yasmine", "Youssef", ""] {
            assert!(of_name(name).starts_with("de "), "{name}");
        }
    }
}
