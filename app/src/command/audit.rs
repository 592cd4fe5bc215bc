//! `preau audit`: whether the journal of sensitive actions is whole.

use crate::{config::Config, figures::counted};
use commons::audit::{self, Chain};
use db::{Ambient, Result};
use std::process::ExitCode;

pub(super) async fn run(config: &Config) -> Result<ExitCode> {
    let house = config.open(Ambient::system()).await?;
    let mut tx = house.db.write().await?;
    while audit::seal(&mut tx, &audit::key(&house)).await? > 0 {}
    let chain = audit::verify(&mut tx, &audit::key(&house)).await?;
    let erased = audit::erased(&mut tx).await?;
    let recent = tx.count("select count(*) as n from audit where number is null", &[]).await?;
    tx.commit().await?;
    house.db.close().await;
    Ok(match chain {
        Chain::Whole { last, seal } => {
            println!(
                "Le journal est entier : {}, {} pour l’être.",
                counted(last - erased, "ligne scellée", "lignes scellées"),
                counted(recent, "trop récente", "trop récentes")
            );
            if erased > 0 {
                println!("Les lignes jusqu’à la {erased} ont été effacées à leur terme.");
            }
            if last > 0 {
                println!("À garder ailleurs, numéro et sceau de la dernière : {last} {seal}");
            }
            ExitCode::SUCCESS
        }
        Chain::Broken(number) => {
            println!("Le journal a été modifié à partir de la ligne {number}.");
            ExitCode::FAILURE
        }
    })
}
