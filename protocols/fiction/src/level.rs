//! The nine levels of a primary school and their national codes (interfaces.md §1.8).

/// One level.
pub(crate) struct Level {
    /// First four digits of the MEFSTAT code.
    pub(crate) code: &'static str,
    /// Short name.
    pub(crate) label: &'static str,
    /// Learning cycle as exports write it.
    pub(crate) cycle: &'static str,
    /// Year of birth of most pupils in the first school year.
    pub(crate) birth_year: u32,
}

/// Index of each level in [`LEVELS`].
pub(crate) const TPS: usize = 0;
/// Petite section.
pub(crate) const PS: usize = 1;
/// Grande section.
pub(crate) const GS: usize = 3;
/// Cours préparatoire.
pub(crate) const CP: usize = 4;
/// Cours élémentaire, first year.
pub(crate) const CE1: usize = 5;
/// Cours élémentaire, second year.
pub(crate) const CE2: usize = 6;
/// Cours moyen, second year.
pub(crate) const CM2: usize = 8;

/// Number of levels.
pub(crate) const LEVEL_COUNT: usize = 9;

/// The levels, youngest first.
pub(crate) static LEVELS: [Level; LEVEL_COUNT] = [
    Level { code: "1110", label: "TPS", cycle: "CYCLE I", birth_year: 2024 },
    Level { code: "1111", label: "PS", cycle: "CYCLE I", birth_year: 2023 },
    Level { code: "1112", label: "MS", cycle: "CYCLE I", birth_year: 2022 },
    Level { code: "1113", label: "GS", cycle: "CYCLE I", birth_year: 2021 },
    Level { code: "1121", label: "CP", cycle: "CYCLE II", birth_year: 2020 },
    Level { code: "1122", label: "CE1", cycle: "CYCLE II", birth_year: 2019 },
    Level { code: "1123", label: "CE2", cycle: "CYCLE II", birth_year: 2018 },
    Level { code: "1124", label: "CM1", cycle: "CYCLE III", birth_year: 2017 },
    Level { code: "1125", label: "CM2", cycle: "CYCLE III", birth_year: 2016 },
];
