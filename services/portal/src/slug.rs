//! The short names of addresses: lower case, without accents, a hyphen between words.

use db::fold;

/// The longest, in characters.
const LONGEST: usize = 60;

/// What stands at the place of a page in the addresses of a site.
const RESERVED: [&str; 6] = ["agenda", "documents", "images", "mentions-legales", "signalement", "signalement-recu"];

/// The short name of a text; nothing when it has no letter of ours.
pub fn slug(text: &str) -> String {
    let words = fold(text);
    let plain: String = words.chars().filter(|it| it.is_ascii_alphanumeric() || *it == ' ').take(LONGEST).collect();
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

/// The short name of a page: never one that means something else.
pub fn of_page(title: &str) -> String {
    let slug = slug(title);
    match slug.as_str() {
        "" => "page".to_owned(),
        taken if RESERVED.contains(&taken) => format!("page-{taken}"),
        _ => slug,
    }
}

#[cfg(test)]
mod tests {
    use super::of_page;

    #[test]
    fn a_title_becomes_an_address() {
        for (title, slug) in [
            ("La fête de l’école", "la-fete-de-l-ecole"),
            ("Mentions légales", "page-mentions-legales"),
            ("  ", "page"),
            ("Œuvres d’été !", "oeuvres-d-ete"),
        ] {
            assert_eq!(of_page(title), slug);
        }
        assert!(of_page(&"mot ".repeat(50)).len() <= 60);
    }
}
