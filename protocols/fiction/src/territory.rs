//! The plan of the territory: which localities each academy has and where their numbers start.

use crate::academy::{self, Academy, Source};
use crate::date::Year;
use crate::dice::Topic;
use crate::locality::{Cursor, Kind, Locality};
use crate::names::Names;
use crate::numbering;
use crate::staff::District;

/// One academy and all that is in it.
pub(crate) struct Jurisdiction {
    /// The academy.
    pub(crate) academy: &'static Academy,
    /// Its localities, by rank.
    pub(crate) localities: Vec<Locality>,
    /// Its circonscriptions.
    pub(crate) districts: Vec<District>,
}

const SCHOOLS_PER_DISTRICT: u32 = 40;
// More than a département ever has here; keeps the numbers of its circonscriptions together.
const DISTRICT_NUMBERS_PER_DEPARTMENT: u32 = 60;

/// The plan of a territory of so many schools: small tables, one line per locality.
pub(crate) fn plan(seed: u64, schools: u32, names: &Names) -> Vec<Jurisdiction> {
    let parts = academy::academies(schools);
    let source = |academy| Source { seed, academy, year: Year::FIRST, names };
    parts.into_iter().map(|(academy, part)| Surveyor::survey(source(academy), part)).collect()
}

struct Surveyor<'a> {
    source: Source<'a>,
    cursor: Cursor,
    localities: Vec<Locality>,
    districts: Vec<District>,
}

impl<'a> Surveyor<'a> {
    fn survey(source: Source<'a>, schools: u32) -> Jurisdiction {
        let mut surveyor =
            Surveyor { source, cursor: Cursor::default(), localities: Vec::new(), districts: Vec::new() };
        for (rank, (department, part)) in (0..).zip(source.academy.departments(schools)) {
            let first_district = numbering::DISTRICTS + rank * DISTRICT_NUMBERS_PER_DEPARTMENT;
            surveyor.department(department, part, first_district);
        }
        let Surveyor { localities, districts, .. } = surveyor;
        Jurisdiction { academy: source.academy, localities, districts }
    }

    fn department(&mut self, department: u32, schools: u32, first_district: u32) {
        self.cursor.serial = 0;
        let mut district = first_district;
        while self.cursor.serial < schools {
            let first_school = self.cursor.school;
            while self.cursor.serial < schools && self.cursor.school - first_school < SCHOOLS_PER_DISTRICT {
                self.settle(department, district, schools - self.cursor.serial);
            }
            self.close_district(district, first_school);
            district += 1;
        }
    }

    fn settle(&mut self, department: u32, district: u32, schools_left: u32) {
        let rank = self.localities.len() as u32;
        let kind = Kind::draw(&mut self.source.dice(Topic::LocalityKind, rank), rank, schools_left);
        let locality = Locality { rank, kind, department, district, first: self.cursor };
        for school in locality.schools(self.source) {
            self.cursor.pass(&school);
        }
        self.localities.push(locality);
    }

    fn close_district(&mut self, id: u32, first_school: u32) {
        let schools = self.cursor.school - first_school;
        let district = District { id, first_school, schools, first_staff: self.cursor.staff };
        self.cursor.staff += district.staff_count();
        self.districts.push(district);
    }
}

#[cfg(test)]
mod tests {
    use super::plan;
    use crate::names::Names;

    #[test]
    fn a_territory_has_the_schools_it_was_asked_for() {
        let names = Names::load();
        for schools in [1, 2, 5, 19, 20, 137] {
            let planned: u32 = plan(3, schools, &names)
                .iter()
                .flat_map(|jurisdiction| &jurisdiction.districts)
                .map(|district| district.schools)
                .sum();
            assert_eq!(planned, schools);
        }
    }
}
