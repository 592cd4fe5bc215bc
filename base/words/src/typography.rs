//! The spaces of French typography: typed plainly in `words/fr.ftl`, unbreakable on the page.

/// The one space that no end of line cuts at: U+00A0 everywhere, so that one text has one way to be written; the thin U+202F is
/// changed to it.
const BOUND: char = '\u{a0}';

/// The text, with its quotes and its marks bound to their words: the space after « and the one before » ? ! ; : % does
/// not break. A space that stands there is changed; none is added, so addresses, hours and lists of columns stay whole.
pub(crate) fn bound(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = |rank: Option<usize>| rank.and_then(|it| letters.get(it)).copied();
    let kept = |(rank, letter): (usize, &char)| {
        let opens = at(rank.checked_sub(1)) == Some('«');
        let binds = is_space(*letter) && (opens || closes(at(Some(rank + 1)), at(Some(rank + 2))));
        if binds { BOUND } else { *letter }
    };
    letters.iter().enumerate().map(kept).collect()
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | BOUND | '\u{202f}')
}

/// Whether a mark closes the words before it, given what follows it: « :-) » and « ?page=2 » are no marks.
fn closes(mark: Option<char>, next: Option<char>) -> bool {
    match mark {
        Some('»') => true,
        Some('?' | '!' | '%') => next.is_none_or(|it| !it.is_alphanumeric()),
        Some(':' | ';') => next.is_none_or(char::is_whitespace),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::bound;

    #[test]
    fn marks_are_bound_to_their_words() {
        for (typed, read) in [
            ("« La mare » : qui vient ?", "«_La mare_»_: qui vient_?"),
            ("Bravo ! Encore ; et « encore ! »", "Bravo_! Encore_; et «_encore_!_»"),
            (" : 72 % (ou moins ?)", "_: 72_% (ou moins_?)"),
            ("«\u{202f}x\u{a0}»\u{202f}; y\u{a0}:", "«_x_»_; y_:"),
        ] {
            assert_eq!(bound(typed).replace('\u{a0}', "_"), read);
        }
    }

    #[test]
    fn what_is_no_mark_stays_as_it_was() {
        for text in
            ["https://example.org/?page=2", "À 8:30 :-)", "Date;Nom;Somme", "Oui? «Non»", "100 Mo", "a\n: b", ""]
        {
            assert_eq!(bound(text), text);
        }
    }
}
