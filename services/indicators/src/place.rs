//! The places figures are told for: schools, and every territory around each.

use commons::usage::place_number;
use db::{FromRow, Result, Tx};
use school::{AuthorityId, School, SchoolId, Territory, schools_in};
use std::collections::HashMap;

/// Every place of the house, with the places it counts in.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// The schools, by their number.
    pub(crate) schools: HashMap<i64, SchoolId>,
    /// The wider places a school, or the territory of a task, counts in.
    around: HashMap<i64, Vec<i64>>,
}

#[derive(FromRow)]
struct Scope {
    scope: String,
}

#[derive(FromRow)]
struct Payer {
    school_id: SchoolId,
    authority_id: AuthorityId,
}

impl Places {
    /// Reads the schools that are open, and the territories of the tasks somebody came with.
    pub(crate) async fn load(tx: &mut Tx) -> Result<Self> {
        let mut places = Self::default();
        let mut academies: HashMap<String, String> = HashMap::new();
        for school in schools_in(tx, &Territory::Region).await? {
            let own = place_number(&Territory::School(school.id).to_string());
            places.schools.insert(own, school.id);
            places.around.insert(own, wider(&school));
            academies.entry(school.department().to_owned()).or_insert_with(|| school.academy.clone());
        }
        let groupings = "select p.school_id, p.authority_id from authority_school p \
                         join authority a on a.id = p.authority_id where a.kind = 'grouping'";
        for payer in tx.all::<Payer>(groupings, &[]).await? {
            let own = place_number(&Territory::School(payer.school_id).to_string());
            if let Some(around) = places.around.get_mut(&own) {
                around.push(place_number(&Territory::Authority(payer.authority_id).to_string()));
            }
        }
        for Scope { scope } in tx.all::<Scope>("select scope from usage_place", &[]).await? {
            let around = Territory::of(&scope).map(|it| around_task(&it, &academies)).unwrap_or_default();
            places.around.insert(place_number(&scope), around);
        }
        Ok(places)
    }

    /// The wider places something counts in; nothing for what is no place any more.
    pub(crate) fn around(&self, unit: i64) -> &[i64] {
        self.around.get(&unit).map_or(&[], Vec::as_slice)
    }
}

fn wider(school: &School) -> Vec<i64> {
    let around = Territory::around(school);
    around.iter().filter(|it| !matches!(it, Territory::School(_))).map(number).collect()
}

/// Somebody of a commune counts in the commune, its département, its académie and the région.
fn around_task(territory: &Territory, academies: &HashMap<String, String>) -> Vec<i64> {
    let academy = match territory {
        Territory::Department(code) | Territory::Town(code, _) => academies.get(code).cloned(),
        Territory::District(academy, _) => Some(academy.clone()),
        Territory::Region | Territory::Academy(_) | Territory::Authority(_) | Territory::School(_) => None,
    };
    let department = match territory {
        Territory::Town(code, _) => Some(Territory::Department(code.clone())),
        _ => None,
    };
    let region = (*territory != Territory::Region).then_some(Territory::Region);
    let wide = [region, academy.map(Territory::Academy), department, Some(territory.clone())];
    wide.iter().flatten().map(number).collect()
}

fn number(territory: &Territory) -> i64 {
    place_number(&territory.to_string())
}
