//! What somebody says is wrong with a thing: one of a few reasons a child can name, and words.

use crate::W;
use db::{Problems, Result};
use school::text_enum;

text_enum! {
    /// Why something is reported.
    What {
        /// It mocks, insults, threatens.
        Hurts = "hurts",
        /// It tells what should stay private.
        Private = "private",
        /// Somebody does not want to be seen on a picture.
        Picture = "picture",
        /// It is not for children.
        Unfit = "unfit",
        /// Something else, in words.
        Other = "other",
    }
}

/// The longest words, in characters.
pub const LONGEST: usize = 900;

impl What {
    /// The reason as those in charge read it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Hurts => W.what_hurts(),
            Self::Private => W.what_private(),
            Self::Picture => W.what_picture(),
            Self::Unfit => W.what_unfit(),
            Self::Other => W.what_other(),
        }
    }

    /// The reason as a child chooses it.
    pub fn word_to_pupil(self) -> &'static str {
        match self {
            Self::Hurts => W.what_hurts_to_pupil(),
            Self::Private => W.what_private_to_pupil(),
            Self::Picture => W.what_picture_to_pupil(),
            Self::Unfit => W.what_unfit_to_pupil(),
            Self::Other => W.what_other_to_pupil(),
        }
    }
}

/// A reason chosen and the words with it, as one text.
///
/// # Errors
/// [`db::Error::Invalid`] without a choice, without words where the choice says nothing, with too many words.
pub fn check(what: &str, words: &str) -> Result<String> {
    let (what, words) = (What::try_from(what.to_owned()).ok(), words.trim());
    let mut problems = Problems::default();
    problems.require(what.is_some(), "what", W.what_missing());
    problems.require(what != Some(What::Other) || !words.is_empty(), "words", W.words_missing());
    problems.require(words.chars().count() <= LONGEST, "words", W.words_too_long());
    let word = what.map_or("", What::word);
    problems.or(if words.is_empty() { word.to_owned() } else { W.reason_with_words(word, words) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_chosen_and_words_are_asked_for_where_it_says_nothing() {
        assert!(check("", "Il se moque.").is_err());
        assert!(check("other", " ").is_err());
        assert!(check("hurts", &"a".repeat(LONGEST + 1)).is_err());
        assert!(check("hurts", "").is_ok_and(|it| it == W.what_hurts()));
        assert!(check("other", " Bizarre. ").is_ok_and(|it| it.ends_with("Bizarre.")));
    }
}
