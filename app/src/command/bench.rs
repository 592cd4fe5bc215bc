//! `preau bench`: figures anybody can make again.

use crate::{bench, config::Config};
use clap::Subcommand;
use db::Result;
use std::process::ExitCode;

#[derive(Debug, Subcommand)]
pub(super) enum Bench {
    /// Mesure l’import : lecture seule, première livraison, la même, celle du lendemain, à côté de xmllint et d’un chargement nu.
    Import(bench::import::Options),
    /// Mesure les pages sur une base de la taille de la région, à côté d’une route axum nue.
    Http(bench::http::Options),
    /// Mesure messages, carnet de liaison et actualités sur une base de la taille de la région avec un an de contenu, puis
    /// l’ouverture du lundi 7 h.
    Communication(bench::communication::Options),
    /// Mesure la campagne de la région : conventions préparées, proposées, toutes en PDF, sommes dues, puis le tableau et sa
    /// recherche.
    Agreements(bench::agreements::Options),
    /// Mesure les nuits d’une semaine d’indicateurs de la région, avec un an de chiffres, puis les tableaux de bord.
    Indicators(bench::indicators::Options),
    /// Mesure l’annuaire sur une base de la taille de la région : une personne cherchée par son nom parmi toutes.
    Directory(bench::directory::Options),
    /// Lit une livraison sans rien en faire.
    #[command(hide = true)]
    Parse(bench::parse::Options),
    /// Charge les personnes de la base dans une table nue.
    #[command(hide = true)]
    Load,
    /// Sert une page constante.
    #[command(hide = true)]
    Bare(bench::bare::Options),
}

impl Bench {
    pub(super) async fn run(self, config: &Config) -> Result<ExitCode> {
        match self {
            Self::Import(options) => bench::import::run(config, &options).await?,
            Self::Http(options) => bench::http::run(config, &options).await?,
            Self::Communication(options) => bench::communication::run(config, &options).await?,
            Self::Agreements(options) => bench::agreements::run(config, &options).await?,
            Self::Indicators(options) => bench::indicators::run(config, &options).await?,
            Self::Directory(options) => bench::directory::run(config, &options).await?,
            Self::Parse(options) => bench::parse::run(&options)?,
            Self::Load => bench::load::run(config).await?,
            Self::Bare(options) => bench::bare::run(config, &options).await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
