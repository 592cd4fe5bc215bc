//! Who sees which figures: heads their schools, communes their own, circonscriptions, académies and the région what lies in
//! them. Nobody sees a person, nor a class.

use db::{Error, FromRow, Result, Tx, args};
use school::{Right, School, Territory, Viewer, schools_in, territory::town_key, viewer::or_not_found};
use std::collections::BTreeMap;

/// The places a viewer is first shown: the schools they head, the territories of their tasks.
pub fn own(viewer: &Viewer) -> Vec<Territory> {
    let headed = viewer.headed();
    let schools = headed.iter().filter(|seat| viewer.may_at(Right::SeeIndicators, seat.school));
    let schools = schools.map(|seat| Territory::School(seat.school));
    let mut places: Vec<Territory> = Vec::new();
    for place in schools.chain(viewer.territories(Right::SeeIndicators)) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// Lets a viewer see a place: one of their own, or one within.
///
/// # Errors
/// [`Error::NotFound`] for every other.
pub async fn seen(tx: &mut Tx, viewer: &Viewer, place: &Territory) -> Result<()> {
    let own = own(viewer);
    if own.contains(place) {
        return Ok(());
    }
    if let Territory::School(id) = place {
        // Also within the schools of a grouping, which no school lies in by its address.
        let school = School::load(tx, *id).await?;
        let listed = "select count(*) as n from authority_school where school_id = $1 and authority_id = $2";
        for territory in &own {
            if let Territory::Authority(authority) = territory
                && tx.count(listed, args![*id, *authority]).await? > 0
            {
                return Ok(());
            }
        }
        return or_not_found(viewer.may_about(Right::SeeIndicators, &school));
    }
    let academy = academy_of(tx, place).await?;
    or_not_found(own.iter().any(|wider| holds(wider, place, academy.as_deref())))
}

/// Whether a territory holds another, narrower one that is no school.
fn holds(wider: &Territory, place: &Territory, academy: Option<&str>) -> bool {
    match (wider, place) {
        (Territory::Region, _) => true,
        (Territory::Academy(code), Territory::Department(_) | Territory::Town(..) | Territory::District(..)) => {
            academy == Some(code.as_str())
        }
        (Territory::Department(code), Territory::Town(department, _)) => code == department,
        (
            Territory::Academy(_)
            | Territory::Department(_)
            | Territory::District(..)
            | Territory::Town(..)
            | Territory::Authority(_)
            | Territory::School(_),
            _,
        ) => false,
    }
}

async fn academy_of(tx: &mut Tx, place: &Territory) -> Result<Option<String>> {
    let department = match place {
        Territory::District(academy, _) => return Ok(Some(academy.clone())),
        Territory::Department(code) | Territory::Town(code, _) => code,
        Territory::Region | Territory::Academy(_) | Territory::Authority(_) | Territory::School(_) => return Ok(None),
    };
    tx.value(
        "select academy from school where uai >= $1 and uai < $2 and gone_at is null limit 1",
        args![department, format!("{department}~")],
    )
    .await
}

#[derive(FromRow)]
struct Academy {
    code: String,
}

#[derive(FromRow)]
struct Part {
    department: String,
    district: Option<i64>,
}

/// A place within another, with its name when it is known already.
#[derive(Debug)]
pub struct Inner {
    /// The place.
    pub place: Territory,
    /// Its name.
    pub name: Option<String>,
}

/// The places just under one, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn within(tx: &mut Tx, place: &Territory) -> Result<Vec<Inner>> {
    match place {
        Territory::Region => {
            let codes: Vec<Academy> = tx.all("select code from academy order by name, code", &[]).await?;
            Ok(codes.into_iter().map(|it| unnamed(Territory::Academy(it.code))).collect())
        }
        Territory::Academy(code) => Ok(of_academy(tx, code).await?.into_iter().map(unnamed).collect()),
        Territory::Department(code) => {
            let mut towns: BTreeMap<String, String> = BTreeMap::new();
            for town in schools_in(tx, place).await?.into_iter().filter_map(|school| school.town) {
                towns.insert(town_key(&town), town);
            }
            towns.remove("");
            let inner =
                |(key, name): (String, String)| Inner { place: Territory::Town(code.clone(), key), name: Some(name) };
            Ok(towns.into_iter().map(inner).collect())
        }
        Territory::District(..) | Territory::Town(..) | Territory::Authority(_) => {
            let schools = schools_in(tx, place).await?.into_iter();
            let inner = |school: School| Inner { place: Territory::School(school.id), name: Some(school.name) };
            Ok(schools.map(inner).collect())
        }
        Territory::School(_) => Ok(Vec::new()),
    }
}

fn unnamed(place: Territory) -> Inner {
    Inner { place, name: None }
}

async fn of_academy(tx: &mut Tx, code: &str) -> Result<Vec<Territory>> {
    let parts: Vec<Part> = tx
        .all(
            "select distinct substr(uai, 1, 3) as department, district from school \
             where academy = $1 and gone_at is null order by 1, 2",
            args![code],
        )
        .await?;
    let mut departments: Vec<Territory> = parts.iter().map(|it| Territory::Department(it.department.clone())).collect();
    departments.dedup();
    let mut districts: Vec<i64> = parts.iter().filter_map(|it| it.district).collect();
    districts.sort_unstable();
    districts.dedup();
    departments.extend(districts.into_iter().map(|number| Territory::District(code.to_owned(), number)));
    Ok(departments)
}

/// Reads a place somebody asks for by its scope.
///
/// # Errors
/// [`Error::NotFound`] for what is none.
pub fn read(scope: &str) -> Result<Territory> {
    Territory::of(scope).ok_or(Error::NotFound)
}
