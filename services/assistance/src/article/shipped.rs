//! The articles the product comes with, written in a file beside this code and put in the house at first use.

use super::{ArticleState, edit, search, text::document};
use crate::desk::json_list;
use db::{Result, Tx, Uuid, args};

/// Articles, each after a line of its own that begins with `# `.
const TEXT: &str = include_str!("../../articles/fr.txt");
/// Who wrote them.
const AUTHOR: &str = "Préau";

/// An article of the file.
#[derive(Debug)]
struct Shipped<'a> {
    slug: &'a str,
    title: &'a str,
    profiles: &'a str,
    pages: &'a str,
    text: &'a str,
}

fn all() -> impl Iterator<Item = Shipped<'static>> {
    TEXT.split("\n# ").skip(1).filter_map(read)
}

/// `slug`, `titre :`, `pour :`, `pages :`, an empty line, then the text.
fn read(article: &'static str) -> Option<Shipped<'static>> {
    let (head, text) = article.split_once("\n\n")?;
    let field = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
    Some(Shipped {
        slug: head.lines().next()?.trim(),
        title: field("titre :")?,
        profiles: field("pour :")?,
        pages: field("pages :").unwrap_or_default(),
        text: text.trim(),
    })
}

/// Whether some of them are not in the house yet.
///
/// # Errors
/// A fault of the database.
pub async fn are_missing(tx: &mut Tx) -> Result<bool> {
    // By address: one that somebody wrote there before is there too.
    let known = "select count(*) as n from help_article where slug in (select value from json_each($1))";
    let slugs: Vec<String> = all().map(|article| article.slug.to_owned()).collect();
    let there = tx.count(known, args![json_list(&slugs)]).await?;
    Ok(usize::try_from(there).unwrap_or_default() < slugs.len())
}

/// Puts in the house those that are not there; what somebody changed or hid stays as it is.
///
/// # Errors
/// A fault of the database, or of the file.
pub async fn put(tx: &mut Tx) -> Result<()> {
    let now = tx.now();
    for article in all() {
        let id: Uuid = tx.id();
        let document = document(article.text)?;
        let profiles = format!(" {} ", article.profiles);
        let pages = article.pages.split_whitespace().collect::<Vec<_>>().join("\n");
        tx.change(
            "insert into help_article (id, slug, title, body, title_key, search_key, profiles, pages, state, edition, \
             shipped, author, created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, true, $10, $11, $11) \
             on conflict (slug) do nothing",
            args![
                id,
                article.slug,
                article.title,
                document.to_json(),
                search::key(article.title),
                edit::search_key(article.title, &document),
                profiles,
                pages,
                ArticleState::Published,
                AUTHOR,
                now
            ],
        )
        .await?;
    }
    Ok(())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::article::PROFILES;

    #[test]
    fn every_article_of_the_file_is_whole() {
        let articles: Vec<_> = all().collect();
        assert!(articles.len() >= 12, "{}", articles.len());
        assert_eq!(articles.len(), TEXT.matches("\n# ").count(), "one of them is not readable");
        for (rank, article) in articles.iter().enumerate() {
            assert!(!document(article.text).unwrap().is_empty(), "{}", article.slug);
            assert!(articles[..rank].iter().all(|it| it.slug != article.slug && it.title != article.title));
            let known = |key: &str| PROFILES.iter().any(|(_, it)| *it == key);
            assert!(article.profiles.split_whitespace().all(known), "{}", article.slug);
            assert!(article.pages.split_whitespace().all(|it| it.starts_with('/')), "{}", article.slug);
        }
    }
}
