//! Levels as ONDE words them, and their national code (interfaces.md §1.8).

use crate::columns::normalised;

/// Words of ONDE and of yesterday, in the order of a child's schooling.
const LEVELS: [(&str, &str); 13] = [
    ("tps", "1110"),
    ("ps", "1111"),
    ("ms", "1112"),
    ("gs", "1113"),
    ("cp", "1121"),
    ("ce1", "1122"),
    ("ce2", "1123"),
    ("cm1", "1124"),
    ("cm2", "1125"),
    ("upe2a", "1211"),
    ("adaptation", "1311"),
    ("clis", "1411"),
    ("ulis", "1411"),
];

/// The MEFSTAT4 code of a level: `1122` for `CE1`.
pub fn level_code(label: &str) -> Option<&'static str> {
    let label = normalised(label);
    LEVELS.iter().find(|(known, _)| *known == label).map(|(_, code)| *code)
}
