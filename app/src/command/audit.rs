//! `preau audit`: whether the journal of sensitive actions is whole.

use crate::config::Config;
use commons::audit::{self, Chain};
use db::{Ambient, Result};
use std::process::ExitCode;

pub(super) async fn run(config: &Config) -> Result<ExitCode> {
    let house = config.open(Ambient::system()).await?;
    let mut tx = house.db.write().await?;
    while audit::seal(&mut tx, &audit::key(&house)).await? > 0 {}
    let chain = audit::verify(&mut tx, &audit::key(&house)).await?;
    tx.commit().await?;
    house.db.close().await;
    Ok(match chain {
        Chain::Whole { last, seal } => {
            println!("Le journal est entier : {last} lignes. À garder ailleurs : {last} {seal}");
            ExitCode::SUCCESS
        }
        Chain::Broken(number) => {
            println!("Le journal a été modifié à partir de la ligne {number}.");
            ExitCode::FAILURE
        }
    })
}
