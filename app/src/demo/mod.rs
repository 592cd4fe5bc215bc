//! The demonstration: a small fictive territory, imported like a real one, in which a few people can sign in.

mod drawing;
mod people;
mod posts;

pub use people::{PASSWORD, People};

use commons::House;
use db::{Ambient, Clock, Db, Error, Moment, Result};
use directory::import::{Options, Outcome, import};
use std::path::Path;

/// Schools of the territory: two circonscriptions, some regroupements, parents with children in two schools.
const SCHOOLS: u32 = 8;
const SEED: u64 = 2026;
/// Longer than any school holiday but summer's.
const WEEKS: i64 = 6;

/// Whether a house is still empty: the demonstration is prepared once, and kept.
///
/// # Errors
/// A fault of the database.
pub async fn is_needed(db: &Db) -> Result<bool> {
    let mut tx = db.read().await?;
    Ok(tx.count("select count(*) as n from school", &[]).await? == 0)
}

/// Fills an empty house: generates a territory, imports it, lets a few people in, writes in their journals. All but the
/// last happened some weeks ago, so that the journals have a past.
///
/// # Errors
/// A fault of the machine or of the database.
pub async fn prepare(house: &House) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let year = school_year(&house.db);
    let options = fiction::Options { schools: SCHOOLS, seed: SEED, year, ..fiction::Options::default() };
    let summary = fiction::write(folder.path(), &options, &mut |_| {})?;
    let mut past = house.clone();
    past.db = house.db.with(weeks_ago(&house.db));
    for report in import(&past, folder.path(), &Options::default(), &|_| {}).await? {
        if report.outcome != Outcome::Applied {
            return Err(Error::fault(report.reasons.join(" ")));
        }
    }
    for academy in &summary.academies {
        attach_teachers(&past, &folder.path().join(academy).join("liens-enseignants.csv")).await?;
    }
    let people = People::find(&house.db).await?;
    people.let_in(&past).await?;
    posts::write(house, &people).await
}

/// The school year of today, or the nearest that can be generated: in another one nobody writes in the journals.
pub(crate) fn school_year(db: &Db) -> u32 {
    let today = school::SchoolYear::of(db.now().day()).0;
    u32::try_from(today).unwrap_or(fiction::FIRST_YEAR).clamp(fiction::FIRST_YEAR, fiction::LAST_YEAR)
}

fn weeks_ago(db: &Db) -> Ambient {
    Ambient { clock: Clock::hand(db.now().plus_days(-WEEKS * 7)), dice: db.dice().clone() }
}

async fn attach_teachers(house: &House, links: &Path) -> Result<()> {
    let mut tx = house.db.write().await?;
    directory::teaching::import_links(&mut tx, links).await?;
    tx.commit().await
}

/// A clock at ten o'clock on the last days at which a school delivered at once, the latest first.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn mornings(house: &House, school: school::SchoolId, count: usize) -> Result<Vec<Ambient>> {
    let mut mornings = Vec::new();
    let mut tx = house.db.read().await?;
    let mut day = house.db.now().day();
    while mornings.len() < count {
        day = day.yesterday().map_err(Error::fault)?;
        let at: Moment = db::PARIS.to_timestamp(day.at(10, 0, 0, 0)).map_err(Error::fault)?.into();
        if delivers_at(&mut tx, school, at).await? {
            mornings.push(Ambient { clock: Clock::hand(at), dice: house.db.dice().clone() });
        }
    }
    Ok(mornings)
}

async fn delivers_at(tx: &mut db::Tx, school: school::SchoolId, at: Moment) -> Result<bool> {
    let school = school::School::load(tx, school).await?;
    Ok(commons::holiday::SchoolCalendar::of(tx, &school).await?.delivered_at(at) == at)
}

/// How many things are in the house, for the words of the terminal.
///
/// # Errors
/// A fault of the database.
pub async fn figures(db: &Db) -> Result<(i64, i64)> {
    let mut tx = db.read().await?;
    let schools = tx.count("select count(*) as n from school where gone_at is null", &[]).await?;
    let pupils = tx.count("select count(*) as n from person where kind = 'pupil' and gone_at is null", &[]).await?;
    Ok((schools, pupils))
}
