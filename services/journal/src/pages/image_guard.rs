//! The children of a class or a group who must not be recognised on its photographs, and what is said of it by whoever shows some.

use crate::{W, photo, post::Post};
use commons::image_right::{self, Hidden, Purpose, State};
use db::{Problems, Result, Tx};
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
    /// Before publishing a post with photographs; nothing where nobody is to be hidden.
    pub(super) fn of(hidden: &[Hidden], problems: &Problems) -> Option<Self> {
        (!hidden.is_empty()).then(|| {
            let guard = Self::new(hidden, W.images_to_hide_explained(why(hidden)));
            Self { verified: guard.verified.required().error(problems.of(VERIFIED)), ..guard }
        })
    }

    /// In the form of a post its readers see already: what is added to it is seen at once.
    pub(super) fn of_published(hidden: &[Hidden]) -> Option<Self> {
        (!hidden.is_empty()).then(|| Self::new(hidden, W.images_to_hide_if_added(why(hidden))))
    }

    /// The same once it came back with problems.
    pub(super) fn with(self, problems: &Problems) -> Self {
        Self { verified: self.verified.error(problems.of(VERIFIED)), ..self }
    }

    fn new(hidden: &[Hidden], explained: String) -> Self {
        let count = i64::try_from(hidden.len()).unwrap_or(i64::MAX);
        Self {
            notice: Notice::attention(explained).title(W.images_to_hide(count)),
            // Whole names: two pupils of a class may have the same short one, and only those who publish read them.
            children: hidden.iter().map(named).collect(),
            verified: Checkbox::new(VERIFIED, W.images_verified()),
        }
    }
}

/// Why children are named: an adult refuses, or some have not answered either.
fn why(hidden: &[Hidden]) -> &'static str {
    if hidden.iter().any(|it| it.state == State::Unanswered) { "unanswered" } else { "refused" }
}

fn named(hidden: &Hidden) -> String {
    match hidden.state {
        State::Unanswered => W.image_unanswered(hidden.name.full()),
        State::Yes | State::No => hidden.name.full(),
    }
}

/// The children whose image nobody may recognise in the journal, when the post shows photographs.
///
/// # Errors
/// A fault of the database.
pub(super) async fn to_hide(tx: &mut Tx, post: &Post) -> Result<Vec<Hidden>> {
    match photo::of(tx, &post.thing, "petit").await?.is_empty() {
        true => Ok(Vec::new()),
        false => to_hide_if_shown(tx, post).await,
    }
}

/// The same, whatever the post shows now.
///
/// # Errors
/// A fault of the database.
pub(super) async fn to_hide_if_shown(tx: &mut Tx, post: &Post) -> Result<Vec<Hidden>> {
    image_right::to_hide(tx, post.thing.circle_id, Purpose::Class).await
}
