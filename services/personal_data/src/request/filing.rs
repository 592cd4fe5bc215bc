//! Filing a request: from one's own account for oneself or one's child, or by the desk from a letter.

use super::{Channel, Kind, RequestId, State, deadline, desk, step};
use crate::{W, whose};
use commons::{
    audit::{self, Action},
    limitation::Topic,
};
use db::{Day, Error, Problems, Result, Tx, args};
use jiff::civil::Date;
use school::{AccountId, PersonId, Viewer};

/// The longest text, in characters.
pub const LONGEST: usize = 4000;

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

/// A request that can be filed.
#[derive(Debug, Clone)]
pub struct Filed {
    subject: Option<PersonId>,
    name: String,
    kind: Kind,
    topics: String,
    body: String,
    received: Date,
    scope: String,
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
        problems.require(kind.is_some(), "droit", W.kind_missing());
        require_words(&mut problems, kind, &self.body);
        let topics = topics_of(&self.topics);
        problems.require(kind != Some(Kind::Objection) || !topics.is_empty(), "sujet", W.topics_missing());
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
fn require_words(problems: &mut Problems, kind: Option<Kind>, body: &str) {
    let length = body.trim().chars().count();
    let needed = matches!(kind, Some(Kind::Rectification | Kind::Objection | Kind::Restriction));
    problems.require(!needed || length > 0, "texte", W.body_missing());
    problems.require(length <= LONGEST, "texte", W.body_too_long());
}

fn topics_of(typed: &[String]) -> Vec<&'static str> {
    let known = typed.iter().filter_map(|it| Topic::try_from(it.clone()).ok()).filter(|it| *it != Topic::All);
    known.map(Topic::as_str).collect()
}

/// What the desk typed from a letter.
#[derive(Debug, Clone, Default)]
pub struct Letter {
    /// Whose data.
    pub personne: String,
    /// Which right.
    pub droit: String,
    /// The day it came.
    pub recue: String,
    /// What it asks.
    pub texte: String,
    /// How the desk made sure who asks; empty when it did not yet.
    pub identite: String,
}

impl Letter {
    /// The request a letter brings.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a person of another territory; [`Error::Invalid`] beside what is missing; a fault of the
    /// database.
    pub async fn check(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Filed> {
        let person: PersonId = self.personne.parse().ok().ok_or(Error::NotFound)?;
        let found = desk::person(tx, viewer, person).await?;
        let kind = Kind::try_from(self.droit.clone()).ok();
        let today = tx.now().day();
        let received = self.recue.parse::<Date>().ok().filter(|it| *it <= today);
        let mut problems = Problems::default();
        problems.require(kind.is_some(), "droit", W.kind_missing());
        problems.require(received.is_some(), "recue", W.received_wrong());
        problems.require(!self.texte.trim().is_empty(), "texte", W.letter_missing());
        problems.require(self.texte.chars().count() <= LONGEST, "texte", W.body_too_long());
        problems.require(self.identite.chars().count() <= LONGEST, "identite", W.body_too_long());
        let (kind, received) = problems.or(kind.zip(received))?.ok_or(Error::NotFound)?;
        Ok(Filed {
            subject: Some(person),
            name: found.name(),
            kind,
            topics: String::new(),
            body: self.texte.trim().to_owned(),
            received,
            scope: desk::scope_of_person(tx, person).await?,
        })
    }
}

/// Files a request from the account of the viewer. When the session showed more than a password, nobody asks who it is again.
///
/// # Errors
/// A fault of the database.
pub async fn from_account(tx: &mut Tx, viewer: &Viewer, filed: &Filed, proved: bool) -> Result<RequestId> {
    let identity = proved.then_some("account");
    keep(tx, viewer, filed, Channel::Account, Some(viewer.account), identity).await
}

/// Enters a request that came by letter.
///
/// # Errors
/// A fault of the database.
pub async fn from_letter(tx: &mut Tx, viewer: &Viewer, filed: &Filed, identity: &str) -> Result<RequestId> {
    let identity = Some(identity.trim()).filter(|it| !it.is_empty());
    keep(tx, viewer, filed, Channel::Paper, None, identity).await
}

async fn keep(
    tx: &mut Tx,
    viewer: &Viewer,
    filed: &Filed,
    channel: Channel,
    asked_by: Option<AccountId>,
    identity: Option<&str>,
) -> Result<RequestId> {
    let id: RequestId = tx.id();
    let now = tx.now();
    let state = if identity.is_some() { State::IdentityChecked } else { State::Received };
    // The end of the identifier is chance: nobody guesses how many requests came before.
    let text = id.to_string().to_uppercase();
    let reference = format!("D-{}-{}", now.day().year(), text.get(text.len() - 8..).unwrap_or_default());
    tx.run(
        "insert into rights_request (id, reference, subject_id, subject_name, account_id, kind, channel, scope, body, \
         topics, state, identity, received_on, due_on, created_at, entered_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        args![
            id,
            reference,
            filed.subject,
            &filed.name,
            asked_by,
            filed.kind,
            channel,
            &filed.scope,
            &filed.body,
            &filed.topics,
            state,
            identity,
            Day::from(filed.received),
            Day::from(deadline::due(filed.received)),
            now,
            viewer.account
        ],
    )
    .await?;
    step::write(tx, id, viewer.account, State::Received, "").await?;
    if let Some(identity) = identity {
        step::write(tx, id, viewer.account, State::IdentityChecked, identity).await?;
    }
    let subject = filed.subject.map(|it| it.to_string());
    audit::write(tx, Some(viewer.account), Action::RightsRequest, subject, Some(filed.kind.as_str())).await?;
    Ok(id)
}
