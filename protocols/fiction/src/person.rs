//! What pupils, guardians and staff have in common: a name, a civility, a birth date.

use crate::names::plain;
use crate::xml::Record;

/// A person's civil state.
#[derive(Clone)]
pub(crate) struct Person {
    /// Name in use, in its usual case.
    pub(crate) last: String,
    /// Birth name, in its usual case.
    pub(crate) birth_name: String,
    /// First name.
    pub(crate) first: String,
    /// Other first names, after the first.
    pub(crate) others: Vec<String>,
    /// The only gender hint of AAF is the civility.
    pub(crate) woman: bool,
    /// `dd/mm/yyyy`, or empty when unknown.
    pub(crate) birth: String,
}

impl Person {
    /// `M.` or `Mme`.
    pub(crate) fn civility(&self) -> &'static str {
        if self.woman { "Mme" } else { "M." }
    }

    /// An address made of the name and of a number that keeps homonyms apart.
    pub(crate) fn mail(&self, number: u32, domain: &str) -> String {
        format!("{}.{}{number}@{domain}", plain(&self.first), plain(&self.last))
    }

    /// Writes the attributes every person has.
    pub(crate) fn describe(&self, record: &mut Record<'_>) {
        record.one("ENTPersonDateNaissance", &self.birth);
        record.one("ENTPersonNomPatro", &self.birth_name.to_uppercase());
        record.one("ENTPersonNom", &self.last.to_uppercase());
        record.one("ENTPersonPrenom", &self.first);
        let first_names: Vec<&String> = std::iter::once(&self.first).chain(&self.others).collect();
        record.many("ENTPersonAutresPrenoms", &first_names);
        record.one("ENTPersonCivilite", self.civility());
    }
}
