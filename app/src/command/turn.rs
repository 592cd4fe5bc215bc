//! `preau admin turn-year`: the coming year opened for the schools of an académie that have not done it, or all of that taken back.

use crate::figures::counted;
use clap::Args;
use commons::House;
use db::{Error, Result, Tx, args};
use school::SchoolYear;
use std::process::ExitCode;
use years::turn::{
    season,
    sweep::{
        self, Progress, Sweep, Tally,
        aside::{self, Aside, Reason},
        back,
        progress::Stage,
    },
};

#[derive(Debug, Args)]
pub(super) struct TurnYear {
    /// Code de l’académie (deux chiffres).
    #[arg(long, value_name = "CODE")]
    academy: String,
    /// Dit ce qui serait ouvert, sans rien écrire ; en toute saison.
    #[arg(long)]
    dry_run: bool,
    /// Remet à l’année précédente les écoles ouvertes ainsi depuis moins de 30 jours.
    #[arg(long, conflicts_with = "dry_run")]
    undo: bool,
}

impl TurnYear {
    pub(super) async fn run(&self, house: &House) -> Result<ExitCode> {
        let mut tx = house.db.read().await?;
        let known = tx.count("select count(*) as n from academy where code = $1", args![&self.academy]).await?;
        let today = tx.now().day();
        drop(tx);
        if known == 0 {
            return Err(Error::fault("aucune académie n’a ce code"));
        }
        let current = SchoolYear::of(today).0;
        if self.undo {
            return self.take_back(house, current).await;
        }
        let year = season::prepared(today).unwrap_or(current + 1);
        if !self.dry_run && !season::may_open(today, year) {
            return Err(Error::fault(
                "l’année s’ouvre du 1er août au 30 septembre ; --dry-run dit dès maintenant ce qui serait fait",
            ));
        }
        self.open(house, year).await
    }

    async fn open(&self, house: &House, year: i64) -> Result<ExitCode> {
        let mut tx = house.db.read().await?;
        let before = sweep::progress(&mut tx, &self.academy, year).await?;
        drop(tx);
        let (done, left) = match self.dry_run {
            true => sweep::rehearse(house, &self.academy, year).await?,
            false => self.run_now(house, year).await?,
        };
        let end = if self.dry_run { " : essai, rien n’est écrit" } else { "" };
        println!("Année {}, académie {}{end}.", SchoolYear(year), self.academy);
        println!("{}", text(&done, &before));
        let what = if self.dry_run { "Ne pourrait pas être ouverte" } else { "N’a pas pu être ouverte" };
        Ok(told(&left, what))
    }

    async fn run_now(&self, house: &House, year: i64) -> Result<(Tally, Vec<Aside>)> {
        let done = sweep::run(house, &self.academy, year).await.map_err(under_way)?;
        let mut tx = house.db.read().await?;
        let left = match sweep::all(&mut tx, &self.academy, year).await?.first() {
            Some(last) => left_aside(&mut tx, last, &[Reason::Failed, Reason::Undone]).await?,
            None => Vec::new(),
        };
        Ok((done, left))
    }

    async fn take_back(&self, house: &House, year: i64) -> Result<ExitCode> {
        let taken = back::run(house, &self.academy, year).await.map_err(under_way)?;
        if taken.is_empty() {
            println!(
                "Rien à annuler : aucune ouverture d’ensemble de l’année {} n’a moins de 30 jours.",
                SchoolYear(year)
            );
        }
        let mut left = Vec::new();
        for sweep in &taken {
            println!("{} à l’année précédente.", counted(sweep.undone, "école remise", "écoles remises"));
            let mut tx = house.db.read().await?;
            left.extend(left_aside(&mut tx, sweep, &[Reason::Kept]).await?);
        }
        Ok(told(&left, "Reste ouverte"))
    }
}

/// The schools an opening left aside for these reasons: what was never opened does not stay open when the others are taken back.
async fn left_aside(tx: &mut Tx, sweep: &Sweep, reasons: &[Reason]) -> Result<Vec<Aside>> {
    let mut left = aside::of(tx, sweep).await?;
    left.retain(|it| reasons.contains(&it.reason));
    Ok(left)
}

fn under_way(error: Error) -> Error {
    match error {
        Error::Conflict => Error::fault("une ouverture de cette académie est déjà en cours, ou se défait"),
        other => other,
    }
}

/// What was opened, and who was left alone for which reason.
fn text(done: &Tally, before: &Progress) -> String {
    let stages = [
        (Stage::Opened, "avait déjà ouvert l’année", "avaient déjà ouvert l’année"),
        (Stage::Planned, "a choisi son jour", "ont choisi leur jour"),
        (Stage::Delivered, "a reçu ses classes par l’annuaire", "ont reçu leurs classes par l’annuaire"),
        (Stage::Empty, "n’a pas de classe", "n’ont pas de classe"),
    ];
    let mut lines = vec![
        format!("  {}, dont {} sans préparation", counted(done.schools, "école", "écoles"), done.proposed),
        format!("  {}", counted(done.classes, "classe", "classes")),
        format!("  {}", counted(done.pupils, "élève placé", "élèves placés")),
        format!("  {}", counted(done.nowhere, "élève sans classe", "élèves sans classe")),
    ];
    let left = stages.into_iter().map(|(stage, one, many)| (before.of(stage), one, many)).filter(|it| it.0 > 0);
    lines.extend(left.map(|(count, one, many)| {
        let (school, does) = if count > 1 { ("écoles", many) } else { ("école", one) };
        format!("  hors de cette ouverture : {count} {school} qui {does}")
    }));
    lines.join("\n")
}

/// Says which schools were left aside, with the cause, and how the command ends.
fn told(left: &[Aside], what: &str) -> ExitCode {
    for it in left {
        println!("{}", line(it, what));
    }
    if left.iter().any(is_failure) { ExitCode::from(3) } else { ExitCode::SUCCESS }
}

fn line(it: &Aside, what: &str) -> String {
    match it.reason {
        Reason::Failed | Reason::Kept => format!("  {what} : {} ({}) : {}", it.name, it.uai, it.failure),
        Reason::Undone => format!("  Ouverture annulée à l’école pendant ce temps : {} ({})", it.name, it.uai),
    }
}

/// What a school undid by itself is no failure.
fn is_failure(it: &Aside) -> bool {
    match it.reason {
        Reason::Failed | Reason::Kept => true,
        Reason::Undone => false,
    }
}

// The terminal opens a year in August and September alone: what it would say then is tried here in any season.
#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;
    use school::SchoolId;

    fn aside(reason: Reason, failure: &str) -> Aside {
        Aside {
            school_id: SchoolId(Uuid::nil()),
            name: "Les Tilleuls".to_owned(),
            town: None,
            uai: "0310001H".to_owned(),
            reason,
            failure: failure.to_owned(),
        }
    }

    #[test]
    fn a_school_that_undid_its_own_opening_is_named_and_is_no_failure() {
        let undone = aside(Reason::Undone, "");
        let said = "  Ouverture annulée à l’école pendant ce temps : Les Tilleuls (0310001H)";
        assert_eq!(line(&undone, "N’a pas pu être ouverte"), said);
        assert!(!is_failure(&undone));
    }

    #[test]
    fn a_school_that_could_not_be_opened_or_taken_back_is_a_failure() {
        for (reason, what) in [(Reason::Failed, "N’a pas pu être ouverte"), (Reason::Kept, "Reste ouverte")] {
            let left = aside(reason, "déjà fait");
            assert_eq!(line(&left, what), format!("  {what} : Les Tilleuls (0310001H) : déjà fait"));
            assert!(is_failure(&left), "{what}");
        }
    }
}
