//! The facts of a convention in the words of its documents: what stands for variables, the table of the schools, the foot.

use super::{
    Facts,
    text::{self, Values},
};
use crate::{W, campaign, day, enrolment, enrolment::Enrolled, money};
use pdf::{Column, Part, Table};

impl Facts {
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
    pub(super) fn footer(&self) -> String {
        let about = W.document_about(&self.number, campaign::year_name(self.year));
        if self.proposed { about } else { W.document_project(about) }
    }

    /// A text of ours, with the table of the schools where it says so.
    pub(super) fn text(&self, written: &str) -> Vec<Part> {
        let mut parts = text::parts(written, &self.values());
        text::place(&mut parts, "[ecoles]", Part::Table(self.table()));
        parts
    }
}
