//! `preau admin`: those who run the scheme for an académie.

use crate::config::Config;
use clap::Subcommand;
use commons::House;
use db::{Ambient, Error, Result};
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum Admin {
    /// Crée un administrateur et affiche son code d’activation.
    Create {
        /// Identifiant, par exemple admin.toulouse.
        login: String,
        /// Code de l’académie (deux chiffres), ou « region ».
        #[arg(long, default_value = "region", value_name = "CODE")]
        academy: String,
    },
    /// Donne un nouveau code à un administrateur qui a perdu son mot de passe ou son téléphone.
    Renew {
        /// Son identifiant.
        login: String,
    },
}

impl Admin {
    pub(super) async fn run(self, config: &Config) -> Result<ExitCode> {
        let house = config.open(Ambient::system()).await?;
        let mut tx = house.db.write().await?;
        let (login, code) = match &self {
            Self::Create { login, academy } => {
                (login, doors::create_administrator(&mut tx, &house, login, academy).await.map_err(told)?)
            }
            Self::Renew { login } => (login, doors::renew_administrator(&mut tx, &house, login).await.map_err(told)?),
        };
        tx.commit().await?;
        show(&house, login, &code);
        house.db.close().await;
        Ok(ExitCode::SUCCESS)
    }
}

fn show(house: &House, login: &str, code: &str) {
    println!(
        "Identifiant : {}\nCode d’activation : {code}\nÀ saisir sur {}/activation",
        login.to_lowercase(),
        house.address
    );
}

fn told(error: Error) -> Error {
    match error {
        Error::Conflict => Error::fault("cet identifiant est déjà pris"),
        Error::NotFound => Error::fault("aucun administrateur n’a cet identifiant"),
        Error::Invalid(problems) => Error::fault(super::sentences(&problems)),
        other => other,
    }
}
