//! What is typed to add an authority: a commune with schools, or a grouping.

use crate::{
    W,
    authority::{departments, form::LONGEST, towns_without},
    charge,
    commune::{self, Commune},
    typed,
};
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx};
use school::{Authority, Viewer, authority::set_payer};
use serde::Deserialize;

/// What is typed to add an authority.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NewForm {
    /// `commune` or `grouping`.
    pub sorte: String,
    /// Its département.
    pub departement: String,
    /// The territory of a commune.
    pub commune: String,
    /// The name of a grouping.
    pub nom: String,
}

impl NewForm {
    /// Adds the authority typed.
    ///
    /// # Errors
    /// [`db::Error::Invalid`] beside what cannot be; a fault of the database.
    pub async fn add(&self, tx: &mut Tx, viewer: &Viewer) -> Result<Authority> {
        let mut problems = Problems::default();
        let managed = departments(tx, viewer).await?.contains(&self.departement);
        problems.require(managed, "departement", W.office_department_wrong());
        problems.or(())?;
        let authority = match self.sorte.as_str() {
            "commune" => self.commune(tx).await?,
            "grouping" => self.grouping(tx).await?,
            _ => return Err(Error::invalid("sorte", W.office_kind_wrong())),
        };
        let subject = Some(authority.id.to_string());
        audit::write(tx, Some(viewer.account), Action::AuthorityChanged, subject, Some(&authority.name)).await?;
        Ok(authority)
    }

    async fn commune(&self, tx: &mut Tx) -> Result<Authority> {
        let towns = towns_without(tx, &self.departement).await?;
        let chosen = towns.iter().find(|(territory, _)| territory.to_string() == self.commune);
        let Some((territory, name)) = chosen else {
            return Err(Error::invalid("commune", W.commune_wrong()));
        };
        let town = Commune { territory, department: &self.departement, name, insee: None };
        let authority = commune::found(tx, &town).await?;
        for school in charge::unclaimed(tx, &authority).await? {
            set_payer(tx, school.school_id, authority.id, "annuaire").await?;
        }
        Ok(authority)
    }

    async fn grouping(&self, tx: &mut Tx) -> Result<Authority> {
        let mut problems = Problems::default();
        let name = typed::line(&self.nom, LONGEST, "nom", &mut problems);
        problems.require(!name.is_empty(), "nom", W.office_name_missing());
        let (id, now) = (tx.id(), tx.now());
        let authority = problems.or(Authority::new(id, &name, None, &self.departement, now))?;
        authority.save(tx).await?;
        Ok(authority)
    }
}
