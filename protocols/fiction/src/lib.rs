//! A fictive territory: schools, classes, families and staff of the two académies of Occitanie, written as
//! AAF-1D deliveries (interfaces.md §1) at any size up to the whole région: the full one of a September, and the delta of
//! any later day of the first school year.
//!
//! Nobody in it exists. The same seed always gives the same bytes: any entity can be drawn again, alone, from
//! the seed and its rank, so that nothing larger than one locality is ever held in memory.
//!
//! A later September follows from the full delivery of the first, not from the deltas: every pupil is one level up in a
//! class of the new year, those of CM2 are gone with the adults they alone had, others begin, one member of staff in ten
//! is new. Classes are made up again each year: friends may part.

mod academy;
mod change;
mod class;
mod date;
mod delivery;
mod dice;
mod family;
mod full;
mod guardian;
mod household;
mod level;
mod locality;
mod names;
mod numbering;
mod person;
mod promotion;
mod pupil;
mod school;
mod seat;
mod situation;
mod staff;
mod territory;
mod town;
mod xml;

use std::fs;
use std::io;
use std::path::Path;

use crate::academy::Source;
use crate::change::Changes;
use crate::date::Year;
use crate::delivery::{Delivery, Totals};
use crate::names::Names;
use crate::numbering::{LAST_DAY, MOST_SCHOOLS};
use crate::territory::Jurisdiction;

pub use crate::date::{FIRST_YEAR, LAST_YEAR};
pub use crate::school::uai_letter;

/// What to generate.
#[derive(Clone, Debug)]
pub struct Options {
    /// Number of schools, from 1 to 6,000; below 20 they are all in one academy.
    pub schools: u32,
    /// Seed of all draws.
    pub seed: u64,
    /// School year, by the civil year it begins in: from [`FIRST_YEAR`] to [`LAST_YEAR`].
    pub year: u32,
    /// 0 for the full delivery of 7 September; in the first year, from 1 to 300 for the delta of so many days later.
    pub day: u32,
    /// Greatest number of records in one XML part.
    pub members_per_part: u32,
}

impl Default for Options {
    fn default() -> Options {
        Options { schools: 5, seed: 1, year: FIRST_YEAR, day: 0, members_per_part: 20_000 }
    }
}

/// What was generated: for a delta, the numbers of records in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Names of the academies, which are the folders written.
    pub academies: Vec<String>,
    /// Records of schools.
    pub schools: u64,
    /// Classes; 0 for a delta.
    pub classes: u64,
    /// Records of pupils.
    pub pupils: u64,
    /// Records of guardians.
    pub guardians: u64,
    /// Records of staff.
    pub staff: u64,
    /// Bytes of the deliveries.
    pub bytes: u64,
}

/// Writes the deliveries of all academies under `out`, with `importDirectories.json` (interfaces.md §1.1) and,
/// beside a full one, the links of teachers to classes. `progress` hears the number of schools passed so far.
///
/// # Errors
/// When an option is out of its range, or when a file cannot be written.
pub fn write(out: &Path, options: &Options, progress: &mut dyn FnMut(u64)) -> io::Result<Summary> {
    check(options)?;
    let names = Names::load();
    let year = Year(options.year - FIRST_YEAR);
    let jurisdictions = territory::plan(options.seed, options.schools, &names);
    fs::create_dir_all(out)?;
    let mut summary = Summary::default();
    let mut passed: u64 = 0;
    let mut step = |schools: usize| {
        passed += schools as u64;
        progress(passed);
    };
    for jurisdiction in &jurisdictions {
        summary.academies.push(jurisdiction.academy.name.to_owned());
        let source = Source { seed: options.seed, academy: jurisdiction.academy, year, names: &names };
        write_academy(out, options, source, jurisdiction, &mut summary, &mut step)?;
    }
    let folders: Vec<String> = summary.academies.iter().map(|name| format!("\"{name}\"")).collect();
    fs::write(out.join("importDirectories.json"), format!("[{}]\n", folders.join(", ")))?;
    Ok(summary)
}

fn write_academy(
    out: &Path,
    options: &Options,
    source: Source<'_>,
    jurisdiction: &Jurisdiction,
    summary: &mut Summary,
    step: &mut dyn FnMut(usize),
) -> io::Result<()> {
    let mut delivery = Delivery::open(out, source.academy, source.year, options.day, options.members_per_part)?;
    if options.day == 0 {
        summary.classes += full::write(source, jurisdiction, &mut delivery, step)?;
    } else {
        Changes::of(source, jurisdiction, &mut delivery, options.day, options.schools).write(step)?;
    }
    summary.count(&delivery.finish()?);
    Ok(())
}

impl Summary {
    fn count(&mut self, totals: &Totals) {
        let [schools, pupils, guardians, staff] = totals.records;
        self.schools += schools;
        self.pupils += pupils;
        self.guardians += guardians;
        self.staff += staff;
        self.bytes += totals.bytes;
    }
}

fn check(options: &Options) -> io::Result<()> {
    if !(1..=MOST_SCHOOLS).contains(&options.schools) {
        return Err(refused(format!("Le nombre d’écoles va de 1 à {MOST_SCHOOLS}.")));
    }
    if !(FIRST_YEAR..=LAST_YEAR).contains(&options.year) {
        return Err(refused(format!("L’année va de {FIRST_YEAR} à {LAST_YEAR}.")));
    }
    if options.day > LAST_DAY {
        return Err(refused(format!("Le jour va de 0 à {LAST_DAY}.")));
    }
    if options.day > 0 && options.year > FIRST_YEAR {
        return Err(refused(format!("Seule l’année {FIRST_YEAR} a des livraisons partielles : le jour doit être 0.")));
    }
    Ok(())
}

fn refused(reason: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, reason)
}
