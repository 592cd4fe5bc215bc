//! An article of a convention, as the région writes it.

use super::text;
use crate::W;
use db::{FromRow, Problems};

/// What stands between braces in the articles.
pub const VARIABLES: [&str; 17] = [
    "annee_scolaire",
    "academie",
    "academie_adresse",
    "signataire",
    "signataire_qualite",
    "delegation",
    "collectivite",
    "collectivite_siret",
    "collectivite_adresse",
    "representant",
    "representant_qualite",
    "tarif",
    "nombre_ecoles",
    "montant",
    "montant_lettres",
    "fin",
    "tribunal",
];

/// An article: its title and its text, as [`text::parts`] reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// Its text.
    pub body: String,
}

/// What is wrong in the articles typed, beside the fields called `names`.
pub fn check(problems: &mut Problems, articles: &[Article], names: &[(&'static str, &'static str)]) {
    for (article, &(title, body)) in articles.iter().zip(names) {
        problems.require(!article.title.is_empty(), title, W.articles_title_missing());
        problems.require(!article.body.is_empty(), body, W.articles_body_missing());
        for (field, typed) in [(title, &article.title), (body, &article.body)] {
            let wrong = text::mistakes(typed, &VARIABLES);
            problems.require(wrong.is_empty(), field, W.articles_unknown(wrong.join(", ")));
        }
    }
}

/// The articles of a text: each begins with a line that begins with `# `.
pub(super) fn articles_of(written: &str) -> Vec<Article> {
    let mut articles: Vec<Article> = Vec::new();
    for line in written.lines() {
        if let Some(title) = line.strip_prefix("# ") {
            articles.push(Article { title: title.to_owned(), body: String::new() });
        } else if let Some(article) = articles.last_mut() {
            article.body.extend([line, "\n"]);
        }
    }
    articles.iter_mut().for_each(|article| article.body = article.body.trim().to_owned());
    articles
}
