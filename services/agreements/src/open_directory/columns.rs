//! The header decides: columns come in any order, and many of them are nobody's business here.

use crate::W;
use csv::StringRecord;
use db::{Error, Result, fold};

/// Where the columns read are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    uai: usize,
    kind: usize,
    town: usize,
    name: Option<usize>,
    sector: Option<usize>,
    postcode: Option<usize>,
    insee: Option<usize>,
    department: Option<usize>,
    state: Option<usize>,
    changed: Option<usize>,
    rpi: Option<usize>,
}

impl Columns {
    /// Finds them, whatever their case, accents and underscores.
    pub(super) fn of(header: &StringRecord) -> Result<Self> {
        let names: Vec<String> = header.iter().map(|it| fold(it.trim_start_matches('\u{feff}'))).collect();
        let find = |name: &str| names.iter().position(|it| it == name);
        let needed = |label: &'static str| {
            find(&fold(label)).ok_or_else(|| Error::invalid("fichier", W.directory_column_missing(label)))
        };
        Ok(Self {
            uai: needed("Identifiant_de_l_etablissement")?,
            kind: needed("Type_etablissement")?,
            town: needed("Nom_commune")?,
            name: find("nom etablissement"),
            sector: find("statut public prive"),
            postcode: find("code postal"),
            insee: find("code commune"),
            department: find("code departement"),
            state: find("etat"),
            changed: find("date maj ligne"),
            rpi: find("rpi disperse"),
        })
    }
}

/// The values of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Values<'a>(pub(super) &'a StringRecord, pub(super) Columns);

impl<'a> Values<'a> {
    fn at(&self, column: usize) -> &'a str {
        self.0.get(column).map_or("", str::trim)
    }

    fn maybe(&self, column: Option<usize>) -> &'a str {
        column.map_or("", |it| self.at(it))
    }

    pub(super) fn uai(&self) -> String {
        self.at(self.1.uai).to_ascii_uppercase()
    }

    pub(super) fn is_school(&self) -> bool {
        fold(self.at(self.1.kind)) == "ecole"
    }

    /// A file without the column is one of open schools.
    pub(super) fn is_open(&self) -> bool {
        self.1.state.is_none() || fold(self.maybe(self.1.state)) == "ouvert"
    }

    pub(super) fn is_private(&self) -> bool {
        fold(self.maybe(self.1.sector)).starts_with("prive")
    }

    pub(super) fn town(&self) -> &'a str {
        self.at(self.1.town)
    }

    pub(super) fn name(&self) -> &'a str {
        self.maybe(self.1.name)
    }

    pub(super) fn postcode(&self) -> &'a str {
        self.maybe(self.1.postcode)
    }

    pub(super) fn insee(&self) -> String {
        self.maybe(self.1.insee).to_ascii_uppercase()
    }

    pub(super) fn department(&self) -> String {
        self.maybe(self.1.department).to_ascii_uppercase()
    }

    /// A day in ISO, which sorts as it is written.
    pub(super) fn changed(&self) -> &'a str {
        self.maybe(self.1.changed)
    }

    pub(super) fn rpi(&self) -> &'a str {
        match self.maybe(self.1.rpi) {
            "0" => "",
            id => id,
        }
    }
}
