//! A week is over: its counts are protected, summed up for every place around, and kept; then all it was counted from is
//! erased, the key of its pseudonyms first.

use crate::{
    adoption::Adoption,
    census, chance, facet,
    place::Places,
    protect::{Count, Told, protect, weigh},
    similar, slice, visit,
    week::Week,
};
use commons::{House, usage::Chance};
use db::{FromRow, Result, Tx, args};
use jiff::civil::Date;
use school::SchoolId;
use std::collections::{BTreeMap, HashMap};

#[derive(FromRow)]
struct Open {
    week: String,
}

/// Counts the weeks that end on a day or before, and erases what they were counted from.
pub(crate) async fn close_until(house: &House, day: Date) -> Result<()> {
    let mut tx = house.db.read().await?;
    let open: Vec<Open> = tx.all("select week from usage_key where closed_at is null order by week", &[]).await?;
    drop(tx);
    for week in open.iter().filter_map(|it| Week::read(&it.week)).filter(|it| it.sunday() <= day) {
        close(house, week).await?;
    }
    erase(house, Week::of(day)).await
}

/// What is kept of a week, waiting to be written.
pub(crate) struct Kept {
    cells: BTreeMap<(i64, String, String), Told>,
    adoption: BTreeMap<i64, Adoption>,
    /// The people and the visits of each school.
    pub(crate) schools: Vec<(Adoption, i64)>,
}

async fn close(house: &House, week: Week) -> Result<()> {
    let name = week.to_string();
    let mut tx = house.db.read().await?;
    let places = Places::load(&mut tx).await?;
    let counts = counts(&mut tx, &name).await?;
    let people = census::of_schools(&mut tx).await?;
    drop(tx);
    let kept = kept(&places, &counts, &people, &chance::of(house, week).await?);
    let mut tx = house.db.write().await?;
    visit::take_turn(&mut tx).await?;
    let now = tx.now();
    let closed = "update usage_key set closed_at = $2, salt = null where week = $1 and closed_at is null";
    // Somebody else was faster: the counts of the first to close a week are the only ones ever told.
    if tx.changed_rows(closed, args![&name, now]).await? == 0 {
        return Ok(());
    }
    tx.change("delete from usage_hit where week <= $1", args![&name]).await?;
    write(&mut tx, &name, &kept).await?;
    similar::keep(&mut tx, &name, kept.schools.iter().copied()).await?;
    tx.commit().await
}

#[derive(FromRow)]
struct Row {
    unit: i64,
    profile: String,
    facet: String,
    users: i64,
    visits: i64,
    seconds: i64,
}

/// The true counts of a week, by place.
async fn counts(tx: &mut Tx, week: &str) -> Result<BTreeMap<i64, Vec<Count>>> {
    let mut counts: BTreeMap<i64, Vec<Count>> = BTreeMap::new();
    for number in 0..slice::SLICES {
        let (first, last) = slice::bounds(number);
        let rows: Vec<Row> = tx
            .all(
                "select unit, profile, facet, count(*) as users, cast(sum(visits) as bigint) as visits, \
                 cast(sum(seconds) as bigint) as seconds from usage_seen \
                 where week = $1 and unit between $2 and $3 group by unit, profile, facet",
                args![week, first, last],
            )
            .await?;
        for row in rows {
            let Row { unit, profile, facet, users, visits, seconds } = row;
            counts.entry(unit).or_default().push(Count { profile, facet, users, visits, seconds });
        }
    }
    Ok(counts)
}

/// Protects the counts of a week, and sums them up for every place around.
pub(crate) fn kept(
    places: &Places,
    counts: &BTreeMap<i64, Vec<Count>>,
    people: &HashMap<SchoolId, Adoption>,
    chance: &Chance,
) -> Kept {
    let told = |unit: i64, counts: &[Count]| protect(counts, &mut |about, value| chance.draw(unit, about, value));
    let mut units: BTreeMap<i64, Vec<Told>> =
        counts.iter().map(|(unit, counts)| (*unit, told(*unit, counts))).collect();
    weigh(units.values_mut().flatten());
    let mut kept = Kept { cells: BTreeMap::new(), adoption: BTreeMap::new(), schools: Vec::new() };
    let mut schools: Vec<(&i64, &SchoolId)> = places.schools.iter().collect();
    schools.sort();
    for (number, school) in schools {
        let own = people.get(school).copied().unwrap_or_default().protected(*number, chance);
        for place in places.around(*number).iter().chain([number]) {
            kept.adoption.entry(*place).or_default().add(own);
        }
        let visits = units.get(number).map_or(0, |told| total_visits(told));
        kept.schools.push((own, visits));
    }
    for (unit, told) in units {
        let own = places.schools.contains_key(&unit).then_some(unit);
        for it in told.iter().filter(|it| it.users > 0) {
            for place in places.around(unit).iter().copied().chain(own) {
                add(&mut kept.cells, place, it);
            }
        }
    }
    kept
}

fn total_visits(told: &[Told]) -> i64 {
    told.iter().filter(|it| it.facet == facet::ALL).map(|it| it.visits).sum()
}

/// A sum is hidden as long as all that it is made of is, and makes one school’s worth at most.
fn add(cells: &mut BTreeMap<(i64, String, String), Told>, place: i64, told: &Told) {
    let cell = cells.entry((place, told.profile.clone(), told.facet.clone()));
    let cell = cell.or_insert_with(|| Told { users: 0, visits: 0, seconds: 0, hidden: true, ..told.clone() });
    cell.users += told.users;
    cell.visits += told.visits;
    cell.seconds += told.seconds;
    cell.hidden = cell.hidden && told.hidden && cell.users <= 5;
}

const CELL_COLUMNS: &[&str] = &["place", "week", "profile", "facet", "users", "visits", "seconds", "hidden"];
const ADOPTION_COLUMNS: &[&str] =
    &["place", "week", "staff", "staff_active", "adults", "adults_active", "children", "children_reached"];
const ROWS_AT_ONCE: usize = 50_000;

/// Writes what is kept of a week.
pub(crate) async fn write(tx: &mut Tx, week: &str, kept: &Kept) -> Result<()> {
    let mut rows = tx.rows("usage_week", CELL_COLUMNS);
    for ((place, profile, facet), told) in &kept.cells {
        rows.begin();
        rows.int(Some(*place));
        for text in [week, profile, facet] {
            rows.text(Some(text));
        }
        for number in [told.users, told.visits, told.seconds] {
            rows.int(Some(number));
        }
        rows.bool(Some(told.hidden));
        if rows.len() >= ROWS_AT_ONCE {
            tx.load(&mut rows).await?;
        }
    }
    tx.load(&mut rows).await?;
    let mut rows = tx.rows("usage_adoption", ADOPTION_COLUMNS);
    for (place, people) in &kept.adoption {
        rows.begin();
        rows.int(Some(*place));
        rows.text(Some(week));
        for number in [
            people.staff,
            people.staff_active,
            people.adults,
            people.adults_active,
            people.children,
            people.children_reached,
        ] {
            rows.int(Some(number));
        }
    }
    tx.load(&mut rows).await
}

/// Erases the pseudonyms of the weeks that are counted, and the chance of the years that are over.
async fn erase(house: &House, this: Week) -> Result<()> {
    let mut tx = house.db.read().await?;
    let closed: Vec<Open> = tx
        .all(
            "select week from usage_key where closed_at is not null \
             and exists (select 1 from usage_visitor v where v.week = usage_key.week)",
            &[],
        )
        .await?;
    drop(tx);
    for Open { week } in closed {
        for number in 0..slice::SLICES {
            let (first, last) = slice::bounds(number);
            let mut tx = house.db.write().await?;
            let seen = "delete from usage_seen where week = $1 and unit between $2 and $3";
            tx.change(seen, args![&week, first, last]).await?;
            tx.commit().await?;
        }
        // Visitors go last: as long as one is left, the next night finds the week again.
        for number in 0..slice::SLICES {
            let (first, last) = slice::bounds(number);
            let mut tx = house.db.write().await?;
            let visitors = "delete from usage_visitor where week = $1 and visitor between $2 and $3";
            tx.change(visitors, args![&week, first, last]).await?;
            tx.commit().await?;
        }
    }
    let mut tx = house.db.write().await?;
    chance::forget(&mut tx, this).await?;
    tx.commit().await
}
