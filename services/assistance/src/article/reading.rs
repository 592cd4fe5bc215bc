//! Who read an article, and whether it helped: a row per account, so that a page opened twice is one reading.

use super::{Article, ArticleId, ArticleState};
use db::{FromRow, Moment, Result, Tx, args};
use school::{AccountId, Viewer};

/// Whether the viewer reads an article for the first time.
///
/// # Errors
/// A fault of the database.
pub async fn is_first(tx: &mut Tx, account: AccountId, article: ArticleId) -> Result<bool> {
    let known = tx
        .count(
            "select count(*) as n from help_article_reading where article_id = $1 and account_id = $2",
            args![article, account],
        )
        .await?;
    Ok(known == 0)
}

/// Notes that somebody read an article.
///
/// # Errors
/// A fault of the database.
pub async fn note(tx: &mut Tx, account: AccountId, article: ArticleId) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into help_article_reading (article_id, account_id, at) values ($1, $2, $3) \
         on conflict (article_id, account_id) do nothing",
        args![article, account, now],
    )
    .await
}

/// Notes whether an article helped; saying it again revises.
///
/// # Errors
/// A fault of the database.
pub async fn judge(tx: &mut Tx, viewer: &Viewer, article: &Article, useful: bool) -> Result<()> {
    let now = tx.now();
    tx.change(
        "insert into help_article_reading (article_id, account_id, at, useful) values ($1, $2, $3, $4) \
         on conflict (article_id, account_id) do update set useful = excluded.useful",
        args![article.id, viewer.account, now, useful],
    )
    .await
}

/// What the viewer said of an article.
///
/// # Errors
/// A fault of the database.
pub async fn opinion(tx: &mut Tx, account: AccountId, article: ArticleId) -> Result<Option<bool>> {
    let said: Option<Option<bool>> = tx
        .value(
            "select useful from help_article_reading where article_id = $1 and account_id = $2",
            args![article, account],
        )
        .await?;
    Ok(said.flatten())
}

/// An article as those who write them see it in their list.
#[derive(Debug, Clone, FromRow)]
pub struct Kept {
    /// Its part of the address.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Whether it is read.
    pub state: ArticleState,
    /// When it was changed last.
    pub changed_at: Moment,
    /// How many read it.
    pub views: i64,
    /// How many it helped.
    pub useful: i64,
    /// How many it did not.
    pub useless: i64,
}

/// Every article, with how it is read. For those who write them.
///
/// # Errors
/// A fault of the database.
pub async fn kept(tx: &mut Tx) -> Result<Vec<Kept>> {
    tx.all(
        "select a.slug, a.title, a.state, a.changed_at, count(r.account_id) as views, \
         count(r.account_id) filter (where r.useful) as useful, \
         count(r.account_id) filter (where not r.useful) as useless \
         from help_article a left join help_article_reading r on r.article_id = a.id \
         group by a.id, a.slug, a.title, a.state, a.changed_at, a.title_key order by a.title_key",
        &[],
    )
    .await
}
