//! Writing articles and changing them; each edition is kept.

use super::{Article, ArticleId, ArticleState, PROFILES, search};
use crate::W;
use db::{Error, Problems, Result, Tx, args, fold};
use richtext::Doc;
use school::Viewer;

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 120;
/// The most pages an article is about.
const MOST_PAGES: usize = 20;
/// The longest part of an address, in signs.
const LONGEST_SLUG: usize = 60;
/// What the addresses of forms use.
const RESERVED: &str = "nouvel-article";

/// A form as it was typed.
#[derive(Debug, Clone, Default)]
pub struct ArticleForm {
    /// The edition it was filled in from; empty for a new article.
    pub edition: String,
    /// The title.
    pub title: String,
    /// The text, plain.
    pub body: String,
    /// The document of the editor.
    pub body_json: String,
    /// The words of the profiles it is for.
    pub profiles: Vec<String>,
    /// The pages it is about, one a line.
    pub pages: String,
    /// Whether it is read.
    pub published: bool,
}

/// What can be kept of a form.
#[derive(Debug)]
pub struct Draft {
    edition: i64,
    title: String,
    body: Doc,
    profiles: String,
    pages: String,
    state: ArticleState,
}

/// What an article is found by.
pub(super) fn search_key(title: &str, body: &Doc) -> String {
    search::key(&format!("{title} {}", body.to_plain()))
}

impl ArticleForm {
    /// The form that would give this article again.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn of(article: &Article) -> Result<Self> {
        let body = article.doc()?;
        Ok(Self {
            edition: article.edition.to_string(),
            title: article.title.clone(),
            body: body.to_plain(),
            body_json: body.to_json(),
            profiles: article.profiles.split_whitespace().map(str::to_owned).collect(),
            pages: article.pages.clone(),
            published: article.state == ArticleState::Published,
        })
    }

    /// What can be kept, or what is wrong.
    ///
    /// # Errors
    /// [`Error::Invalid`] with a message for each field.
    pub fn check(&self) -> Result<Draft> {
        let mut problems = Problems::default();
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        problems.require(!fold(&title).is_empty(), "title", W.title_missing());
        problems.require(title.chars().count() <= LONGEST_TITLE, "title", W.title_too_long());
        let body = richtext::written(&self.body, &self.body_json).unwrap_or_else(|refused| {
            problems.add("body", refused.message());
            Doc::default()
        });
        problems.require(!body.is_empty() || problems.of("body").is_some(), "body", W.body_missing());
        let chosen = PROFILES.iter().filter(|(_, key)| self.profiles.iter().any(|it| it == key));
        let profiles: Vec<&str> = chosen.map(|(_, key)| *key).collect();
        problems.require(!profiles.is_empty(), "profiles", W.profiles_missing());
        let pages: Vec<&str> = self.pages.split_whitespace().collect();
        let readable = pages.len() <= MOST_PAGES && pages.iter().all(|it| web::safe_return(it) == *it);
        problems.require(readable, "pages", W.pages_wrong());
        let state = if self.published { ArticleState::Published } else { ArticleState::Draft };
        let edition = self.edition.parse().unwrap_or_default();
        let profiles = format!(" {} ", profiles.join(" "));
        problems.or(Draft { edition, title, body, profiles, pages: pages.join("\n"), state })
    }
}

/// Writes a new article; answers its part of the address.
///
/// # Errors
/// A fault of the database.
pub async fn create(tx: &mut Tx, viewer: &Viewer, draft: &Draft) -> Result<String> {
    let slug = free_slug(tx, &draft.title).await?;
    let (id, now): (ArticleId, _) = (tx.id(), tx.now());
    tx.change(
        "insert into help_article (id, slug, title, body, title_key, search_key, profiles, pages, state, edition, shipped, \
         author, created_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, false, $10, $11, $11)",
        args![
            id,
            &slug,
            &draft.title,
            draft.body.to_json(),
            search::key(&draft.title),
            search_key(&draft.title, &draft.body),
            &draft.profiles,
            &draft.pages,
            draft.state,
            viewer.name(),
            now
        ],
    )
    .await?;
    Ok(slug)
}

/// Changes an article; the edition before is kept.
///
/// # Errors
/// [`Error::Invalid`] beside `edition` when somebody changed it since the form was opened; a fault of the database.
pub async fn change(tx: &mut Tx, viewer: &Viewer, article: &Article, draft: &Draft) -> Result<()> {
    let now = tx.now();
    let rows = tx
        .changed_rows(
            "update help_article set title = $2, body = $3, title_key = $4, search_key = $5, profiles = $6, pages = $7, \
             state = $8, edition = edition + 1, author = $9, changed_at = $10 where id = $1 and edition = $11",
            args![
                article.id,
                &draft.title,
                draft.body.to_json(),
                search::key(&draft.title),
                search_key(&draft.title, &draft.body),
                &draft.profiles,
                &draft.pages,
                draft.state,
                viewer.name(),
                now,
                draft.edition
            ],
        )
        .await?;
    if rows == 0 {
        return Err(Error::invalid("edition", W.article_changed_meanwhile()));
    }
    // What it was, as it was loaded in this transaction.
    tx.change(
        "insert into help_article_version (article_id, edition, title, body, author, at) values ($1, $2, $3, $4, $5, $6) \
         on conflict (article_id, edition) do nothing",
        args![article.id, article.edition, &article.title, &article.body, viewer.name(), now],
    )
    .await
}

/// `signer-un-mot`, then `signer-un-mot-2` …
async fn free_slug(tx: &mut Tx, title: &str) -> Result<String> {
    let letters: String =
        fold(title).replace(' ', "-").chars().filter(|it| it.is_ascii_alphanumeric() || *it == '-').collect();
    let stem: String = letters.trim_matches('-').chars().take(LONGEST_SLUG).collect();
    let stem = if stem.is_empty() || stem == RESERVED { format!("article-{stem}") } else { stem };
    let taken: Vec<String> = tx
        .column("select slug from help_article where slug >= $1 and slug < $2", args![&stem, format!("{stem}~")])
        .await?;
    let is_free = |slug: &String| !taken.contains(slug);
    let numbered = (2..).map(|number: u64| format!("{stem}-{number}"));
    Ok(std::iter::once(stem.clone()).chain(numbered).find(is_free).unwrap_or_else(|| stem.clone()))
}
