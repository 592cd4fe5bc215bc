//! Comparing the schools of the file with those of the house: on the national code, never on names.

use super::{
    reading::{Line, Reading},
    report::{Difference, Remark, Report},
};
use crate::{
    W,
    commune::{Register, is_private},
    enrolment,
};
use db::{FromRow, Result, Tx, fold};
use school::{SchoolId, Territory, territory::town_key};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A public school of the house which the file knows, and the commune it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The school.
    pub school: SchoolId,
    /// The territory of its commune.
    pub territory: String,
    /// Its département, as its national code begins.
    pub department: String,
    /// The name of the commune.
    pub town: String,
    /// Its INSEE code.
    pub insee: Option<String>,
}

#[derive(FromRow)]
struct Known {
    id: SchoolId,
    academy: String,
    uai: String,
    name: String,
    town: Option<String>,
    kind: Option<String>,
}

/// Compares: all académies, or those that are looked after.
///
/// # Errors
/// A fault of the database.
pub async fn compare(tx: &mut Tx, reading: Reading, academies: Option<&[String]>) -> Result<(Report, Vec<Found>)> {
    let schools: Vec<Known> =
        tx.all("select id, academy, uai, name, town, kind from school where gone_at is null", &[]).await?;
    let register = Register::read(tx).await?;
    let is_ours = |academy: &String| academies.is_none_or(|ours| ours.contains(academy));
    let departments = schools.iter().filter(|it| is_ours(&it.academy)).filter_map(|it| it.uai.get(..3)).collect();
    let by_uai = schools.iter().map(|it| (it.uai.as_str(), (it, is_ours(&it.academy)))).collect();
    let mut comparison = Comparison { report: reading.report, departments, by_uai, ..Comparison::default() };
    for line in reading.lines.values() {
        comparison.take(line);
    }
    Ok(comparison.finish(&register))
}

#[derive(Default)]
struct Comparison<'a> {
    report: Report,
    departments: HashSet<&'a str>,
    by_uai: HashMap<&'a str, (&'a Known, bool)>,
    found: Vec<Found>,
    /// The INSEE code of each commune; none for one with two.
    insees: HashMap<String, Option<String>>,
    /// The schools of each dispersed RPI.
    groupings: BTreeMap<String, Vec<String>>,
}

impl Comparison<'_> {
    fn take(&mut self, line: &Line) {
        let Some((school, true)) = self.by_uai.get(line.uai.as_str()).copied() else {
            return self.take_unknown(line);
        };
        if line.private || is_private(school.kind.as_deref()) {
            self.report.private += 1;
            return;
        }
        self.report.known += 1;
        self.compare_labels(school, line);
        let department = school.uai.get(..3).unwrap_or_default().to_owned();
        // The seats of people lead to the commune their school is delivered with: the territory is that one.
        let key = town_key(school.town.as_deref().filter(|it| !town_key(it).is_empty()).unwrap_or(&line.town));
        if key.is_empty() {
            return;
        }
        let territory = Territory::Town(department.clone(), key).to_string();
        self.note_insee(&territory, line);
        if !line.rpi.is_empty() {
            self.groupings.entry(line.rpi.clone()).or_default().push(label(line));
        }
        let (school, town) = (school.id, line.town.clone());
        self.found.push(Found { school, territory, department, town, insee: None });
    }

    fn take_unknown(&mut self, line: &Line) {
        let is_known = self.by_uai.contains_key(line.uai.as_str());
        let around = line.uai.get(..3).is_some_and(|it| self.departments.contains(it));
        match around && !is_known {
            true if line.private => self.report.private += 1,
            true => self.report.unknown.push(label(line)),
            false => self.report.elsewhere += 1,
        }
    }

    fn compare_labels(&mut self, school: &Known, line: &Line) {
        let town = school.town.as_deref().unwrap_or_default();
        if same(&school.name, &line.name) && same(town, &line.town) {
            return;
        }
        let join = |name: &str, town: &str| format!("{name} ({town})");
        self.report.differences.push(Difference {
            uai: school.uai.clone(),
            here: join(&school.name, town),
            there: join(&line.name, &line.town),
        });
    }

    fn note_insee(&mut self, territory: &str, line: &Line) {
        let Some(insee) = &line.insee else { return };
        let known = self.insees.entry(territory.to_owned()).or_insert_with(|| Some(insee.clone()));
        if known.as_ref().is_some_and(|it| it != insee) {
            *known = None;
            let text = W.directory_two_insee(&line.town);
            self.report.doubtful.push(Remark { line: line.number, uai: line.uai.clone(), text });
        }
    }

    fn finish(mut self, register: &Register) -> (Report, Vec<Found>) {
        let mut communes = HashSet::new();
        for it in &mut self.found {
            it.insee = self.insees.get(&it.territory).cloned().flatten();
            if !register.knows(&it.territory) && communes.insert(it.territory.clone()) {
                self.report.communes.push(it.town.clone());
            }
            self.report.payers += i64::from(register.would_change(it.school, &it.territory));
        }
        for (id, schools) in self.groupings.into_iter().filter(|(_, schools)| schools.len() > 1) {
            self.report.groupings.push(W.directory_rpi(id, schools.join(" ; ")));
        }
        (self.report, self.found)
    }
}

fn label(line: &Line) -> String {
    enrolment::line(&line.uai, Some(&line.town), None, &line.name)
}

/// Whether two labels say the same: the file puts the type before the name, « École élémentaire publique Les Tilleuls ». What
/// one of them does not say is no difference.
fn same(here: &str, there: &str) -> bool {
    let (here, there) = (fold(here), fold(there));
    let ends = |long: &str, short: &str| long.strip_suffix(short).is_some_and(|it| it.is_empty() || it.ends_with(' '));
    here.is_empty() || there.is_empty() || ends(&there, &here) || ends(&here, &there)
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn labels_differ_by_more_than_their_writing() {
        assert!(same("ECOLE LAIQUE", "École laïque"));
        assert!(same("LES TILLEULS", "École élémentaire publique Les Tilleuls"));
        assert!(same("L'HERS", "L’Hers") && same("Saint-Jean", "SAINT JEAN"));
        assert!(!same("TILLEULS", "Jules Ferry") && !same("Foy", "Beaufoy"));
    }
}
