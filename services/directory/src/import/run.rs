//! One import from end to end: the deliveries of a path, one after the other.

use super::{
    batch::Way,
    homes,
    judge::{self, Doubt},
    merge, plan,
    report::{self, Outcome, Report},
    stage::{Filled, Filling},
};
use crate::W;
use aaf::{Delivery, Kind, Limits};
use commons::{
    House, arrival,
    audit::{self, Action},
};
use db::{Error, Result, Tx, Workshop, args};
use jiff::civil::Date;
use school::{AccountId, SchoolYear};
use std::{path::Path, sync::Arc};

/// What the person who starts an import decides.
#[derive(Debug, Clone)]
pub struct Options {
    /// Says what would happen and writes nothing.
    pub dry_run: bool,
    /// Keeps the report of a trial, with its lines and its schools. Doubts do not stop such a trial: they are what it is
    /// read for.
    pub keep_trial: bool,
    /// Goes on in spite of doubts.
    pub accept_doubts: bool,
    /// Code of the académie expected, for a delivery that does not say its own.
    pub academy: Option<String>,
    /// Share of a school that may vanish in one delivery, in percent (product.md §3.28).
    pub most_departures_percent: i64,
    /// Who starts it, for the audit journal; none from the command line.
    pub account: Option<AccountId>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            dry_run: false,
            keep_trial: false,
            accept_doubts: false,
            academy: None,
            most_departures_percent: 10,
            account: None,
        }
    }
}

/// Where an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Bytes read of a delivery, and its size.
    Reading {
        /// Read so far.
        bytes: u64,
        /// To read in all.
        total: u64,
    },
    /// Everything is read; it is compared with what is known.
    Comparing,
    /// What differs is written.
    Writing,
}

/// Imports every delivery found at a path, in order; a report each. The first that does not apply is the last tried.
///
/// # Errors
/// [`Error::Conflict`] when another import is running; [`Error::Invalid`] when the path holds no delivery; a fault.
pub async fn import(
    house: &House,
    path: &Path,
    options: &Options,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Vec<Report>> {
    let limits = Limits { unpack_in: Some(house.passage.path().to_owned()), ..Limits::default() };
    let deliveries = aaf::deliveries(path, &limits).map_err(|it| Error::invalid("delivery", it.to_string()))?;
    let workshop = house.db.workshop().await?;
    let reports = all(&workshop, &deliveries, options, progress).await;
    workshop.close().await;
    reports
}

async fn all(
    workshop: &Workshop,
    deliveries: &[Delivery],
    options: &Options,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Vec<Report>> {
    let mut reports = Vec::new();
    for delivery in deliveries {
        let report = one(workshop, delivery, options, progress).await?;
        let applied = report.outcome == Outcome::Applied || report.outcome == Outcome::DryRun;
        reports.push(report);
        if !applied {
            break;
        }
    }
    Ok(reports)
}

/// One delivery. A delivery that is refused leaves a report that says why, and nothing else.
async fn one(
    workshop: &Workshop,
    delivery: &Delivery,
    options: &Options,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Report> {
    let mut report = Report::begin(delivery, workshop).await?;
    match attempt(workshop, delivery, options, progress, &mut report).await {
        Ok(()) => {}
        Err(Error::Invalid(problems)) => {
            report.outcome = Outcome::Refused;
            report.reasons = problems.all().iter().map(|(_, message)| message.clone()).collect();
        }
        Err(error) => return Err(error),
    }
    if report.outcome != Outcome::Applied && (!options.dry_run || options.keep_trial) {
        let mut tx = workshop.merge().await?;
        report.finish(&tx);
        report::keep(&mut tx, &report, None).await?;
        tx.commit().await?;
    }
    Ok(report)
}

async fn attempt(
    workshop: &Workshop,
    delivery: &Delivery,
    options: &Options,
    progress: &(dyn Fn(Progress) + Send + Sync),
    report: &mut Report,
) -> Result<()> {
    let academy = academy_of(delivery, options)?;
    report.academy.clone_from(&academy);
    let (last, untouched) = state(workshop, &academy).await?;
    let doubts: Vec<_> = judge::dates(delivery, last.as_deref())?.into_iter().collect();
    let delivery = Arc::new(delivery.clone());
    let filling = Filling { delivery: &delivery, academy: &academy, year: year_of(&delivery), progress };
    let straight = untouched && doubts.is_empty() && !options.dry_run && delivery.kind == Kind::Full;
    if straight && load_straight(workshop, &filling, options, report).await? {
        return Ok(());
    }
    load_aside(workshop, &filling, options, doubts, report).await
}

/// The tables a first delivery fills.
const LOADED: &[&str] = &["person", "guardianship", "member"];

/// The first delivery of an académie, straight into the house; false when it must go over the bench after all.
async fn load_straight(
    workshop: &Workshop,
    filling: &Filling<'_>,
    options: &Options,
    report: &mut Report,
) -> Result<bool> {
    let mut tx = workshop.merge().await?;
    let suspended = tx.suspend_indexes(LOADED).await?;
    let filled = match filling.run(&mut tx, Way::Straight).await {
        Ok(filled) => filled,
        Err(Error::Conflict) => return Ok(false),
        Err(error) => return Err(error),
    };
    (filling.progress)(Progress::Writing);
    merge::structures(&mut tx, &filled, filling.academy).await?;
    tx.resume_indexes(suspended).await?;
    tx.refresh_statistics(LOADED).await?;
    tx.refresh_statistics(&["school", "circle"]).await?;
    plan::shared_ine_of_first(&mut tx, filling.academy).await?;
    report.count(&mut tx, &filled).await?;
    conclude(tx, filling, options, &filled, report).await?;
    Ok(true)
}

async fn load_aside(
    workshop: &Workshop,
    filling: &Filling<'_>,
    options: &Options,
    mut doubts: Vec<Doubt>,
    report: &mut Report,
) -> Result<()> {
    let full = filling.delivery.kind == Kind::Full;
    let mut tx = workshop.aside().await?;
    let filled = filling.run(&mut tx, Way::Aside).await?;
    (filling.progress)(Progress::Comparing);
    plan::draw(&mut tx, full, filled.gathered.repeated).await?;
    let ended = filled.shared.places.ended();
    doubts.extend(judge::departures(&mut tx, options.most_departures_percent, full, filling.year, ended).await?);
    report.count(&mut tx, &filled).await?;
    homes::write(&mut tx, &filled).await?;
    report::tally_schools(&mut tx).await?;
    tx.commit().await?;
    report.reasons = doubts.into_iter().map(|doubt| doubt.0).collect();
    let accepted = options.accept_doubts || (options.dry_run && options.keep_trial);
    if !report.reasons.is_empty() && !accepted {
        report.outcome = Outcome::Stopped;
        return Ok(());
    }
    if options.dry_run {
        report.outcome = Outcome::DryRun;
        return Ok(());
    }
    (filling.progress)(Progress::Writing);
    let mut tx = workshop.merge().await?;
    report.counts.classes.disappeared =
        merge::apply(&mut tx, &filled, filling.academy, filling.year).await.map_err(exchanged)?;
    conclude(tx, filling, options, &filled, report).await
}

/// A unique rule refuses what a delivery says only when two schools of it take each other's UAI.
fn exchanged(error: Error) -> Error {
    match error {
        Error::Conflict => Error::invalid("delivery", W.uai_exchanged()),
        other => other,
    }
}

async fn conclude(
    mut tx: Tx,
    filling: &Filling<'_>,
    options: &Options,
    filled: &Filled,
    report: &mut Report,
) -> Result<()> {
    report.outcome = Outcome::Applied;
    note_delivery(&mut tx, filling.academy, filling.delivery).await?;
    report.finish(&tx);
    report::keep(&mut tx, report, Some(filled)).await?;
    arrival::tell(&mut tx, filling.academy).await?;
    let date = filling.delivery.date.as_str();
    audit::write(&mut tx, options.account, Action::DirectoryImported, Some(filling.academy.to_owned()), Some(date))
        .await?;
    tx.commit().await
}

/// The day of the last delivery applied, and whether the académie is empty while nobody of any school has an account.
async fn state(workshop: &Workshop, academy: &str) -> Result<(Option<String>, bool)> {
    let mut tx = workshop.aside().await?;
    let delivered: Option<Option<String>> =
        tx.value("select delivered_on from academy where code = $1", args![academy]).await?;
    let lives = "select case when exists (select 1 from account_person) or exists (select 1 from person where academy = $1) \
         then 1 else 0 end";
    let lives: Option<i32> = tx.value(lives, args![academy]).await?;
    tx.commit().await?;
    Ok((delivered.flatten(), lives.is_none_or(|it| it == 0)))
}

async fn note_delivery(tx: &mut Tx, academy: &str, delivery: &Delivery) -> Result<()> {
    let name = delivery.academy.as_deref().unwrap_or(academy);
    tx.change(
        "insert into academy (code, name, delivered_on) values ($1, $2, $3) \
         on conflict (code) do update set delivered_on = excluded.delivered_on \
         where academy.delivered_on is distinct from excluded.delivered_on",
        args![academy, name, &delivery.date],
    )
    .await
}

/// The code of the académie: said by the files, by their folder, or by the person who imports; never two different ones.
fn academy_of(delivery: &Delivery, options: &Options) -> Result<String> {
    let header = delivery.header().map_err(super::read::refused)?;
    let expected = options.academy.as_deref().map(two_digits);
    let folder = delivery.academy.as_deref().and_then(aaf::academy_code).map(|code| format!("{code:02}"));
    let said = header.academy_code.as_deref().map(two_digits);
    let code = said.clone().or(folder).or(expected.clone());
    let code = code.ok_or_else(|| Error::invalid("delivery", W.academy_unknown()))?;
    match expected {
        Some(expected) if expected != code => Err(Error::invalid("delivery", W.academy_mismatch(code, expected))),
        _ => Ok(code),
    }
}

fn two_digits(code: &str) -> String {
    format!("{:0>2}", code.trim_start_matches('0'))
}

fn year_of(delivery: &Delivery) -> i64 {
    delivery.date.parse::<Date>().map_or(0, |day| SchoolYear::of(day).0)
}
