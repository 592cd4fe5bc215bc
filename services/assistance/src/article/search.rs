//! Finding articles: by words in any spelling, or by the page somebody is on.

use super::{PATH, profile_key};
use db::{FromRow, Result, Tx, args, fold};
use school::{Profile, Viewer};

/// How many words are looked for together.
const MOST_WORDS: usize = 3;
/// How many articles are found.
const MOST: i64 = 12;

/// Words that say nothing of what is looked for.
const EMPTY_WORDS: &[&str] = &[
    "aide", "avec", "avez", "avoir", "cela", "cest", "cette", "comment", "dans", "des", "elle", "est", "etre", "faire",
    "fait", "les", "leur", "mais", "mes", "mon", "nous", "notre", "pas", "peut", "peux", "plus", "pour", "pourquoi",
    "puis", "quand", "que", "quel", "quelle", "qui", "quoi", "sans", "ses", "son", "sont", "sur", "tout", "une",
    "veux", "vous", "votre",
];

/// An article as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub struct Found {
    slug: String,
    /// Its title.
    pub title: String,
}

impl Found {
    /// Its address.
    pub fn path(&self) -> String {
        format!("{PATH}/{}", self.slug)
    }
}

/// What a text is found by: each word of title and text, preceded by a space.
pub(super) fn key(text: &str) -> String {
    format!(" {}", fold(text))
}

/// The words of a question that say something, as the beginnings to look for; the longest first.
fn words(question: &str) -> Vec<String> {
    let folded = fold(question);
    let mut words: Vec<String> = Vec::new();
    for word in folded.split(' ').filter(|it| it.chars().count() > 2 && !EMPTY_WORDS.contains(it)) {
        // « codes » finds « code ».
        let stem = word.strip_suffix(['s', 'x']).filter(|it| it.len() > 3).unwrap_or(word).to_owned();
        if !words.contains(&stem) {
            words.push(stem);
        }
    }
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

// Those whose title has all the words come first.
const FIND: &str = "\
select slug, title from help_article where state = 'published' and profiles like $1 \
    and search_key like $2 and search_key like $3 and search_key like $4 \
order by case when title_key like $2 and title_key like $3 and title_key like $4 then 0 else 1 end, title_key limit $5";

async fn with_all(tx: &mut Tx, profile: Profile, words: &[String]) -> Result<Vec<Found>> {
    let pattern = |rank: usize| words.get(rank).map_or_else(|| "%".to_owned(), |word| format!("% {word}%"));
    let profiles = format!("% {} %", profile_key(profile));
    tx.all(FIND, args![profiles, pattern(0), pattern(1), pattern(2), MOST]).await
}

/// The articles for a viewer that answer a question: those with all of its first words, else those with one of them.
///
/// # Errors
/// A fault of the database.
pub async fn find(tx: &mut Tx, viewer: &Viewer, question: &str) -> Result<Vec<Found>> {
    let mut words = words(question);
    words.truncate(MOST_WORDS);
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = with_all(tx, viewer.profile(), &words).await?;
    if found.is_empty() && words.len() > 1 {
        for word in &words {
            for article in with_all(tx, viewer.profile(), std::slice::from_ref(word)).await? {
                if !found.contains(&article) {
                    found.push(article);
                }
            }
        }
    }
    Ok(found)
}

/// Every article for a viewer, by title.
///
/// # Errors
/// A fault of the database.
pub async fn all(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Found>> {
    tx.all(
        "select slug, title from help_article where state = 'published' and profiles like $1 order by title_key",
        args![format!("% {} %", profile_key(viewer.profile()))],
    )
    .await
}

/// The articles for a viewer about a page of the product.
///
/// # Errors
/// A fault of the database.
pub async fn about(tx: &mut Tx, viewer: &Viewer, page: &str) -> Result<Vec<Found>> {
    let rows: Vec<(String, String, String)> = tx
        .all(
            "select slug, title, pages from help_article where state = 'published' and profiles like $1 \
             and pages <> '' order by title_key",
            args![format!("% {} %", profile_key(viewer.profile()))],
        )
        .await?;
    let those = rows.into_iter().filter(|(_, _, pages)| pages.lines().any(|it| is_within(page, it)));
    Ok(those.map(|(slug, title, _)| Found { slug, title }).collect())
}

/// Whether a page is within the one an article names; a `*` there stands for any one part.
fn is_within(page: &str, named: &str) -> bool {
    let parts = |path: &str| path.split('/').filter(|it| !it.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (page, named) = (parts(page), parts(named));
    !named.is_empty()
        && named.len() <= page.len()
        && named.iter().zip(&page).all(|(known, part)| known == "*" || known == part)
}

#[cfg(test)]
mod tests {
    use super::{is_within, words};

    #[test]
    fn a_question_is_its_words_that_say_something() {
        for (question, expected) in [
            ("Comment retrouver mon identifiant ?", vec!["identifiant", "retrouver"]),
            ("les CODES de l’élève", vec!["eleve", "code"]),
            ("qui est-ce ?", vec![]),
            ("100 % _", vec!["100"]),
        ] {
            assert_eq!(words(question), expected, "{question}");
        }
    }

    #[test]
    fn a_page_is_within_those_an_article_names() {
        assert!(is_within("/mots/12", "/mots") && is_within("/classes/3/mots", "/classes/*/mots"));
        assert!(
            !is_within("/motsdits", "/mots") && !is_within("/classes/3", "/classes/*/mots") && !is_within("/", "/")
        );
    }
}
