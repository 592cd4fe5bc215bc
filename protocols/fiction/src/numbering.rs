//! The join numbers (« jointures »). They are unique within an academy and the same every day; the two
//! academies share them on purpose, because real ones collide and a reader must keep (academy, number).

/// First school.
pub(crate) const SCHOOLS: u32 = 700_001;
/// First circonscription; it is named by its schools but never delivered as a structure.
pub(crate) const DISTRICTS: u32 = 790_001;
/// First class.
pub(crate) const CLASSES: u32 = 880_001;
/// First group of pupils; a group and a class never share a number.
pub(crate) const GROUPS: u32 = 980_001;
/// First member of staff.
pub(crate) const STAFF: u32 = 6_000_001;
/// Added to the rank of a member of staff to number the successor.
pub(crate) const SUCCESSOR: u32 = 500_000;
/// First pupil of day 0.
pub(crate) const PUPILS: u32 = 80_000_001;
/// First guardian of day 0.
pub(crate) const GUARDIANS: u32 = 90_000_000;
/// Numbers kept for the guardians of one family of day 0, so that they follow from its first child.
pub(crate) const GUARDIANS_PER_FAMILY: u32 = 8;

/// Last day a delta can be asked for: beyond, the ranges of newcomers would meet.
pub(crate) const LAST_DAY: u32 = 300;
/// Greatest number of schools the ranges can hold.
pub(crate) const MOST_SCHOOLS: u32 = 6_000;

const NEW_PUPILS: u32 = 85_000_000;
const NEW_GUARDIANS: u32 = 95_000_000;
const NEWCOMERS_PER_DAY: u32 = 16_000;

/// First of the four pupil numbers reserved for the newcomers of one locality on one day.
pub(crate) fn new_pupils(day: u32, locality: u32) -> u32 {
    NEW_PUPILS + day * NEWCOMERS_PER_DAY + locality * 4
}

/// First of the four guardian numbers reserved for the newcomers of one locality on one day.
pub(crate) fn new_guardians(day: u32, locality: u32) -> u32 {
    NEW_GUARDIANS + day * NEWCOMERS_PER_DAY + locality * 4
}
