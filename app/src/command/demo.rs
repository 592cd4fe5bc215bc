//! `preau demo`.

use crate::{
    config::Config,
    demo::{self, extractions},
};
use clap::Args;
use commons::House;
use db::{Ambient, Clock, Error, Result};
use std::{net::SocketAddr, process::ExitCode};

/// Prépare un petit territoire fictif, dit qui peut se connecter, et sert l’ENT.
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// Fait comme si l’on était tant de jours plus tard : une autre saison de l’année scolaire
    #[arg(long, value_name = "JOURS", default_value_t = 0)]
    days_ahead: u16,
}

impl Demo {
    pub(super) async fn run(self, config: &Config) -> Result<ExitCode> {
        // Its passwords are printed: it is for this machine alone.
        if !config.listen.parse::<SocketAddr>().is_ok_and(|address| address.ip().is_loopback()) {
            return Err(Error::fault("la démonstration ne s’écoute que depuis cette machine (127.0.0.1)"));
        }
        // What is printed below holds once the address is ours.
        let listener = super::serve::listen(config).await?;
        let house = config.open(self.ambient()).await?;
        if demo::is_needed(&house.db).await? {
            println!("Préparation d’un territoire fictif…");
            demo::prepare(&house).await?;
            extractions::write(&config.data, &house.db)?;
        }
        welcome(&house).await?;
        super::serve::serve(config, house, listener).await?;
        Ok(ExitCode::SUCCESS)
    }

    fn ambient(&self) -> Ambient {
        match self.days_ahead {
            0 => Ambient::system(),
            days => Ambient { clock: Clock::Ahead(i64::from(days)), ..Ambient::system() },
        }
    }
}

/// Says who can sign in, and with what.
async fn welcome(house: &House) -> Result<()> {
    let people = demo::People::find(&house.db).await?;
    let (schools, pupils) = demo::figures(&house.db).await?;
    println!("\nPréau est ouvert : {}\n{schools} écoles et {pupils} élèves, tous fictifs.\n", house.address);
    println!("Se connecter, avec le mot de passe {} :", demo::PASSWORD);
    let lines = people.lines(house).await?;
    for line in &lines {
        println!("  {:27} {:30} {}", line.role, line.login, line.name);
    }
    if let Some((name, login, code)) = people.newcomer(house).await? {
        println!("\nPremière connexion sur {}/activation :", house.address);
        println!("  {:27} {login:30} {name}\n  Code de la fiche            {code}", "Parent");
    }
    if let Some(site) = people.site(house).await? {
        println!("\nLe site public de l’école, sans se connecter : {site}");
    }
    println!(
        "\nÀ partir de « Administration », la première connexion demande d’installer une application de codes sur un téléphone"
    );
    println!("(FreeOTP…) ; la page montre aussi la clé à recopier.");
    println!(
        "Ce qui est publié hors des heures de l’école (7 h à 20 h, du lundi au vendredi) attend la prochaine ouverture."
    );
    println!("Pour l’essayer le soir : la direction change ces heures dans « Mon école », « Pause numérique ».");
    println!(
        "\nÀ essayer : le parent signe « Sortie au théâtre » et lit son message ; l’enseignant(e) suit les réponses dans « Carnet de"
    );
    println!(
        "liaison » et relit le billet d’un élève dans « À valider ». Le secrétariat de l’académie suit les conventions des communes,"
    );
    println!("celui de la mairie la sienne ; l’ERUN et l’assistance répondent aux demandes d’aide.");
    if let Some(head) = lines.iter().find(|line| line.role == extractions::ROLE) {
        println!(
            "L’école « {} » vit sans livraison : {} ({}) y dépose, par « Mon école » puis « Fichiers ONDE », les extractions du",
            extractions::SCHOOL,
            head.name,
            head.login
        );
        println!(
            "dossier « {} » des données, d’abord celles dont le nom commence par 1, puis 2-eleves.csv, qui change des fiches.",
            extractions::FOLDER
        );
    }
    println!("\nLe courrier arrive dans le dossier « courrier » des données. Arrêter : Ctrl-C.");
    Ok(())
}
