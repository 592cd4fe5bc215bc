//! `preau admin`: those who run the scheme for an académie, and those who have a task over a territory.

use super::turn::TurnYear;
use crate::{config::Config, figures::counted};
use clap::Subcommand;
use commons::{House, mail};
use db::{Ambient, Error, Result, Tx};
use std::{fs, io, path::PathBuf, process::ExitCode};

#[derive(Debug, Subcommand)]
pub(super) enum Admin {
    // No line of documentation here nor on the acts: it would be taken for that of the command.
    #[command(flatten)]
    Act(Act),
    /// Ouvre l’année qui vient pour les écoles d’une académie qui ne l’ont pas fait, ou annule cette ouverture.
    TurnYear(TurnYear),
}

// What one transaction does.
#[derive(Debug, Subcommand)]
pub(super) enum Act {
    /// Crée un administrateur et affiche son code d’activation.
    Create {
        /// Identifiant, par exemple admin.toulouse.
        login: String,
        /// Code de l’académie (deux chiffres), ou « region ».
        #[arg(long, default_value = "region", value_name = "CODE")]
        academy: String,
    },
    /// Donne une mission sur un territoire à un compte, créé s’il n’existe pas.
    Grant {
        /// Identifiant, par exemple mairie.montaubrac.
        login: String,
        /// Mission : academy-admin, scheme-officer, data-officer, help-agent, district-admin, district-adviser, town-officer ou town-editor.
        #[arg(long, value_name = "MISSION")]
        role: String,
        /// Territoire : region, academy:16, department:031, district:16:790001 ou town:031:montaubrac.
        #[arg(long, value_name = "TERRITOIRE")]
        scope: String,
    },
    /// Écrit la fiche de connexion des directeurs d’une école, qui impriment ensuite celles de tous les autres.
    Sheet {
        /// UAI de l’école.
        uai: String,
        /// Fichier PDF à écrire.
        #[arg(long, value_name = "FICHIER")]
        out: PathBuf,
    },
    /// Donne un nouveau code à un administrateur, ou à un directeur, qui a perdu son mot de passe ou son téléphone.
    Renew {
        /// Son identifiant.
        login: String,
    },
    /// Lit sur l’entrée standard les adresses dont les lettres reviennent, et les note comme injoignables.
    Bounced,
}

impl Admin {
    pub(super) async fn run(self, config: &Config) -> Result<ExitCode> {
        // Read before the turn to write is taken: nobody waits for a mail server.
        let returned = match &self {
            Self::Act(Act::Bounced) => addresses(&io::read_to_string(io::stdin())?),
            Self::Act(Act::Create { .. } | Act::Grant { .. } | Act::Sheet { .. } | Act::Renew { .. })
            | Self::TurnYear(_) => Vec::new(),
        };
        let house = config.open(Ambient::system()).await?;
        let code = match &self {
            // A transaction for each batch of schools: one begun here would be in their way.
            Self::TurnYear(turn) => turn.run(&house).await?,
            Self::Act(act) => {
                let mut tx = house.db.write().await?;
                act.run(&mut tx, &house, &returned).await?;
                tx.commit().await?;
                ExitCode::SUCCESS
            }
        };
        house.db.close().await;
        Ok(code)
    }
}

impl Act {
    async fn run(&self, tx: &mut Tx, house: &House, returned: &[String]) -> Result<()> {
        match self {
            Self::Create { login, academy } => {
                let code = doors::create_administrator(tx, house, login, academy).await.map_err(told)?;
                show(house, login, &code);
            }
            Self::Grant { login, role, scope } => {
                match doors::grant_task(tx, house, login, role, scope).await.map_err(refused)? {
                    Some(code) => show(house, login, &code),
                    None => println!("Mission donnée à {}.", login.to_lowercase()),
                }
            }
            Self::Renew { login } => {
                let code = doors::renew_administrator(tx, house, login).await.map_err(told)?;
                show(house, login, &code);
            }
            Self::Bounced => {
                let mut noted = 0;
                for address in returned {
                    noted += usize::from(mail::note_returned(tx, address).await?);
                }
                println!("{}.", counted(noted, "adresse injoignable", "adresses injoignables"));
            }
            Self::Sheet { uai, out } => {
                let sheets = doors::sheets_of_heads(tx, house, uai).await.map_err(no_school)?;
                let paper = pdf::connection_sheets(uai, &sheets).map_err(|error| Error::fault(error.to_string()))?;
                fs::write(out, paper).map_err(super::at(out))?;
                println!("{} : {}.", out.display(), counted(sheets.len(), "fiche", "fiches"));
            }
        }
        Ok(())
    }
}

fn show(house: &House, login: &str, code: &str) {
    println!(
        "Identifiant : {}\nCode d’activation : {code}\nÀ saisir dans les {} jours, sur {}/activation",
        login.to_lowercase(),
        doors::CODE_DAYS,
        house.address
    );
}

fn no_school(error: Error) -> Error {
    match error {
        Error::NotFound => Error::fault("aucune école n’a cet UAI"),
        other => other,
    }
}

fn refused(error: Error) -> Error {
    match error {
        Error::Conflict => Error::fault("ce compte a déjà cette mission"),
        Error::Forbidden => Error::fault("ce compte est celui d’une personne d’une école : il en faut un autre"),
        other => other,
    }
}

fn told(error: Error) -> Error {
    match error {
        Error::Conflict => Error::fault("cet identifiant est déjà pris"),
        Error::NotFound => Error::fault("aucun administrateur n’a cet identifiant"),
        other => other,
    }
}

/// The addresses of a text, each once: those of a line may stand between `<` and `>`, after commas or spaces.
fn addresses(text: &str) -> Vec<String> {
    let parts = text.split(|it: char| it.is_whitespace() || matches!(it, '<' | '>' | ',' | ';' | '"'));
    let mut found: Vec<String> = parts.filter(|it| it.contains('@')).map(str::to_lowercase).collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn addresses_are_found_in_what_a_mail_server_says() {
        let said =
            "Original-Recipient: rfc822;Claire@Example.org\n<paul@example.org>, claire@example.org\nStatus: 5.1.1\n";
        assert_eq!(addresses(said), ["claire@example.org", "paul@example.org"]);
        assert!(addresses("550 5.1.1 no such user\n").is_empty());
    }
}
