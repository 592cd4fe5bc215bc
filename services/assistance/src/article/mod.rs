//! Articles of the online help: what answers before anybody asks.

pub mod edit;
pub mod reading;
pub mod search;
pub mod shipped;
mod text;

use crate::W;
use db::{Error, FromRow, Moment, Result, Tx, args, id};
use richtext::Doc;
use school::{Profile, Right, Viewer, text_enum};

id! {
    /// An article.
    ArticleId
}

text_enum! {
    /// Whether an article is read.
    ArticleState {
        /// Desks work on it.
        Draft = "draft",
        /// It is read.
        Published = "published",
    }
}

impl ArticleState {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => W.article_draft(),
            Self::Published => W.article_published(),
        }
    }
}

/// The profiles articles are for, each with the word it is stored as.
pub const PROFILES: [(Profile, &str); 6] = [
    (Profile::Guardian, "guardian"),
    (Profile::Staff, "staff"),
    (Profile::Teacher, "teacher"),
    (Profile::Head, "head"),
    (Profile::Town, "town"),
    (Profile::Administrator, "administrator"),
];

/// The word a profile is stored as; no pupil reads articles.
pub fn profile_key(profile: Profile) -> &'static str {
    PROFILES.iter().find(|(known, _)| *known == profile).map_or("", |(_, key)| *key)
}

/// The first part of the address of articles.
pub const PATH: &str = "/aide-en-ligne";

/// An article the viewer may read.
#[derive(Debug, Clone, FromRow)]
pub struct Article {
    /// The article.
    pub id: ArticleId,
    /// Its part of the address.
    pub slug: String,
    /// Its title.
    pub title: String,
    body: String,
    /// For whom it is: ` teacher head `.
    pub profiles: String,
    /// The beginnings of the pages it is about, one a line.
    pub pages: String,
    /// Whether it is read.
    pub state: ArticleState,
    /// Raised by each change.
    pub edition: i64,
    /// When it was changed last.
    pub changed_at: Moment,
}

impl Article {
    /// Reads an article when it is for the viewer: those who write articles read them all.
    ///
    /// # Errors
    /// [`Error::NotFound`] for others; a fault of the database.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, slug: &str) -> Result<Self> {
        let article: Self = tx
            .one(
                "select id, slug, title, body, profiles, pages, state, edition, changed_at from help_article \
                 where slug = $1",
                args![slug],
            )
            .await?;
        let is_read = article.state == ArticleState::Published && article.is_for(viewer.profile());
        if is_read || writes(viewer) { Ok(article) } else { Err(Error::NotFound) }
    }

    /// Whether it is for a profile.
    pub fn is_for(&self, profile: Profile) -> bool {
        self.profiles.split_whitespace().any(|key| key == profile_key(profile))
    }

    /// Its text.
    ///
    /// # Errors
    /// A fault when what is stored is no document.
    pub fn doc(&self) -> Result<Doc> {
        richtext::parse(&self.body).map_err(Error::fault)
    }

    /// Its address.
    pub fn path(&self) -> String {
        format!("{PATH}/{}", self.slug)
    }
}

/// Whether the viewer writes articles: whoever answers for more than a school.
pub fn writes(viewer: &Viewer) -> bool {
    viewer.may_over(Right::AnswerHelp)
}
