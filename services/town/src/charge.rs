//! What somebody runs: a commune or a grouping, with its schools.

use db::{Error, Result, Tx};
use school::{Right, School, SchoolId, Territory, Viewer, schools_in};
use web::component::{Tab, Tabs};

/// A commune or a grouping somebody runs.
#[derive(Debug, Clone)]
pub struct Charge {
    /// Its territory.
    pub scope: Territory,
    /// What it is called: « Commune · Montaubrac ».
    pub name: String,
    /// Its schools that are open.
    pub schools: Vec<School>,
}

impl Charge {
    /// The charge of a territory.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, scope: Territory) -> Result<Self> {
        let name = web::place_name(tx, &scope).await?;
        let schools = schools_in(tx, &scope).await?;
        Ok(Self { scope, name, schools })
    }

    /// The charge with a scope, when the viewer runs it.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the viewer does not.
    pub async fn run_by(tx: &mut Tx, viewer: &Viewer, scope: &str) -> Result<Self> {
        match runs(viewer, scope) {
            true => Self::of(tx, Territory::of(scope).ok_or(Error::NotFound)?).await,
            false => Err(Error::NotFound),
        }
    }

    /// One of its schools.
    pub fn school(&self, id: SchoolId) -> Option<&School> {
        self.schools.iter().find(|school| school.id == id)
    }

    /// Those of its schools whose identifiers were typed; what is none of its schools is left out.
    pub fn chosen(&self, typed: &[&str]) -> Vec<&School> {
        self.schools.iter().filter(|school| typed.contains(&school.id.to_string().as_str())).collect()
    }
}

/// Whether the viewer runs what a scope says.
pub fn runs(viewer: &Viewer, scope: &str) -> bool {
    viewer.territories(Right::RunTown).any(|territory| territory.to_string() == scope)
}

/// All that somebody runs, and which of it a page is about.
#[derive(Debug, Clone)]
pub struct Office {
    charges: Vec<(String, String)>,
    /// What the page is about.
    pub charge: Charge,
}

impl Office {
    /// What a page is about: what was asked for, else the first charge of the viewer.
    ///
    /// # Errors
    /// [`Error::NotFound`] for somebody who runs nothing, and for what the viewer does not run.
    pub async fn open(tx: &mut Tx, viewer: &Viewer, wanted: Option<&str>) -> Result<Self> {
        let mut charges: Vec<(String, String)> = Vec::new();
        for territory in viewer.territories(Right::RunTown) {
            let scope = territory.to_string();
            if charges.iter().all(|known| known.0 != scope) {
                charges.push((scope, web::place_name(tx, &territory).await?));
            }
        }
        charges.sort_by(|one, other| one.1.cmp(&other.1));
        let first = charges.first().ok_or(Error::NotFound)?;
        let charge = Charge::run_by(tx, viewer, wanted.unwrap_or(&first.0)).await?;
        Ok(Self { charges, charge })
    }

    /// A tab for each charge, on the same page; nothing for one alone.
    pub fn tabs(&self, page: &str) -> Option<Tabs> {
        let current = self.charge.scope.to_string();
        let tab = |(scope, name): &(String, String)| Tab::new(name, at(page, scope), *scope == current);
        (self.charges.len() > 1).then(|| Tabs::new(crate::W.my_towns(), self.charges.iter().map(tab).collect()))
    }
}

/// A page about a charge.
pub fn at(page: &str, scope: &str) -> String {
    format!("{page}?commune={scope}")
}
