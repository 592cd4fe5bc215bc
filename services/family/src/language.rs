//! The languages families speak, by code and by the name each has for itself: who looks for it reads it.

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

/// The language of somebody who chose none.
pub(crate) const USUAL: &str = "fr";

/// The name of a language; none for a code we do not know.
pub(crate) fn name(code: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_proposed_once() {
        let codes: Vec<&str> = LANGUAGES.iter().map(|(code, _)| *code).collect();
        assert!(codes[1..].is_sorted_by(|one, other| one < other) && codes[0] == USUAL);
        assert_eq!((name("oc"), name("xx")), (Some("Occitan"), None));
    }
}
