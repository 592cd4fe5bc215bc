//! The two académies of Occitanie, their départements, and what everything in one of them is drawn from.

use crate::date::Year;
use crate::dice::{Dice, Topic};
use crate::names::Names;

/// An académie.
pub(crate) struct Academy {
    /// 0 or 1, only to draw differently in each.
    pub(crate) number: u32,
    /// Name, also the folder of its delivery.
    pub(crate) name: &'static str,
    /// National code (domain.md §9.5).
    pub(crate) code: &'static str,
    /// Number and share of the schools of each département, the largest first.
    departments: &'static [(u32, u32)],
}

static TOULOUSE: Academy = Academy {
    number: 0,
    name: "TOULOUSE",
    code: "16",
    departments: &[(31, 380), (81, 140), (82, 100), (12, 100), (65, 90), (46, 70), (32, 70), (9, 50)],
};

static MONTPELLIER: Academy = Academy {
    number: 1,
    name: "MONTPELLIER",
    code: "11",
    departments: &[(34, 370), (30, 290), (66, 150), (11, 140), (48, 50)],
};

// Below this number of schools, one academy is enough; and each département gets at least as many.
const SCHOOLS_FOR_TWO_ACADEMIES: u32 = 20;
const SCHOOLS_PER_DEPARTMENT: usize = 25;

/// The academies of a territory of so many schools, each with its part of them.
pub(crate) fn academies(schools: u32) -> Vec<(&'static Academy, u32)> {
    if schools < SCHOOLS_FOR_TWO_ACADEMIES {
        return vec![(&TOULOUSE, schools)];
    }
    let montpellier = schools * 45 / 100;
    vec![(&TOULOUSE, schools - montpellier), (&MONTPELLIER, montpellier)]
}

impl Academy {
    /// The départements that get schools, each with its part of them.
    pub(crate) fn departments(&self, schools: u32) -> Vec<(u32, u32)> {
        let count = (schools as usize / SCHOOLS_PER_DEPARTMENT).clamp(1, self.departments.len());
        let chosen = &self.departments[..count];
        let shares: Vec<u32> = chosen.iter().map(|(_, share)| *share).collect();
        let parts = divide(schools, &shares);
        chosen.iter().zip(parts).map(|((number, _), part)| (*number, part)).collect()
    }
}

/// Whole parts of a total, in proportion to shares; their sum is exactly the total.
pub(crate) fn divide(total: u32, shares: &[u32]) -> Vec<u32> {
    let whole: u32 = shares.iter().sum();
    let mut reached: u32 = 0;
    let mut given: u32 = 0;
    let mut parts = Vec::with_capacity(shares.len());
    for share in shares {
        reached += share;
        let upto = total * reached / whole;
        parts.push(upto - given);
        given = upto;
    }
    parts
}

/// The seed, the academy, the year and the names: all that a draw needs.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    /// Seed of the whole territory.
    pub(crate) seed: u64,
    /// Academy being drawn.
    pub(crate) academy: &'static Academy,
    /// School year being written.
    pub(crate) year: Year,
    /// Lists of names.
    pub(crate) names: &'a Names,
}

impl Source<'_> {
    /// The dice of one entity of the academy.
    pub(crate) fn dice(&self, topic: Topic, key: u32) -> Dice {
        Dice::keyed(self.seed, &[topic as u64, u64::from(self.academy.number), u64::from(key)])
    }
}

#[cfg(test)]
mod tests {
    use super::{academies, divide};

    #[test]
    fn parts_add_up() {
        assert_eq!(divide(10, &[1, 1, 1]), [3, 3, 4]);
        for schools in [1, 5, 19, 20, 200, 4300] {
            let total: u32 = academies(schools)
                .iter()
                .flat_map(|(academy, part)| academy.departments(*part))
                .map(|(_, part)| part)
                .sum();
            assert_eq!(total, schools);
        }
    }
}
