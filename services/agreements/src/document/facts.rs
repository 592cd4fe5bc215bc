//! The facts of a convention, read once for all its documents.

use super::template::{self, Article};
use crate::{
    Agreement,
    enrolment::{self, Enrolled},
    parties::Parties,
    signature::{self, Signature},
};
use db::{Result, Tx};
use jiff::civil::Date;

/// All that the documents of a convention say.
#[derive(Debug, Clone)]
pub struct Facts {
    /// Its number.
    pub number: String,
    /// The year its school year begins in.
    pub year: i64,
    /// How its parties are called.
    pub parties: Parties,
    /// Its articles.
    pub articles: Vec<Article>,
    /// What a school costs, in cents.
    pub price_cents: i64,
    /// Its schools.
    pub schools: Vec<Enrolled>,
    /// The day it ends.
    pub ends_on: String,
    /// What is signed.
    pub signatures: Vec<Signature>,
    /// Whether it was proposed: until then it is a project.
    pub proposed: bool,
    /// The day it is printed.
    pub today: Date,
}

impl Facts {
    /// Reads them, for those who loaded the convention.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn load(tx: &mut Tx, agreement: &Agreement) -> Result<Self> {
        let proposed = agreement.proposed_on.is_some();
        let template = match proposed {
            true => template::load(tx, agreement.template).await?,
            false => template::current(tx).await?,
        };
        Ok(Self {
            number: agreement.number.clone(),
            year: agreement.year,
            parties: Parties::of(tx, agreement).await?,
            articles: template.articles,
            price_cents: agreement.price_cents,
            schools: enrolment::of(tx, agreement.id).await?,
            ends_on: agreement.ends_on.clone(),
            signatures: signature::of(tx, agreement.id).await?,
            proposed,
            today: tx.now().day(),
        })
    }

    /// What is due for the year: the price of a school for each. No proration, whatever the day of signing.
    pub fn total_cents(&self) -> i64 {
        self.price_cents * self.count()
    }

    /// How many schools there are.
    pub(super) fn count(&self) -> i64 {
        i64::try_from(self.schools.len()).unwrap_or(i64::MAX)
    }
}
