//! The national table of levels of the first degree (interfaces.md §1.8).

/// One level: the first four digits of its MEFSTAT11.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelCode {
    /// MEFSTAT4.
    pub code: &'static str,
    /// The short name teachers use.
    pub label: &'static str,
    /// The cycle since 2016, where there is one.
    pub cycle: Option<u8>,
}

/// All levels of the first degree, in the order of a child's schooling.
pub const LEVELS: [LevelCode; 12] = [
    level("1110", "TPS", Some(1)),
    level("1111", "PS", Some(1)),
    level("1112", "MS", Some(1)),
    level("1113", "GS", Some(1)),
    level("1121", "CP", Some(2)),
    level("1122", "CE1", Some(2)),
    level("1123", "CE2", Some(2)),
    level("1124", "CM1", Some(3)),
    level("1125", "CM2", Some(3)),
    level("1211", "UPE2A", None),
    level("1311", "Adaptation", None),
    level("1411", "ULIS", None),
];

/// The level of a MEFSTAT4 code.
pub fn level_of(code: &str) -> Option<&'static LevelCode> {
    LEVELS.iter().find(|level| level.code == code)
}

const fn level(code: &'static str, label: &'static str, cycle: Option<u8>) -> LevelCode {
    LevelCode { code, label, cycle }
}
