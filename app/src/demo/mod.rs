//! The demonstration: a small fictive territory, imported like a real one, in which a few people can sign in.

mod assistance;
mod breaches;
mod canteen;
mod conventions;
mod desks;
mod drawing;
pub mod extractions;
mod families;
mod identity;
mod messages;
mod mots;
mod news;
mod office;
mod past;
mod people;
mod portal;
mod posts;
mod procedures;
mod protection;
mod rights;
mod signing;
mod titres;
mod town;
mod training;

pub use people::{PASSWORD, People};

use commons::House;
use db::{Ambient, Clock, Db, Error, Result, Tx};
use directory::import::{Options, Outcome, import};
use families::Family;
use jiff::civil::date;
use office::Office;
use past::Past;
use school::{PersonId, Viewer};
use std::path::Path;

/// Schools of the territory: eleven communes, some regroupements, parents with children in two schools.
const SCHOOLS: u32 = 13;
const SEED: u64 = 2026;
/// Longer than any school holiday but summer's.
const WEEKS: i64 = 6;
/// Weeks of usage that were counted.
const WEEKS_COUNTED: i64 = 8;

/// Whether a house is still empty: the demonstration is prepared once, and kept.
///
/// # Errors
/// A fault of the database.
pub async fn is_needed(db: &Db) -> Result<bool> {
    let mut tx = db.read().await?;
    Ok(tx.count("select count(*) as n from school", &[]).await? == 0)
}

/// Fills an empty house: generates a territory, imports it, lets a few people in some weeks ago; then they write to one
/// another, on the school mornings since.
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
    let families = families::let_in(&past, &people).await?;
    let past = Past::of(house, people.school).await?;
    // Offices were there before the schools came.
    let year = i16::try_from(year).map_err(Error::fault)?;
    let founded = past.on(date(year - 1, 1, 5))?;
    desks::let_in(&founded, &people).await?;
    identity::write(&founded).await?;
    write(house, &past, &people, &families, year).await?;
    // Last: nothing that is written concerns a school without pupils.
    let mut opening = house.clone();
    opening.db = house.db.with(weeks_ago(&house.db));
    extractions::open(&opening, &people).await
}

/// What people wrote, on the school mornings there were.
async fn write(house: &House, past: &Past, people: &People, families: &[Family], year: i16) -> Result<()> {
    // Before the first morning of the school year nobody has written anything.
    if past.is_empty() {
        return Ok(());
    }
    protection::write(past, people, families).await?;
    mots::write(past, people, families).await?;
    messages::write(past, people, families).await?;
    news::write(past, people).await?;
    posts::write(past, people).await?;
    let office = Office::of(past, people, i64::from(year)).await?;
    territory(house, &office, people).await
}

/// The office of the scheme and the communes, with what each keeps there: a service that comes has its line here.
async fn territory(house: &House, office: &Office<'_>, people: &People) -> Result<()> {
    office::write(office).await?;
    conventions::write(office).await?;
    canteen::write(office.past).await?;
    town::write(office).await?;
    portal::write(office.past, people).await?;
    assistance::write(office.past, people).await?;
    training::write(office.past, people).await?;
    procedures::write(office.past, people).await?;
    rights::write(office.past, people).await?;
    indicators::fictive::fill(&house.db, SEED, WEEKS_COUNTED).await.map(drop)
}

/// The viewer somebody is; an account is opened when there is none.
async fn viewer_of(tx: &mut Tx, person: PersonId) -> Result<Viewer> {
    let name = tx.one("select id, first_name, last_name from person where id = $1", db::args![person]).await?;
    let account = school::account::open_for(tx, &name).await?;
    Viewer::load(tx, account).await
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
