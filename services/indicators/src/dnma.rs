//! The layout of the national open data (`fr-en-dnma-par-uai-…`, domain.md §5.1): a line per school and week, then for each
//! column a triplet of visits, users and duration. « N/A » stands for what is hidden, as it does there for what is unknown.
//!
//! The national profiles know no municipal staff: it is in the global columns alone, with those who run the scheme.

use crate::{facet, period::Period};
use commons::{
    identity::{Identity, REGION},
    usage::{Device, UsedBy, place_number},
};
use db::{Error, FromRow, Result, Tx, args};
use school::{School, Territory, schools_in, text_enum};
use std::collections::{BTreeMap, HashMap};

text_enum! {
    /// The four data sets.
    Set {
        /// By profile.
        Profiles = "profils",
        /// By service.
        Services = "services",
        /// By device.
        Devices = "appareils",
        /// By profile and device.
        ProfilesDevices = "profils-appareils",
    }
}

const MINISTRY: &str = "MINISTERE DE L'EDUCATION NATIONALE";
const HIDDEN: &str = "N/A";
const SCHOOLS_AT_ONCE: usize = 400;

/// The columns every data set begins with.
const SHARED: [&str; 10] = [
    "debutsemaine",
    "uai",
    "academie",
    "commune",
    "departement",
    "region",
    "ministere",
    "circonscription",
    "nature_uai",
    "secteur",
];

/// The services of the national data set, in its order.
const SERVICES: [&str; 25] = [
    "ACCUEIL",
    "ACTUALITES",
    "CAHIER_TEXTES",
    "CAHIER_LIAISON",
    "COURRIER_ELECTRONIQUE",
    "MESSAGERIE_INSTANTANEE",
    "VISIOCONFERENCE",
    "STOCKAGE_PARTAGE",
    "PRODUCTION_COLLABORATIVE",
    "DOCUMENTATION_CDI",
    "PARCOURS_PEDAGOGIQUE",
    "RESERVATION_SALLES_MATERIELS",
    "SERVICE_COLLECTIVITE",
    "SERVICES_VIE_SCOLAIRE",
    "GESTION_TEMPS",
    "ABSENCES",
    "GESTION_COMPETENCES",
    "NOTES",
    "MANUEL_NUMERIQUE",
    "RESSOURCE_MULTIMEDIA",
    "RESSOURCE_ORIENTATION",
    "RESSOURCE_PRODUCTION",
    "RESSOURCE_ACCOMPAGNEMENT_ENTRAINEMENT",
    "RESSOURCE_REFERENCE_DICTIONNAIRE",
    "RESSOURCE_DOCUMENTAIRE",
];

const PROFILES: [(UsedBy, &str); 4] = [
    (UsedBy::Pupil, "eleve"),
    (UsedBy::Guardian, "parent"),
    (UsedBy::Teacher, "enseignant"),
    (UsedBy::Staff, "admin_vie_scol_tech"),
];

/// A triplet of columns: its name, the profile it is of (all when none), what it is about.
type Triplet = (String, Option<UsedBy>, &'static str);

fn triplets(set: Set) -> Vec<Triplet> {
    let global = || ("globales".to_owned(), None, facet::ALL);
    let device = |device: Device| match device {
        Device::Computer => "ordinateur",
        Device::Phone => "smartphone",
        Device::Tablet => "tablette",
        Device::Other => "autre",
    };
    match set {
        Set::Profiles => {
            let profiles = PROFILES.map(|(profile, name)| (name.to_owned(), Some(profile), facet::ALL));
            [global()].into_iter().chain(profiles).collect()
        }
        Set::Services => SERVICES.iter().map(|label| (label.to_lowercase(), None, *label)).collect(),
        Set::Devices => Device::ALL.iter().map(|it| (device(*it).to_owned(), None, it.as_str())).collect(),
        Set::ProfilesDevices => {
            let pairs = PROFILES.iter().flat_map(|profile| Device::ALL.iter().map(move |it| (profile, it)));
            pairs
                .map(|((profile, name), it)| (format!("{name}_{}", device(*it)), Some(*profile), it.as_str()))
                .collect()
        }
    }
}

#[derive(FromRow)]
struct Cell {
    place: i64,
    week: String,
    profile: String,
    facet: String,
    users: i64,
    visits: i64,
    seconds: i64,
    hidden: bool,
}

/// What a line is written from: its counts by profile and facet.
type Line = HashMap<(String, String), Cell>;

/// Writes a data set of the schools of a place. For those who may see the place: [`crate::scope::seen`].
///
/// # Errors
/// A fault of the database.
pub async fn write(tx: &mut Tx, place: &Territory, period: Period, set: Set) -> Result<Vec<u8>> {
    let region = Identity::of(tx, REGION).await?.name;
    let academies: Vec<(String, String)> = tx.all("select code, name from academy", &[]).await?;
    let academies: HashMap<String, String> = academies.into_iter().collect();
    let triplets = triplets(set);
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let names = triplets
        .iter()
        .flat_map(|(name, _, _)| ["visites", "utilisateurs", "duree"].map(|what| format!("{what}_{name}")));
    let head: Vec<String> = SHARED.iter().map(|it| (*it).to_owned()).chain(names).collect();
    writer.write_record(&head).map_err(Error::fault)?;
    for schools in schools_in(tx, place).await?.chunks(SCHOOLS_AT_ONCE) {
        let lines = lines(tx, schools, period).await?;
        let kinds = kinds(tx, schools).await?;
        for ((week, rank), line) in lines {
            let Some(school) = schools.get(rank) else { continue };
            let kind = kinds.get(&school.uai).map_or("", String::as_str);
            let academy = academies.get(&school.academy).map_or(school.academy.as_str(), String::as_str);
            let mut record = shared(&week, school, academy, &region, kind);
            record.extend(triplets.iter().flat_map(|(_, profile, about)| told(&line, *profile, about)));
            writer.write_record(&record).map_err(Error::fault)?;
        }
    }
    writer.into_inner().map_err(|error| Error::fault(error.to_string()))
}

/// The lines of some schools, by week, then in their order.
async fn lines(tx: &mut Tx, schools: &[School], period: Period) -> Result<BTreeMap<(String, usize), Line>> {
    let numbers: Vec<i64> =
        schools.iter().map(|school| place_number(&Territory::School(school.id).to_string())).collect();
    let list = serde_json::to_string(&numbers).map_err(Error::fault)?;
    let (first, last) = period.bounds();
    let cells: Vec<Cell> = tx
        .all(
            "select place, week, profile, facet, users, visits, seconds, hidden from usage_week \
             where place in (select cast(value as bigint) from json_each($1)) and week >= $2 and week <= $3",
            args![list, first, last],
        )
        .await?;
    let ranks: HashMap<i64, usize> = numbers.into_iter().zip(0..).collect();
    let mut lines: BTreeMap<(String, usize), Line> = BTreeMap::new();
    for cell in cells {
        if let Some(rank) = ranks.get(&cell.place) {
            let line = lines.entry((cell.week.clone(), *rank)).or_default();
            line.insert((cell.profile.clone(), cell.facet.clone()), cell);
        }
    }
    Ok(lines)
}

async fn kinds(tx: &mut Tx, schools: &[School]) -> Result<HashMap<String, String>> {
    let ids = db::id_list(schools.iter().map(|school| school.id));
    let rows: Vec<(String, Option<String>)> =
        tx.all("select uai, kind from school where id in (select unhex(value) from json_each($1))", args![ids]).await?;
    Ok(rows.into_iter().map(|(uai, kind)| (uai, kind.unwrap_or_default())).collect())
}

fn shared(week: &str, school: &School, academy: &str, region: &str, kind: &str) -> Vec<String> {
    let sector = if kind.ends_with("PR") { "PR" } else { "PU" };
    [
        week,
        &school.uai,
        academy,
        school.town.as_deref().unwrap_or_default(),
        school.department().trim_start_matches('0'),
        region,
        MINISTRY,
        &school.district.map(|it| it.to_string()).unwrap_or_default(),
        kind,
        sector,
    ]
    .map(web::sheet::harmless)
    .to_vec()
}

/// Visits, users, duration; three times « N/A » where every count they are made of is hidden.
fn told(line: &Line, profile: Option<UsedBy>, about: &str) -> [String; 3] {
    let profiles: Vec<&str> = match profile {
        Some(profile) => vec![profile.as_str()],
        None => UsedBy::ALL.iter().map(|it| it.as_str()).collect(),
    };
    let cells = || profiles.iter().filter_map(|it| line.get(&((*it).to_owned(), about.to_owned())));
    if cells().all(|it| it.hidden) {
        return [HIDDEN, HIDDEN, HIDDEN].map(str::to_owned);
    }
    let sum = |of: fn(&Cell) -> i64| cells().map(of).sum::<i64>();
    [sum(|it| it.visits).to_string(), sum(|it| it.users).to_string(), clock(sum(|it| it.seconds))]
}

/// `HH:MM:SS`, however many hours.
fn clock(seconds: i64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::{Set, clock, triplets};

    #[test]
    fn columns_are_those_of_the_national_data_sets() {
        let names = |set| triplets(set).into_iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(names(Set::Profiles), ["globales", "eleve", "parent", "enseignant", "admin_vie_scol_tech"]);
        assert_eq!(names(Set::Devices), ["ordinateur", "smartphone", "tablette", "autre"]);
        assert_eq!(names(Set::Services).len(), 25);
        assert_eq!(names(Set::ProfilesDevices)[1], "eleve_smartphone");
    }

    #[test]
    fn durations_are_written_as_hours_minutes_seconds() {
        assert_eq!([0, 61, 366_100].map(clock), ["00:00:00", "00:01:01", "101:41:40"]);
    }
}
