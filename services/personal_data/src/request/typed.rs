//! A request typed from one's own account, for oneself or one's child.

use super::{
    Kind, desk,
    filing::{Filed, LONGEST},
};
use crate::{W, whose};
use commons::limitation::Topic;
use db::{Error, Problems, Result, Tx};
use school::{PersonId, Viewer};

/// What was typed about a request of one's own.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// For whom: empty for oneself, a child else.
    pub child: String,
    /// Which right.
    pub kind: String,
    /// What an objection is about.
    pub topics: Vec<String>,
    /// In words.
    pub body: String,
}

impl Typed {
    /// The fields of a form.
    pub fn read(fields: &[(String, String)]) -> Self {
        let text = |name: &str| fields.iter().find(|it| it.0 == name).map(|it| it.1.clone()).unwrap_or_default();
        let topics = fields.iter().filter(|it| it.0 == "sujet").map(|it| it.1.clone()).collect();
        Self { child: text("enfant"), kind: text("droit"), topics, body: text("texte") }
    }

    /// The request, for the viewer or a child of the viewer.
    ///
    /// # Errors
    /// [`Error::NotFound`] for another child; [`Error::Invalid`] beside what is missing; a fault of the database.
    pub async fn check(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Filed> {
        let (subject, name) = self.subject(tx, viewer).await?;
        let kind = Kind::try_from(self.kind.clone()).ok().filter(|it| *it != Kind::Directives);
        let mut problems = Problems::default();
        let who = web::voice(viewer);
        problems.require(kind.is_some(), "droit", W.kind_missing(who));
        require_words(&mut problems, kind, &self.body, who);
        let topics = topics_of(&self.topics);
        problems.require(kind != Some(Kind::Objection) || !topics.is_empty(), "sujet", W.topics_missing(who));
        let kind = problems.or(kind)?.ok_or(Error::NotFound)?;
        let scope = match subject {
            Some(person) => desk::scope_of_person(tx, person).await?,
            None => desk::scope_of(tx, viewer).await?,
        };
        let topics = if kind == Kind::Objection { topics.join(" ") } else { String::new() };
        Ok(Filed { subject, name, kind, topics, body: self.body.trim().to_owned(), received: tx.now().day(), scope })
    }

    async fn subject(&self, tx: &mut Tx, viewer: &Viewer) -> Result<(Option<PersonId>, String)> {
        if self.child.is_empty() {
            return Ok((viewer.people.first().map(|me| me.id), viewer.name()));
        }
        let child = self.child.parse().ok().ok_or(Error::NotFound)?;
        let whose = whose::Whose::child(tx, viewer, child).await?;
        Ok((Some(child), whose.name))
    }
}

/// Objecting and having something put right need words: the house cannot guess them.
fn require_words(problems: &mut Problems, kind: Option<Kind>, body: &str, who: &str) {
    let length = body.trim().chars().count();
    let needed = matches!(kind, Some(Kind::Rectification | Kind::Objection | Kind::Restriction));
    problems.require(!needed || length > 0, "texte", W.body_missing(who));
    problems.require(length <= LONGEST, "texte", W.body_too_long());
}

fn topics_of(typed: &[String]) -> Vec<&'static str> {
    let known = typed.iter().filter_map(|it| Topic::try_from(it.clone()).ok()).filter(|it| *it != Topic::All);
    known.map(Topic::as_str).collect()
}
