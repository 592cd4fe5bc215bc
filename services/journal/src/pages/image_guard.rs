//! The children of a class who must not be recognised on its photographs, and what is said of it by whoever shows some.

use crate::{W, photo, post::Post};
use commons::image_right::{self, Purpose};
use db::{Problems, Result, Tx};
use school::person::Name;
use web::component::{Checkbox, Notice};

/// The field of the box ticked once the photographs were looked at.
pub(super) const VERIFIED: &str = "verified";

/// The children to be named, and the box to tick.
pub(super) struct ImageGuard {
    pub(super) notice: Notice,
    pub(super) children: Vec<String>,
    pub(super) verified: Checkbox,
}

impl ImageGuard {
    /// Before publishing a post with photographs; nothing where nobody refuses.
    pub(super) fn of(hidden: &[Name], problems: &Problems) -> Option<Self> {
        (!hidden.is_empty()).then(|| {
            let guard = Self::new(hidden, W.images_to_hide_explained());
            Self { verified: guard.verified.required().error(problems.of(VERIFIED)), ..guard }
        })
    }

    /// In the form of a post its readers see already: what is added to it is seen at once.
    pub(super) fn of_published(hidden: &[Name]) -> Option<Self> {
        (!hidden.is_empty()).then(|| Self::new(hidden, W.images_to_hide_if_added()))
    }

    /// The same once it came back with problems.
    pub(super) fn with(self, problems: &Problems) -> Self {
        Self { verified: self.verified.error(problems.of(VERIFIED)), ..self }
    }

    fn new(hidden: &[Name], explained: &'static str) -> Self {
        let count = i64::try_from(hidden.len()).unwrap_or(i64::MAX);
        Self {
            notice: Notice::attention(explained).title(W.images_to_hide(count)),
            // Whole names: two pupils of a class may have the same short one, and only those who publish read them.
            children: hidden.iter().map(Name::full).collect(),
            verified: Checkbox::new(VERIFIED, W.images_verified()),
        }
    }
}

/// The children of the class whose image nobody may recognise in the journal, when the post shows photographs.
///
/// # Errors
/// A fault of the database.
pub(super) async fn to_hide(tx: &mut Tx, post: &Post) -> Result<Vec<Name>> {
    match photo::of(tx, &post.thing, "petit").await?.is_empty() {
        true => Ok(Vec::new()),
        false => refusing(tx, post).await,
    }
}

/// The same, whatever the post shows now.
///
/// # Errors
/// A fault of the database.
pub(super) async fn refusing(tx: &mut Tx, post: &Post) -> Result<Vec<Name>> {
    image_right::refusing(tx, post.thing.circle_id, Purpose::Class).await
}
