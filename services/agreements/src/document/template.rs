//! The articles of a convention, in the words of the région, version after version.
//!
//! A version is never changed once a convention was proposed with it, nor while it is in force: changing it makes the next
//! one. The first is ours, kept in `articles/v1.txt` until a convention needs it.

use super::article::articles_of;
use crate::W;
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Result, Tx, args};
use school::Viewer;

pub use super::article::{Article, VARIABLES, check};

/// The number of the version in our words.
const FIRST: i64 = 1;
const FIRST_TEXT: &str = include_str!("../../articles/v1.txt");

/// A version of the articles.
#[derive(Debug, Clone, FromRow)]
pub struct Version {
    /// Its number.
    pub version: i64,
    /// What it changes, in the words of whoever made it.
    pub note: String,
    /// Whether conventions are proposed with it.
    pub in_force: bool,
    /// When it was made; [`Moment::DAWN`] for the first one until a convention needs it.
    pub made_at: Moment,
}

/// A version with its articles.
#[derive(Debug, Clone)]
pub struct Template {
    /// The version.
    pub version: Version,
    /// Its articles, in their order.
    pub articles: Vec<Article>,
}

/// The version conventions are proposed with; the first one is written down when there is none yet.
///
/// # Errors
/// A fault of the database.
pub async fn in_force(tx: &mut Tx) -> Result<Template> {
    if let Some(found) = stored_in_force(tx).await? {
        return Ok(found);
    }
    let first = first();
    insert(tx, &first, None).await?;
    load(tx, FIRST).await
}

/// The version conventions would be proposed with, without writing anything.
///
/// # Errors
/// A fault of the database.
pub async fn current(tx: &mut Tx) -> Result<Template> {
    Ok(stored_in_force(tx).await?.unwrap_or_else(first))
}

/// Every version, the latest first.
///
/// # Errors
/// A fault of the database.
pub async fn versions(tx: &mut Tx) -> Result<Vec<Version>> {
    let versions: Vec<Version> =
        tx.all("select version, note, in_force, made_at from template order by version desc", &[]).await?;
    Ok(if versions.is_empty() { vec![first().version] } else { versions })
}

/// A version.
///
/// # Errors
/// [`Error::NotFound`] when there is none of this number.
pub async fn load(tx: &mut Tx, version: i64) -> Result<Template> {
    let found: Option<Version> =
        tx.first("select version, note, in_force, made_at from template where version = $1", args![version]).await?;
    match found {
        Some(found) => with_articles(tx, found).await,
        // Ours, before any convention needed it.
        None if version == FIRST && stored_in_force(tx).await?.is_none() => Ok(first()),
        None => Err(Error::NotFound),
    }
}

/// Whether a version may still be changed: it is not in force, and no convention was proposed with it.
///
/// # Errors
/// A fault of the database.
pub async fn is_draft(tx: &mut Tx, version: &Version) -> Result<bool> {
    if version.in_force {
        return Ok(false);
    }
    let used = tx
        .count(
            "select count(*) as n from agreement where template = $1 and proposed_on is not null",
            args![version.version],
        )
        .await?;
    Ok(used == 0)
}

/// Keeps what was typed from a version: in it while it is a draft, in a new one else. Tells in which.
///
/// # Errors
/// [`Error::Conflict`] when somebody made the next version meanwhile.
pub async fn write(tx: &mut Tx, viewer: &Viewer, from: i64, note: &str, articles: &[Article]) -> Result<i64> {
    in_force(tx).await?;
    let old = load(tx, from).await?;
    if is_draft(tx, &old.version).await? {
        tx.change("update template set note = $2 where version = $1", args![from, note]).await?;
        tx.change("delete from template_article where version = $1", args![from]).await?;
        insert_articles(tx, from, articles).await?;
        return Ok(from);
    }
    let next = tx.count("select coalesce(max(version), 0) + 1 as n from template", &[]).await?;
    let version = Version { version: next, note: note.to_owned(), in_force: false, made_at: tx.now() };
    insert(tx, &Template { version, articles: articles.to_vec() }, Some(viewer)).await?;
    Ok(next)
}

/// Has conventions proposed with this version from now on.
///
/// # Errors
/// [`Error::NotFound`] when there is none of this number.
pub async fn put_in_force(tx: &mut Tx, viewer: &Viewer, version: i64) -> Result<()> {
    in_force(tx).await?;
    load(tx, version).await?;
    tx.change("update template set in_force = (version = $1)", args![version]).await?;
    let subject = format!("articles {version}");
    audit::write(tx, Some(viewer.account), Action::ArticlesPutInForce, Some(subject), None).await
}

async fn stored_in_force(tx: &mut Tx) -> Result<Option<Template>> {
    let found: Option<Version> = tx
        .first(
            "select version, note, in_force, made_at from template where in_force order by version desc limit 1",
            &[],
        )
        .await?;
    match found {
        Some(found) => with_articles(tx, found).await.map(Some),
        None => Ok(None),
    }
}

async fn with_articles(tx: &mut Tx, version: Version) -> Result<Template> {
    let articles = tx
        .all("select title, body from template_article where version = $1 order by position", args![version.version])
        .await?;
    Ok(Template { version, articles })
}

async fn insert(tx: &mut Tx, template: &Template, by: Option<&Viewer>) -> Result<()> {
    let (Version { version, note, in_force, .. }, now) = (&template.version, tx.now());
    tx.change(
        "insert into template (version, note, in_force, made_at, made_by) values ($1, $2, $3, $4, $5)",
        args![*version, note, *in_force, now, by.map(|it| it.account)],
    )
    .await?;
    insert_articles(tx, *version, &template.articles).await
}

async fn insert_articles(tx: &mut Tx, version: i64, articles: &[Article]) -> Result<()> {
    for (position, article) in (1_i64..).zip(articles) {
        tx.change(
            "insert into template_article (version, position, title, body) values ($1, $2, $3, $4)",
            args![version, position, &article.title, &article.body],
        )
        .await?;
    }
    Ok(())
}

/// Our own words.
fn first() -> Template {
    let version =
        Version { version: FIRST, note: W.articles_first().to_owned(), in_force: true, made_at: Moment::DAWN };
    Template { version, articles: articles_of(FIRST_TEXT) }
}

#[cfg(test)]
mod tests {
    use super::{VARIABLES, first};
    use crate::document::text::mistakes;

    #[test]
    fn our_own_articles_say_what_a_convention_must_say() {
        let articles = first().articles;
        assert_eq!(articles.len(), 12, "a preamble and eleven articles");
        let whole: String = articles.iter().map(|it| format!("{}\n{}\n", it.title, it.body)).collect();
        assert_eq!(mistakes(&whole, &VARIABLES), Vec::<String>::new());
        for variable in VARIABLES {
            assert!(whole.contains(&format!("{{{variable}}}")), "{variable}");
        }
        for clause in
            ["R. 222-24-2", "DNMA", "ONDE", "GAR", "quinze jours", "ne sont pas remboursées", "un mois au plus"]
        {
            assert!(whole.contains(clause), "{clause}");
        }
    }
}
