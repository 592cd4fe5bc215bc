//! The languages families speak, by code and by the name each has for itself: who looks for it reads it.

use crate::W;

/// The languages proposed, French first, then by the order of their codes.
pub(crate) const LANGUAGES: &[(&str, &str)] = &[
    ("fr", "Français"),
    ("am", "አማርኛ"),
    ("ar", "العربية"),
    ("bg", "Български"),
    ("bn", "বাংলা"),
    ("ca", "Català"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fa", "فارسی"),
    ("hy", "Հայերեն"),
    ("it", "Italiano"),
    ("ka", "ქართული"),
    ("ku", "Kurdî"),
    ("ln", "Lingála"),
    ("lsf", "Langue des signes française"),
    ("oc", "Occitan"),
    ("pl", "Polski"),
    ("ps", "پښتو"),
    ("pt", "Português"),
    ("ro", "Română"),
    ("rom", "Romani"),
    ("ru", "Русский"),
    ("so", "Soomaali"),
    ("sq", "Shqip"),
    ("ta", "தமிழ்"),
    ("ti", "ትግርኛ"),
    ("tr", "Türkçe"),
    ("uk", "Українська"),
    ("ur", "اردو"),
    ("vi", "Tiếng Việt"),
    ("wo", "Wolof"),
    ("zh", "中文"),
];

/// A word of the interface.
type FrenchWord = fn() -> &'static str;

/// What French calls them, for whoever writes to the family; those already named in French have no other word.
const FRENCH: &[(&str, FrenchWord)] = &[
    ("am", || W.language_amharic()),
    ("ar", || W.language_arabic()),
    ("bg", || W.language_bulgarian()),
    ("bn", || W.language_bengali()),
    ("ca", || W.language_catalan()),
    ("de", || W.language_german()),
    ("en", || W.language_english()),
    ("es", || W.language_spanish()),
    ("fa", || W.language_persian()),
    ("hy", || W.language_armenian()),
    ("it", || W.language_italian()),
    ("ka", || W.language_georgian()),
    ("ku", || W.language_kurdish()),
    ("ln", || W.language_lingala()),
    ("pl", || W.language_polish()),
    ("ps", || W.language_pashto()),
    ("pt", || W.language_portuguese()),
    ("ro", || W.language_romanian()),
    ("ru", || W.language_russian()),
    ("so", || W.language_somali()),
    ("sq", || W.language_albanian()),
    ("ta", || W.language_tamil()),
    ("ti", || W.language_tigrinya()),
    ("tr", || W.language_turkish()),
    ("uk", || W.language_ukrainian()),
    ("ur", || W.language_urdu()),
    ("vi", || W.language_vietnamese()),
    ("zh", || W.language_chinese()),
];

/// The language of somebody who chose none.
pub(crate) const USUAL: &str = "fr";

/// The name of a language; none for a code we do not know.
pub(crate) fn name(code: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

/// What French calls a language, where that is another word than its own.
pub(crate) fn french(code: &str) -> Option<&'static str> {
    FRENCH.iter().find(|(known, _)| *known == code).map(|(_, word)| word())
}

/// « arabe (العربية) », in plain text; none for a code we do not know.
pub(crate) fn said(code: &str) -> Option<String> {
    let own = name(code)?;
    Some(french(code).map_or(own.to_owned(), |word| format!("{word} ({own})")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_proposed_once() {
        let codes: Vec<&str> = LANGUAGES.iter().map(|(code, _)| *code).collect();
        assert!(codes[1..].is_sorted_by(|one, other| one < other) && codes[0] == USUAL);
        assert_eq!((name("oc"), name("xx")), (Some("Occitan"), None));
        assert_eq!(said("pt").as_deref(), Some("portugais (Português)"));
        assert_eq!((said("fr").as_deref(), said("xx")), (Some("Français"), None));
        assert!(FRENCH.iter().all(|(code, _)| name(code).is_some()));
        assert_eq!(FRENCH.len() + 5, LANGUAGES.len(), "all but those French calls as they call themselves");
    }
}
