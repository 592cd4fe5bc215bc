//! Figures nobody made, for the bench and the demonstration: weeks of counts of every school, kept as real ones are, and days
//! of hits that wait for the night. The same seed gives the same figures.

use crate::{
    adoption::Adoption,
    census, closing, facet,
    place::Places,
    protect::Count,
    similar,
    week::{Week, instant},
};
use commons::usage::{Chance, Device, UsedBy, place_number};
use db::{Db, Result, Rows, Tx, args};
use jiff::civil::Date;
use school::{SchoolId, Territory, schools_in};
use std::collections::{BTreeMap, HashMap};

/// Hits written in one transaction.
const CHUNK: usize = 100_000;
/// People who come from each school, in the hits of a day.
const PEOPLE: u64 = 150;

/// What share of those who come use each service, the first ones of [`facet::SERVICES`].
const SERVICE_SHARES: [f64; 6] = [0.9, 0.5, 0.45, 0.35, 0.3, 0.06];

/// Numbers that follow from a seed (SplitMix64).
#[derive(Debug)]
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(self.0)
    }

    fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }

    /// Between 0 and 1.
    fn share(&mut self) -> f64 {
        self.below(10_000) as f64 / 10_000.0
    }
}

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// Fills so many weeks, the last one ending before today; tells how many were written.
///
/// # Errors
/// A fault of the database.
pub async fn fill(db: &Db, seed: u64, weeks: i64) -> Result<i64> {
    let mut tx = db.read().await?;
    let places = Places::load(&mut tx).await?;
    let people: HashMap<SchoolId, Adoption> =
        census::of_schools(&mut tx).await?.into_iter().map(|(school, people)| (school, come(people))).collect();
    let this = Week::of(tx.now().day());
    drop(tx);
    let mut schools: Vec<_> = places.schools.iter().collect();
    schools.sort();
    let mut numbers = Numbers(seed);
    let chance = Chance::new(&u128::from(seed).to_be_bytes());
    for back in (1..=weeks).rev() {
        let mut counts = BTreeMap::new();
        for (number, school) in &schools {
            let people = people.get(school).copied().unwrap_or_default();
            counts.insert(**number, counts_of(people, &mut numbers));
        }
        let kept = closing::kept(&places, &counts, &people, &chance);
        let mut tx = db.write().await?;
        write_week(&mut tx, this.earlier(back), &kept).await?;
        tx.commit().await?;
    }
    let mut tx = db.write().await?;
    tx.refresh_statistics(&["usage_week", "usage_adoption", "usage_key"]).await?;
    tx.commit().await?;
    Ok(weeks)
}

async fn write_week(tx: &mut Tx, week: Week, kept: &closing::Kept) -> Result<()> {
    let name = week.to_string();
    let now = tx.now();
    let key = "insert into usage_key (week, salt, missed, closed_at) values ($1, null, 0, $2)";
    tx.change(key, args![&name, now]).await?;
    closing::write(tx, &name, kept).await?;
    similar::keep(tx, &name, kept.schools.iter().copied()).await
}

/// The people of a school once enough of them came for the counts of its weeks: nobody comes every week without an account.
fn come(people: Adoption) -> Adoption {
    Adoption {
        staff_active: people.staff_active.max(part(people.staff, 0.95)),
        adults_active: people.adults_active.max(part(people.adults, 0.7)),
        children_reached: people.children_reached.max(part(people.children, 0.85)),
        ..people
    }
}

/// The counts of a school in a week like another.
fn counts_of(people: Adoption, numbers: &mut Numbers) -> Vec<Count> {
    let mut counts = Vec::new();
    let mut everybody = 0;
    for (profile, of, share, phone) in [
        (UsedBy::Pupil, people.children, 0.45, 0.3),
        (UsedBy::Guardian, people.adults, 0.5, 0.8),
        (UsedBy::Teacher, people.staff, 0.9, 0.1),
        (UsedBy::Town, 3, 0.4, 0.2),
    ] {
        let users = part(of, share * (0.7 + 0.3 * numbers.share()));
        everybody += users;
        let mut add = |facet: &str, users: i64| {
            let visits = users * 3;
            let profile = profile.as_str().to_owned();
            counts.push(Count { profile, facet: facet.to_owned(), users, visits, seconds: visits * 240 });
        };
        add(facet::ALL, users);
        for (service, share) in facet::SERVICES.iter().zip(SERVICE_SHARES) {
            add(service, part(users, share));
        }
        for (device, share) in [(Device::Phone, phone), (Device::Computer, 0.95 - phone), (Device::Tablet, 0.1)] {
            add(device.as_str(), part(users, share));
        }
    }
    for day in 1..=7 {
        for number in 1..facet::SLOT_HOURS.len() {
            let share = if day < 6 { 0.15 } else { 0.04 } * (0.5 + numbers.share());
            let users = part(everybody, share);
            let facet = facet::slot(day, number);
            counts.push(Count { profile: String::new(), facet, users, visits: users, seconds: users * 240 });
        }
    }
    counts.retain(|count| count.users > 0);
    counts
}

fn part(whole: i64, share: f64) -> i64 {
    (whole as f64 * share) as i64
}

const COLUMNS: &[&str] = &["visitor", "at", "week", "unit", "profile", "service", "device"];

/// Writes the hits of so many visits of a day, over all schools, under pseudonyms of its week; tells how many hits.
///
/// # Errors
/// A fault of the database.
pub async fn hits(db: &Db, seed: u64, day: Date, visits: usize) -> Result<usize> {
    let week = Week::of(day);
    let mut tx = db.write().await?;
    tx.change(
        "insert into usage_key (week, salt, missed) values ($1, $2, 0) on conflict (week) do nothing",
        args![week.to_string(), db.dice().bytes::<16>().to_vec()],
    )
    .await?;
    let schools = schools_in(&mut tx, &Territory::Region).await?;
    tx.commit().await?;
    let units: Vec<i64> = schools.iter().map(|it| place_number(&Territory::School(it.id).to_string())).collect();
    let mut numbers = Numbers(seed ^ u64::from(day.day().unsigned_abs()));
    let (mut written, mut left) = (0, visits);
    while left > 0 && !units.is_empty() {
        let mut tx = db.write().await?;
        let mut rows = tx.rows("usage_hit", COLUMNS);
        while left > 0 && rows.len() < CHUNK {
            visit(&mut rows, &units, week, day, &mut numbers);
            left -= 1;
        }
        written += rows.len();
        tx.load(&mut rows).await?;
        tx.commit().await?;
    }
    Ok(written)
}

fn visit(rows: &mut Rows, units: &[i64], week: Week, day: Date, numbers: &mut Numbers) {
    let school = numbers.below(units.len() as u64);
    let person = numbers.below(PEOPLE);
    let Some(unit) = usize::try_from(school).ok().and_then(|it| units.get(it)) else { return };
    let monday = u64::from(week.monday().day_of_year().unsigned_abs());
    let visitor = mixed(mixed(school * PEOPLE + person) ^ monday).cast_signed();
    let (profile, device) = match person {
        0..60 => (UsedBy::Pupil, if person.is_multiple_of(3) { Device::Tablet } else { Device::Computer }),
        60..142 => (UsedBy::Guardian, if person.is_multiple_of(5) { Device::Computer } else { Device::Phone }),
        142..149 => (UsedBy::Teacher, Device::Computer),
        _ => (UsedBy::Town, Device::Computer),
    };
    let hour = i64::try_from(7 * 3600 + numbers.below(14 * 3600)).unwrap_or(0);
    let mut at = instant(day, 0).plus_seconds(hour);
    let week = week.to_string();
    for _ in 0..=numbers.below(9) {
        let service = match numbers.below(10) {
            0..5 => 0,
            5..8 => 1 + numbers.below(3),
            _ => 4 + numbers.below(2),
        };
        let service =
            usize::try_from(service).ok().and_then(|it| facet::SERVICES.get(it).copied()).unwrap_or("ACCUEIL");
        rows.begin();
        rows.int(Some(visitor));
        rows.int(Some(at.0));
        rows.text(Some(&week));
        rows.int(Some(*unit));
        for text in [profile.as_str(), service, device.as_str()] {
            rows.text(Some(text));
        }
        at = at.plus_seconds(i64::try_from(15 + numbers.below(180)).unwrap_or(15));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_people_come_in_a_week_than_ever_came() {
        let people = come(Adoption { staff: 12, adults: 143, children: 90, ..Adoption::default() });
        for count in counts_of(people, &mut Numbers(1)) {
            let most = match count.profile.as_str() {
                "guardian" => people.adults_active,
                "teacher" => people.staff_active,
                "pupil" => people.children,
                _ => continue,
            };
            assert!(count.users <= most, "{count:?}");
        }
    }
}
