//! The articles as they are typed: a title and a text each, and two more at the end for new ones.

use crate::{
    W,
    template::{self, Article},
};
use db::{Problems, Result};

/// The fields of an article: its title, its text. No convention has more articles than that.
pub(super) const NAMES: [(&str, &str); 20] = [
    ("titre-1", "texte-1"),
    ("titre-2", "texte-2"),
    ("titre-3", "texte-3"),
    ("titre-4", "texte-4"),
    ("titre-5", "texte-5"),
    ("titre-6", "texte-6"),
    ("titre-7", "texte-7"),
    ("titre-8", "texte-8"),
    ("titre-9", "texte-9"),
    ("titre-10", "texte-10"),
    ("titre-11", "texte-11"),
    ("titre-12", "texte-12"),
    ("titre-13", "texte-13"),
    ("titre-14", "texte-14"),
    ("titre-15", "texte-15"),
    ("titre-16", "texte-16"),
    ("titre-17", "texte-17"),
    ("titre-18", "texte-18"),
    ("titre-19", "texte-19"),
    ("titre-20", "texte-20"),
];
/// The longest title.
pub(super) const LONGEST_TITLE: usize = 120;
/// The longest text.
pub(super) const LONGEST_TEXT: usize = 20_000;
/// The longest note.
pub(super) const LONGEST_NOTE: usize = 200;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub(super) struct ArticlesForm {
    /// What the version changes.
    pub(super) note: String,
    /// The articles, with what was left empty between them and one after the last.
    pub(super) articles: Vec<Article>,
}

impl ArticlesForm {
    /// Reads the fields sent.
    pub(super) fn typed(fields: &[(String, String)]) -> Self {
        let text = |name: &str| {
            let typed = fields.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text.as_str());
            // Browsers end lines with two characters.
            typed.replace("\r\n", "\n").trim().to_owned()
        };
        let article = |(title, body)| Article { title: text(title), body: text(body) };
        let mut articles: Vec<Article> = NAMES.into_iter().map(article).collect();
        let last = articles.iter().rposition(|it| !it.title.is_empty() || !it.body.is_empty());
        articles.truncate(last.map_or(1, |last| last + 2));
        Self { note: text("note"), articles }
    }

    /// The form of a version, with two empty articles at its end.
    pub(super) fn of(note: &str, articles: &[Article]) -> Self {
        let empty = std::iter::repeat_n(Article::default(), 2);
        let articles = articles.iter().cloned().chain(empty).take(NAMES.len()).collect();
        Self { note: note.to_owned(), articles }
    }

    /// The articles typed; those left wholly empty are taken away.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what cannot be.
    pub(super) fn check(&self) -> Result<Vec<Article>> {
        let named = self.articles.iter().zip(NAMES);
        let kept = named.filter(|(it, _)| !it.title.is_empty() || !it.body.is_empty());
        let (articles, names): (Vec<Article>, Vec<(&str, &str)>) = kept.map(|(it, names)| (it.clone(), names)).unzip();
        let mut problems = Problems::default();
        problems.require(!articles.is_empty(), NAMES[0].0, W.articles_none());
        template::check(&mut problems, &articles, &names);
        let texts = articles
            .iter()
            .zip(&names)
            .flat_map(|(it, (title, body))| [(&it.title, *title, LONGEST_TITLE), (&it.body, *body, LONGEST_TEXT)]);
        for (text, field, longest) in texts.chain([(&self.note, "note", LONGEST_NOTE)]) {
            problems.require(text.chars().count() <= longest, field, W.office_text_too_long(longest));
        }
        problems.or(articles)
    }
}
