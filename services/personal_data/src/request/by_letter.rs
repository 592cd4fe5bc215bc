//! A request typed by the desk from a letter.

use super::{
    Kind, desk,
    filing::{Filed, LONGEST},
};
use crate::W;
use db::{Error, Problems, Result, Tx};
use jiff::civil::Date;
use school::{PersonId, Viewer};

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
        problems.require(kind.is_some(), "droit", W.kind_missing("vous"));
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
