//! The join numbers (« jointures »). They are unique within an academy and the same every day; those of people last from
//! year to year, those of classes and groups do not. The two academies share them on purpose, because real ones collide
//! and a reader must keep (academy, number).

use crate::date::Year;

/// First school.
pub(crate) const SCHOOLS: u32 = 700_001;
/// First circonscription; it is named by its schools but never delivered as a structure.
pub(crate) const DISTRICTS: u32 = 790_001;
/// First member of staff.
pub(crate) const STAFF: u32 = 6_000_001;
/// Added to the rank of a member of staff to number whoever succeeds within the first year.
pub(crate) const SUCCESSOR: u32 = 500_000;
/// First pupil of day 0.
pub(crate) const PUPILS: u32 = 80_000_001;
/// First guardian of day 0.
pub(crate) const GUARDIANS: u32 = 90_000_000;

/// Last day a delta can be asked for: beyond, the ranges of newcomers would meet.
pub(crate) const LAST_DAY: u32 = 300;
/// Greatest number of schools the ranges can hold.
pub(crate) const MOST_SCHOOLS: u32 = 6_000;

const CLASSES: u32 = 880_001;
// A group and a class never share a number.
const GROUPS: u32 = 980_001;
const NEW_PUPILS: u32 = 85_000_000;
const NEW_GUARDIANS: u32 = 95_000_000;
const NEWCOMERS_PER_DAY: u32 = 16_000;
// Those of families who begin in a later year, above the newcomers of the days.
const LATER_GUARDIANS: u32 = 100_000_000;
// Numbers kept for the guardians of one family, so that they follow from its first child.
const GUARDIANS_PER_FAMILY: u32 = 8;
// More than an academy ever has of each.
const CLASSES_PER_YEAR: u32 = 200_000;
const PUPILS_PER_YEAR: u32 = 500_000;
const STAFF_PER_YEAR: u32 = 40_000;

/// A class of a year.
pub(crate) fn class(year: Year, rank: u32) -> u32 {
    CLASSES + year.0 * CLASSES_PER_YEAR + rank
}

/// The group of a school in a year.
pub(crate) fn group(year: Year, school: u32) -> u32 {
    GROUPS + year.0 * MOST_SCHOOLS + (school - SCHOOLS)
}

/// The rank, among all pupils, of one who begins in a year at the place of a pupil of day 0.
pub(crate) fn beginner(year: Year, rank: u32) -> u32 {
    year.0 * PUPILS_PER_YEAR + rank
}

/// The rank, among all staff, of whoever comes in a year to the post of somebody of day 0.
pub(crate) fn staff_newcomer(year: Year, rank: u32) -> u32 {
    year.0 * STAFF_PER_YEAR + rank
}

/// First of the guardian numbers reserved for the family whose first child has a rank.
pub(crate) fn guardians(pupil: u32) -> u32 {
    let first = if pupil < PUPILS_PER_YEAR { GUARDIANS } else { LATER_GUARDIANS };
    first + pupil * GUARDIANS_PER_FAMILY
}

/// First of the four pupil numbers reserved for the newcomers of one locality on one day.
pub(crate) fn new_pupils(day: u32, locality: u32) -> u32 {
    NEW_PUPILS + day * NEWCOMERS_PER_DAY + locality * 4
}

/// First of the four guardian numbers reserved for the newcomers of one locality on one day.
pub(crate) fn new_guardians(day: u32, locality: u32) -> u32 {
    NEW_GUARDIANS + day * NEWCOMERS_PER_DAY + locality * 4
}
