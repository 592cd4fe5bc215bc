//! What is printed about a convention: the convention itself, its annex, what a council needs to decide, the letter.
//!
//! [`Facts`] are read once; each document is then made of them alone, so that a bench or a preview can make one too.

pub mod annex;
pub mod convention;
pub mod decision_draft;
pub mod letter;
pub mod note;
pub mod template;
pub mod text;

use crate::{
    Agreement, W, campaign, day,
    enrolment::{self, Enrolled},
    money,
    parties::Parties,
    signature::{self, Signature},
};
use db::{Result, Tx};
use jiff::civil::Date;
use pdf::{Column, Part, Table};
use template::Article;
use text::Values;

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

    fn count(&self) -> i64 {
        i64::try_from(self.schools.len()).unwrap_or(i64::MAX)
    }

    /// What stands for the variables of the articles, and for those of our own texts.
    pub fn values(&self) -> Values {
        let (academy, authority) = (&self.parties.academy, &self.parties.authority);
        let address = authority.lines().split_off(usize::from(!authority.name.is_empty())).join("\n");
        let assembly = if authority.grouping { W.document_assembly_of_grouping() } else { W.document_council() };
        Values::default()
            .with("annee_scolaire", &campaign::year_name(self.year))
            .with("academie", &academy.name)
            .with("academie_adresse", &academy.address)
            .with("signataire", &academy.signatory)
            .with("signataire_qualite", &academy.quality)
            .with("delegation", &academy.delegation)
            .with("collectivite", &authority.name)
            .with("collectivite_siret", &authority.siret)
            .with("collectivite_adresse", &address)
            .with("representant", &authority.representative)
            .with("representant_qualite", &authority.quality)
            .with("tarif", &money::euros(self.price_cents))
            .with("nombre_ecoles", &self.count().to_string())
            .with("montant", &money::euros(self.total_cents()))
            .with("montant_lettres", &money::in_words(self.total_cents()))
            .with("fin", &day::written(&self.ends_on))
            .with("tribunal", &academy.court)
            .with("numero", &self.number)
            .with("assemblee", assembly)
    }

    /// The schools, a line each, with what each costs.
    pub fn table(&self) -> Table {
        let column = |label: &str, share, numeric| Column { label: label.to_owned(), share, numeric };
        let line =
            |school: &Enrolled| vec![school.uai.clone(), enrolment::label(school), money::euros(self.price_cents)];
        Table {
            caption: W.document_schools(campaign::year_name(self.year)),
            columns: vec![
                column(W.document_uai(), 2, false),
                column(W.document_school(), 7, false),
                column(W.document_amount(), 2, true),
            ],
            rows: self.schools.iter().map(line).collect(),
            total: Some(vec![
                W.document_total().to_owned(),
                W.document_count(self.count()),
                money::euros(self.total_cents()),
            ]),
        }
    }

    /// What stands at the foot of each page.
    fn footer(&self) -> String {
        let about = W.document_about(&self.number, campaign::year_name(self.year));
        if self.proposed { about } else { W.document_project(about) }
    }

    /// A text of ours, with the table of the schools where it says so.
    fn text(&self, written: &str) -> Vec<Part> {
        let mut parts = text::parts(written, &self.values());
        text::place(&mut parts, "[ecoles]", Part::Table(self.table()));
        parts
    }
}
